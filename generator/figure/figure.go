// Package figure draws. A drawing is made once as a scene of lines, circles and labels, and written from there as SVG
// for pages and as a LaTeX picture for print, so that the two cannot differ. It knows nothing of networks' numbers or of
// documents: labels come as plain text, weights as strings.
package figure

// Figure is a finished drawing.
type Figure struct {
	Name string // file name that Markdown refers to, as "network.svg"
	Alt  string // what the drawing shows, in words, for those who do not see it
	SVG  string // a complete <svg> element, good in a page and as a file
	TeX  string // a LaTeX picture environment; needs graphicx and xcolor
}
