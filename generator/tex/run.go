package tex

import "strings"

// split settles whether a run of letters is one name or several written together.
func (p *parser) split(run string) []string {
	whole := []string{run}
	letters := strings.TrimRight(run, "0123456789")
	runes := []rune(letters)
	if len(runes) < 2 || p.known(run) || greek[letters] != "" || strings.ContainsAny(run, " _(⟨") {
		return whole
	}
	for _, a := range accents {
		if base, ok := strings.CutSuffix(letters, a); ok && (len([]rune(base)) == 1 || greek[base] != "") {
			return whole
		}
	}
	if p.Symbol != nil {
		if names := p.knownParts(run); names != nil {
			return names
		}
	}
	if p.Dialect != TeX {
		return whole
	}
	lower := strings.ToLower(letters) == letters
	upper := strings.ToUpper(letters) == letters
	if len(runes) > 2 && (lower || upper) || runes[0] == 'd' || len(runes) > 4 {
		return whole
	}
	names := make([]string, len(runes))
	for i, r := range runes {
		names[i] = string(r)
	}
	names[len(names)-1] += run[len(letters):]
	return names
}

// knownParts parts a run into known names, the longest first; nil where something is left.
func (p *parser) knownParts(run string) []string {
	if len(run) > 12 {
		return nil
	}
	var names []string
	for run != "" {
		n := len(run)
		for ; n > 0 && !p.known(run[:n]); n-- {
		}
		if n == 0 {
			return nil
		}
		names = append(names, run[:n])
		run = run[n:]
	}
	return names
}

// isLeftName says whether a run of letters is one name because it makes a whole left side with its subscript, in_{h1} = 0.75. Of
// letters that are names themselves a subscript of letters shows it, since products of entries have numbers.
// Capitals are matrices, of which XW_Q is a product.
func (p *parser) isLeftName(run string, areNames bool) bool {
	if p.Dialect != TeX || !p.left || p.behind || p.wordAt != p.tokens[0].start || strings.ToLower(run) != run {
		return false
	}
	i, depth := p.at+1, 0
	t := p.tok(i)
	for ; i < len(p.tokens); i++ {
		if b := p.tok(i); b.text == "{" {
			if depth++; depth == 1 {
				t = p.tok(i + 1)
			}
		} else if b.text == "}" {
			depth--
		}
		if depth == 0 {
			break
		}
	}
	if next := p.tok(i + 1); next.kind != tEnd && next.text != "^" {
		return false
	}
	return !areNames || (t.kind == tName || t.kind == tText) && (len(t.text) > 1 || !strings.Contains(indexLetters, t.text))
}
