package verify

import (
	"strings"

	"longhand/generator/formula"
)

// In F_1(X) = F_0(X) + 0.3 h_1(X) the brackets only say of what F_1 is a function: X stands nowhere else, so that F_1(X) is a
// name like F_1.

// application is what an article puts into the brackets of its functions, to tell names with an argument from functions.
type application struct {
	argument map[string]string // of each function, the one symbol that it has been seen with; "" where it has been seen with others
	outside  map[string]bool   // the symbols that stand outside such brackets
	names    map[string]bool   // the functions that are names
}

func newApplication() application {
	return application{argument: map[string]string{}, outside: map[string]bool{}, names: map[string]bool{}}
}

// note remembers the functions and symbols of a formula.
func (a *application) note(e formula.Expr, own func(string) bool) {
	switch e := e.(type) {
	case formula.Symbol:
		a.outside[e.Name] = true
	case formula.Call:
		if base := strings.TrimRight(e.Func, "'"); own(base) {
			s, ok := symbolOf(e)
			before, seen := a.argument[base]
			if ok = ok && base == e.Func && (!seen || before == s); ok {
				a.argument[base] = s
				return
			}
			a.argument[base] = ""
		}
	}
	for _, x := range formula.Children(e) {
		a.note(x, own)
	}
}

// symbolOf is the symbol that is the only argument of a function.
func symbolOf(c formula.Call) (string, bool) {
	if len(c.Args) != 1 {
		return "", false
	}
	s, ok := c.Args[0].(formula.Symbol)
	return s.Name, ok
}

// choose finds the functions of the article that are names with what they are functions of behind them.
func (a *application) choose() {
	for function, s := range a.argument {
		if s != "" && !a.outside[s] {
			a.names[function] = true
		}
	}
}

// unapplied puts names in place of those with an argument behind them.
func (a *application) unapplied(e formula.Expr) formula.Expr {
	if len(a.names) == 0 {
		return e
	}
	return formula.Replace(e, func(e formula.Expr) (formula.Expr, bool) {
		c, ok := e.(formula.Call)
		if !ok || !a.names[c.Func] {
			return nil, false
		}
		return nameOf(c.Func), true
	})
}
