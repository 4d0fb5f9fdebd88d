package document

import (
	"fmt"
	"sort"
	"strings"
	"text/template"

	"longhand/generator/derivation"
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/source"
	"longhand/generator/tex"
)

// unknownError is a name in a template that no quantity has.
type unknownError struct {
	name, hint string
}

func (e *unknownError) Error() string { return fmt.Sprintf("there is no quantity %q", e.name) }

func (x *Example) unknown(name string) error {
	var names []string
	for _, s := range x.trace.Steps {
		names = append(names, s.Name)
	}
	hint := "the quantities are " + strings.Join(names, ", ")
	if nearest := source.Suggest(name, names); nearest != "" {
		hint = fmt.Sprintf("did you mean %q?", nearest)
	}
	return &unknownError{name, hint}
}

// functions is what templates can call. What they return is TeX without dollar signs, but for derive, which is Markdown.
func (x *Example) functions(t *template.Template) template.FuncMap {
	return template.FuncMap{
		"derive":   func(name string) (string, error) { return x.derive(t, name) },
		"boxed":    x.boxed,
		"formula":  x.formula,
		"formulas": x.formulas,
		"body":     x.body,
		"symbol":   x.symbol,
		"symbols":  x.symbols,
		"entry":    x.entrySymbol,
		"value":    x.value,
		"equals":   x.equals,
		"shape":    x.shape,
		"composed": x.composed,
		"function": functionDefinition,
		"slope":    functionSlope,
		"applied":  applied,
		"new":      func(name string) string { return model.New(name) },

		"activationFunction": activationFunction,
		"list":               list,
		"add":                func(a, b int) int { return a + b },
	}
}

// derive writes a whole derivation by the template "derivation".
func (x *Example) derive(t *template.Template, name string) (string, error) {
	if _, err := x.step(name); err != nil {
		return "", err
	}
	d, err := x.deriver.Derive(name)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.ExecuteTemplate(&b, "derivation", newWork(d))
	return strings.TrimSpace(b.String()), err
}

// boxed is the quantity and its value in a box.
func (x *Example) boxed(name string) (string, error) {
	s, err := x.equals(name)
	return `\boxed{` + s + `}`, err
}

// equals is the quantity and its value: y \approx 0.5285101.
func (x *Example) equals(name string, places ...int) (string, error) {
	if _, err := x.step(name); err != nil {
		return "", err
	}
	c, err := x.deriver.Value(name, x.placesOr(places))
	return chain(c), err
}

// value is the quantity's value alone; for a matrix, a matrix.
func (x *Example) value(name string, places ...int) (string, error) {
	if _, err := x.step(name); err != nil {
		return "", err
	}
	c, err := x.deriver.Value(name, x.placesOr(places))
	if err != nil {
		return "", err
	}
	return tex.Print(c.Last()), nil
}

func (x *Example) placesOr(places []int) int {
	if len(places) > 0 {
		return places[0]
	}
	return x.deriver.Places
}

// formula is the equation of a quantity in symbols.
func (x *Example) formula(name string) (string, error) {
	s, err := x.step(name)
	if err != nil {
		return "", err
	}
	if s.IsGiven() {
		return "", fmt.Errorf("%s is given: it has no formula", name)
	}
	return chain(derivation.Formula(s)), nil
}

// formulas are the equations of several quantities below each other.
func (x *Example) formulas(names ...string) (string, error) {
	var chains []formula.Chain
	for _, name := range names {
		s, err := x.step(name)
		if err != nil {
			return "", err
		}
		chains = append(chains, derivation.Formula(s))
	}
	return tex.Rows(rowWidth, chains...), nil
}

// symbol is the quantity's sign.
func (x *Example) symbol(name string) (string, error) {
	_, err := x.step(name)
	return tex.Symbol(name), err
}

// symbols joins the signs of quantities as words, each between dollar signs: $w$, $x$ and $b$.
func (x *Example) symbols(names []string) (string, error) {
	words := make([]string, len(names))
	for i, name := range names {
		s, err := x.symbol(name)
		if err != nil {
			return "", err
		}
		words[i] = "$" + s + "$"
	}
	return list(words, "and"), nil
}

// entrySymbol is the sign of an entry, counted from 1; a number has none but itself.
func (x *Example) entrySymbol(name string, at ...int) (string, error) {
	s, err := x.step(name)
	if err != nil {
		return "", err
	}
	if s.Value.IsScalar() {
		return tex.Symbol(name), nil
	}
	return tex.Print(formula.At(formula.Sym(name), at...)), nil
}

// shape is rows × columns in TeX: 2 \times 1.
func (x *Example) shape(name string) (string, error) {
	s, err := x.step(name)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf(`%d \times %d`, s.Value.Rows, s.Value.Cols), nil
}

// composed is the equation of a quantity with those of the computed ones put in, down to what is given.
func (x *Example) composed(name string) (string, error) {
	s, err := x.step(name)
	if err != nil {
		return "", err
	}
	body := s.Equation.Body
	for used := true; used; {
		used = false
		body = formula.Substitute(body, func(name string) (formula.Expr, bool) {
			s, ok := x.trace.Step(name)
			if !ok || s.IsGiven() {
				return nil, false
			}
			used = true
			return s.Equation.Body, true
		})
	}
	return tex.Print(body), nil
}

// functionDefinition is the right-hand side of a function's definition in the variable u, or "" where it is elementary.
func functionDefinition(name string) string {
	f, ok := formula.Functions[name]
	if !ok || f.Body == nil {
		return ""
	}
	return tex.Print(f.Body)
}

// functionSlope is a function's derivative in u.
func functionSlope(name string) string {
	f, ok := formula.Functions[name]
	if !ok || f.Slope == nil {
		return ""
	}
	call := formula.Call{Func: name, Args: []formula.Expr{formula.Sym("u")}}
	return tex.Print(formula.Substitute(f.Slope, func(name string) (formula.Expr, bool) { return call, name == "v" }))
}

// list joins words: "a", "a and b", "a, b and c".
func list(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}

// Names lists what templates can call, for help texts.
func Names() []string {
	var names []string
	for name := range (&Example{}).functions(nil) {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// body is the right-hand side of a quantity's equation.
func (x *Example) body(name string) (string, error) {
	s, err := x.step(name)
	if err != nil {
		return "", err
	}
	if s.IsGiven() {
		return "", fmt.Errorf("%s is given: it has no formula", name)
	}
	return tex.Print(formula.Elide(s.Equation.Body)), nil
}
