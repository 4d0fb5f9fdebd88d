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
