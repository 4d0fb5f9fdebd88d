// Package templates embeds what people edit: prose, page, LaTeX frame and styles, together with the fonts and the
// formula converter that a page is made with. No code lives here.
package templates

import "embed"

// FS holds the folder as it is.
//
//go:embed all:*
var FS embed.FS
