package mathml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
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

// finish mends what Temml leaves to its own style sheet, and measures.
func finish(mathML string) (Formula, error) {
	root, err := parse(mathML)
	if err != nil {
		return Formula{}, err
	}
	if root.name != "math" {
		return Formula{}, fmt.Errorf("the converter gave <%s>", root.name)
	}
	root.drop("style")
	root.drop("class")
	mend(root)
	var b strings.Builder
	write(&b, root)
	return Formula{b.String(), root.width(1)}, nil
}

// temmlBox is how Temml draws \boxed: with an inline style that no style sheet can make stand out.
const temmlBox = "padding:3pt;border:1px solid;"

func mend(e *element) {
	if e.name == "mrow" && e.attr("style") == temmlBox {
		e.drop("style")
		e.set("class", "boxed")
	}
	for _, child := range e.children {
		mend(child)
	}
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
	return top.children[0], nil
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
