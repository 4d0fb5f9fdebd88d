package mathml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// element is one node of a formula's MathML: enough to mend it and to measure it.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	text     string
}

func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e *element) set(name, value string) {
	for i, a := range e.attrs {
		if a.Name.Local == name {
			e.attrs[i].Value = value
			return
		}
	}
	e.attrs = append(e.attrs, xml.Attr{Name: xml.Name{Local: name}, Value: value})
}

func (e *element) drop(name string) {
	for i, a := range e.attrs {
		if a.Name.Local == name {
			e.attrs = append(e.attrs[:i:i], e.attrs[i+1:]...)
			return
		}
	}
}

// finish mends what Temml leaves to its own style sheet, and measures. It takes the tree over.
func finish(root *element) Formula {
	root.drop("style")
	root.drop("class")
	mend(root)
	var b strings.Builder
	write(&b, root)
	return Formula{b.String(), root.width(1000)}
}

// temmlBox is how Temml draws \boxed: with an inline style that no style sheet can make stand out.
const temmlBox = "padding:3pt;border:1px solid;"

func mend(e *element) {
	if e.name == "mrow" && e.attr("style") == temmlBox {
		e.drop("style")
		e.set("class", "boxed")
	}
	if style := e.attr("style"); strings.HasPrefix(style, "level:") {
		// Temml writes its own settings into the style of an empty cell, before the padding.
		e.set("style", style[max(0, strings.Index(style, "padding")):])
	}
	if (e.name == "msup" || e.name == "msubsup") && e.child(0).text == "δ" {
		// STIX's slanted delta leans into an exponent, and Temml leaves it there.
		e.child(len(e.children)-1).set("class", "tml-lrg-pad")
	}
	if e.name == "msup" && strings.HasPrefix(e.child(1).attr("class"), "tml-prime") {
		// Without the font feature ssty a raised prime is a speck; beside its letter it has its full size and height.
		e.name = "mrow"
	}
	if e.name == "mtable" {
		alignNumbers(e)
	}
	for _, child := range e.children {
		mend(child)
	}
}

var numeral = regexp.MustCompile(`^[−-]?\d+(?:\.(\d+))?$`)

// alignNumbers sets a column of numbers flush right where all have the same decimals, so that their points stand under
// each other. TeX centres them, and a minus sign then shifts the digits.
func alignNumbers(table *element) {
	for column := 0; ; column++ {
		var cells []*element
		decimals, same := -1, true
		for _, row := range table.children {
			if column >= len(row.children) {
				continue
			}
			cell := row.children[column]
			m := numeral.FindStringSubmatch(cell.content())
			if m == nil || cell.attr("class") != "" || decimals >= 0 && len(m[1]) != decimals {
				same = false
				break
			}
			decimals = len(m[1])
			cells = append(cells, cell)
		}
		if same && len(cells) == 0 {
			return // past the last column
		}
		if same && len(cells) > 1 {
			for _, cell := range cells {
				cell.set("class", "tml-right")
			}
		}
	}
}

// content is the text of an element and all in it.
func (e *element) content() string {
	text := e.text
	for _, child := range e.children {
		text += child.content()
	}
	return text
}

func parse(text string) (*element, error) {
	decoder := xml.NewDecoder(strings.NewReader(text))
	top := &element{}
	stack := []*element{top}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the converter's MathML: %w", err)
		}
		parent := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: token.Copy().Attr}
			parent.children = append(parent.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			parent.text += string(token)
		}
	}
	if len(top.children) != 1 {
		return nil, errors.New("the converter gave no MathML")
	}
	if root := top.children[0]; root.name == "math" {
		return root, nil
	}
	return nil, fmt.Errorf("the converter gave <%s>", top.children[0].name)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func write(b *strings.Builder, e *element) {
	b.WriteString("<" + e.name)
	for _, a := range e.attrs {
		b.WriteString(" " + a.Name.Local + `="` + escaper.Replace(a.Value) + `"`)
	}
	b.WriteString(">" + escaper.Replace(e.text))
	for _, child := range e.children {
		write(b, child)
	}
	b.WriteString("</" + e.name + ">")
}
