package verify

import (
	"encoding/xml"
	"strings"

	"longhand/generator/tex"
)

// element is an element of a page, or a piece of its text.
type element struct {
	name     string // "" for text
	from, to int    // of text, in the file
	class    string
	children []*element
}

// maxElements bounds how deep a page may be nested.
const maxElements = 400

// html reads a web page: its text, its tables, and its formulas in MathML.
func (a *article) html() {
	root := parseHTML(a.file)
	w := &pageWalker{article: a, text: &builder{}, row: -1, cell: -1}
	w.walk(root)
	w.flush()
}

// parseHTML builds the tree of a page, forgiving what browsers forgive as far as encoding/xml does; what comes behind a
// place that cannot be read is left out.
func parseHTML(s string) *element {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.AutoClose = xml.HTMLAutoClose
	d.Entity = xml.HTMLEntity
	root := &element{name: "html"}
	stack := []*element{root}
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if err != nil {
			return root
		}
		to := int(d.InputOffset())
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: strings.ToLower(t.Name.Local), from: from, to: to}
			for _, at := range t.Attr {
				if at.Name.Local == "class" || at.Name.Local == "displaystyle" || at.Name.Local == "width" || at.Name.Local == "encoding" {
					e.class += at.Name.Local + "=" + at.Value + ";"
				}
			}
			top.children = append(top.children, e)
			if !voidElements[e.name] && !strings.HasSuffix(s[from:to], "/>") && len(stack) < maxElements {
				stack = append(stack, e)
			}
		case xml.EndElement:
			name := strings.ToLower(t.Name.Local)
			for k := len(stack) - 1; k > 0; k-- {
				if stack[k].name == name {
					stack = stack[:k]
					break
				}
			}
		case xml.CharData:
			top.children = append(top.children, &element{from: from, to: to})
		}
	}
}

var voidElements = set(`area base br col embed hr img input link meta param source track wbr`)

var (
	silentElements = set(`script style head svg title noscript template annotation annotation-xml nav`)
	blockElements  = set(`p div section article main header footer li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr blockquote figure figcaption pre details summary caption body aside`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// pageWalker turns a page into passages.
type pageWalker struct {
	*article
	text      *builder
	row, cell int
	last      int
}

func (w *pageWalker) flush() {
	m := w.text.done(w.last)
	w.text = &builder{}
	if strings.TrimSpace(m.text) != "" {
		w.passages = append(w.passages, passage{mapped: m, dialect: tex.Plain, kind: prose, group: w.group, row: w.row, cell: w.cell, heading: w.heading})
	}
}

func (w *pageWalker) walk(e *element) {
	switch {
	case e.name == "":
		from := e.from
		for from < e.to && w.text.b.Len() == 0 && (w.file[from] == '\n' || w.file[from] == ' ') {
			from++
		}
		start := len(w.text.at)
		clean(w.text, w.file, from, e.to)
		if start < len(w.text.at) {
			w.last = e.to
		}
		return
	case silentElements[e.name]:
		return
	case e.name == "math":
		w.flush()
		b := &builder{}
		w.mathML(b, e)
		if m := b.done(w.last); strings.TrimSpace(m.text) != "" {
			w.passages = append(w.passages, passage{mapped: m, dialect: tex.TeX, kind: display, group: w.group, row: w.row, cell: w.cell, boxed: strings.Contains(w.file[e.from:max(e.from, w.last)], "box")})
		}
		return
	case e.name == "br":
		w.text.put("\n", e.from)
		return
	case e.name == "sup" || e.name == "sub":
		w.text.put(map[string]string{"sup": "^(", "sub": "_"}[e.name], e.from)
		w.all(e)
		if e.name == "sup" {
			w.text.put(")", w.last)
		}
		return
	case e.name == "table":
		w.flush()
		w.group++
		w.row = -1
		w.all(e)
		w.row, w.cell = -1, -1
		w.group++
		return
	case e.name == "tr":
		w.row, w.cell = w.row+1, -1
		w.all(e)
		return
	case e.name == "td" || e.name == "th":
		w.cell++
		w.all(e)
		w.flush()
		return
	}
	if blockElements[e.name] {
		w.flush()
		w.group++
		if len(e.name) == 2 && e.name[0] == 'h' {
			w.heading = true
			defer func() { w.heading = false }()
		}
	}
	w.all(e)
	if blockElements[e.name] {
		w.text.put("\n", w.last)
		w.flush()
	}
}

func (w *pageWalker) all(e *element) {
	for _, c := range e.children {
		w.walk(c)
	}
}
