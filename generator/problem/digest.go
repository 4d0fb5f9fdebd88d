package problem

import (
	"crypto/sha256"
	"fmt"
	"io"
)

// Digest is a hash of what a problem file says, with its overrides: of keys and values, not of comments and spaces. Of
// `display` only the rounding and the entries shown count, whether the file says them or leaves them as they usually are.
func (p *Problem) Digest() [sha256.Size]byte {
	h := sha256.New()
	for _, pair := range p.root.pairs {
		if pair.key != "display" {
			fmt.Fprintf(h, "%q: ", pair.key)
			pair.value.write(h)
		}
	}
	fmt.Fprintf(h, "display: %v", p.Display.Rounding)
	for _, entry := range p.Display.Show {
		fmt.Fprintf(h, " %q", entry.Value)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

func (n *node) write(w io.Writer) {
	switch n.kind {
	case scalar:
		fmt.Fprintf(w, "%q,", n.text)
	case list:
		fmt.Fprint(w, "[")
		for _, item := range n.items {
			item.write(w)
		}
		fmt.Fprint(w, "]")
	case table:
		fmt.Fprint(w, "{")
		for _, pair := range n.pairs {
			fmt.Fprintf(w, "%q:", pair.key)
			pair.value.write(w)
		}
		fmt.Fprint(w, "}")
	}
}
