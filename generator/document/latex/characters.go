package latex

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"longhand/generator/document/markdown"
	"longhand/templates"
)

// known are the characters outside of ASCII that pdflatex sets by itself in Computer Modern, without a bitmap font.
// TestCharacters has a real LaTeX set each of them.
const known = "\u00a0\u00ad¡¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ" +
	"ĀāĂăĆćĈĉĊċČčĎďĒēĔĕĖėĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŴŵŶŷŸŹźŻżŽžȘșȚț" +
	"–—‘’“”…"

var declaration = regexp.MustCompile(`(?m)^\\DeclareUnicodeCharacter\{([0-9A-F]{4,5})\}\{.*\}`)

// declared reads templates/unicode.tex: for each of its characters the line that teaches it to LaTeX.
var declared = sync.OnceValues(func() (map[rune]string, error) {
	text, err := templates.FS.ReadFile("unicode.tex")
	if err != nil {
		return nil, err
	}
	lines := map[rune]string{}
	for _, m := range declaration.FindAllStringSubmatch(string(text), -1) {
		code, err := strconv.ParseInt(m[1], 16, 32)
		if err != nil {
			return nil, fmt.Errorf("templates/unicode.tex: %w", err)
		}
		lines[rune(code)] = m[0]
	}
	return lines, nil
})

// declarations gives the lines for the characters in a text, in the order of their codes.
func declarations(text string) ([]string, error) {
	lines, err := declared()
	if err != nil {
		return nil, err
	}
	var runes []rune
	for _, r := range text {
		if lines[r] != "" && !slices.Contains(runes, r) {
			runes = append(runes, r)
		}
	}
	slices.Sort(runes)
	var out []string
	for _, r := range runes {
		out = append(out, lines[r])
	}
	return out, nil
}

// checkCharacters refuses what LaTeX has no glyph for, before LaTeX does.
func checkCharacters(doc *markdown.Document) error {
	at, r, err := unknown(doc.File.Text)
	if err != nil || at < 0 {
		return err
	}
	return doc.File.Pos(at).Errorf("LaTeX has no glyph for the character %q (U+%04X)", r, r).
		WithHint("write it another way, or say in templates/unicode.tex what to set instead")
}

// unknown finds the first character that LaTeX cannot set; at is negative where there is none.
func unknown(text string) (at int, r rune, err error) {
	lines, err := declared()
	if err != nil {
		return 0, 0, err
	}
	for i, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r >= ' ' && r <= '~':
		case strings.ContainsRune(known, r) || lines[r] != "":
		default:
			return i, r, nil
		}
	}
	return -1, 0, nil
}
