// Package page says what the publishing packages are handed: a finished text and what belongs to it. It holds data
// only.
package page

import (
	"regexp"

	"longhand/generator/figure"
)

// Doc is a document ready to be published.
type Doc struct {
	Name        string // what errors call the Markdown
	Title       string // plain text; a page's window title. The heading is the Markdown's own
	Description string // plain text, one sentence
	Lang        string // BCP 47 tag of the text's language; "" is en
	Markdown    []byte
	Figures     map[string]figure.Figure // by the name that the Markdown's images use
	Up          string                   // where the list of documents is, relative; "" leaves the link out
	Fields      []Field                  // of a worksheet: what its blanks become on a page, in reading order
	Check       []byte                   // JSON with which a worksheet's page checks entries; nil for no script
}

// Field is where a reader of a page writes into a blank.
type Field struct {
	ID    string // unique in the page
	Label string // what a screen reader says
	Size  int    // in characters
	Plain bool   // words, such as a name, and not a number that is checked
}

var tag = regexp.MustCompile(`^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$`)

// Language is the document's language tag; what is no tag counts as none.
func (d Doc) Language() string {
	if !tag.MatchString(d.Lang) {
		return "en"
	}
	return d.Lang
}

// Index is the list of what was built.
type Index struct {
	Title       string
	Description string
	Lang        string // as in Doc
	Entries     []Entry
}

// Language is the list's language tag.
func (x Index) Language() string { return Doc{Lang: x.Lang}.Language() }

// Entry is one document in the list. An empty link is left out.
type Entry struct {
	Title       string
	Description string
	HTML        string
	Markdown    string
	LaTeX       string
	PDF         string
}
