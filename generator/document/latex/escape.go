package latex

import "strings"

// In Computer Modern's old encoding some characters of ASCII are other glyphs, and pairs of them join (-- to a dash).
var escapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `{\upshape\char36}`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, `<`, `\textless{}`, `>`, `\textgreater{}`, `|`, `\textbar{}`,
	`"`, `{\ttfamily\char34}`, "`", `{\ttfamily\char96}`, `--`, `-{}-`, `''`, `'{}'`, "!`", "!{}`", "?`", "?{}`",
)

// escape makes plain text safe in a line of LaTeX.
func escape(s string) string { return escapes.Replace(s) }

var codeEscapes = strings.NewReplacer(
	`\`, `\char92{}`, `{`, `\char123{}`, `}`, `\char125{}`, `$`, `\char36{}`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\char95{}`,
	`^`, `\char94{}`, `~`, `\char126{}`, "`", `\char96{}`, `--`, `-{}-`,
)

// escapeCode does so where the typewriter face is on, which has all of ASCII.
func escapeCode(s string) string { return codeEscapes.Replace(s) }

var pdfEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`, `^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
)

// escapePDF makes plain text safe as a PDF's title or bookmark, which has no fonts.
func escapePDF(s string) string { return pdfEscapes.Replace(s) }

var urlEscapes = strings.NewReplacer(`\`, `%5C`, `{`, `%7B`, `}`, `%7D`, `%`, `\%`, `#`, `\#`, `&`, `\&`, `^`, `%5E`, `~`, `\string~`, `_`, `\string_`, `$`, `\$`)

// escapeURL makes an address safe as an argument of \href.
func escapeURL(s string) string { return urlEscapes.Replace(s) }
