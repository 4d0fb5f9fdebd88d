package exercise

import (
	"fmt"
	"strings"

	"rsc.io/qr"

	"longhand/generator/figure"
)

// newCode draws a text as a QR code (ISO/IEC 18004), with the four modules of light that readers need around it.
func newCode(text, name string) (figure.Figure, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return figure.Figure{}, err
	}
	const margin = 4
	size := code.Size + 2*margin
	var svg, tex strings.Builder
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="QR code: %s"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="`,
		size, size, 4*size, 4*size, text, size, size)
	fmt.Fprintf(&tex, "\\setlength{\\unitlength}{2.2bp}%%\n\\begin{picture}(%d,%d)\n", size, size)
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for x+run < code.Size && code.Black(x+run, y) {
				run++
			}
			if run > 0 { // modules that touch are one piece, so that no hairline shows between them
				fmt.Fprintf(&svg, "M%d %dh%dv1h-%dz", x+margin, y+margin, run, run)
				fmt.Fprintf(&tex, "\\put(%d,%d){\\rule{%d\\unitlength}{\\unitlength}}\n", x+margin, size-y-margin-1, run)
				x += run
			}
		}
	}
	svg.WriteString(`"/></svg>`)
	tex.WriteString("\\end{picture}")
	return figure.Figure{Name: name, Alt: "QR code: " + text, SVG: svg.String(), TeX: tex.String()}, nil
}
