package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// statedLearner takes the rule from an update that is written in symbols.
func (f *flow) statedLearner() *learner {
	tried := map[string]bool{}
	for _, name := range f.names() {
		q := f.quantities[name]
		for _, t := range []*term{q.formula, q.update} {
			if t == nil {
				continue
			}
			l := &learner{}
			if !l.takeRule(f, t) || tried[l.objective] {
				continue
			}
			if tried[l.objective] = true; f.forward(l) {
				return l
			}
		}
	}
	return nil
}

// rateNames are what the learning rate of gradient descent is called.
var rateNames = []string{"eta", "alpha", "lr", "learning rate", "epsilon", "mu", "gamma"}

// minShown is how many new parameters must follow from a rule that the article does not write down.
const minShown = 2

// shownLearner supposes gradient descent where updates are only shown in numbers, w_5^+ = 0.4 − 0.5·0.0822 = 0.3589: with an
// objective and a rate of the article that give its new parameters.
func (f *flow) shownLearner() *learner {
	for _, objective := range f.names() {
		if q := f.quantities[objective]; f.taken[objective] > 0 || q.formula == nil || q.basis != "" || strings.Contains(objective, "/") || isVersion(objective) {
			continue
		}
		l := &learner{objective: objective}
		if !f.forward(l) {
			continue
		}
		for _, rate := range rateNames {
			if q := f.quantities[rate]; q == nil || len(q.claims) != 1 {
				continue
			}
			l.rule = formula.Binary{Op: formula.Sub, X: formula.Symbol{Name: oldValue},
				Y: formula.Binary{Op: formula.Mul, X: formula.Symbol{Name: rate}, Y: formula.Symbol{Name: slope}}}
			if f.showsRule(l) {
				return l
			}
		}
	}
	return nil
}

// takeRule reads an update: a formula with one derivative dE/dw and with w.
func (l *learner) takeRule(f *flow, t *term) bool {
	var parameter, derivative string
	for _, name := range t.symbols {
		n, ok := tex.ParseName(name)
		if !ok || n.Over == nil {
			continue
		}
		if derivative != "" {
			return false
		}
		derivative, l.objective = name, n.Over.String()
		under := strings.ReplaceAll(name[strings.Index(name, "/")+2:], "_", "")
		for _, other := range t.symbols {
			if strings.ReplaceAll(other, "_", "") == under {
				parameter = other
			}
		}
	}
	if parameter == "" {
		return false
	}
	l.rule = formula.Substitute(f.equation(t), func(name string) (formula.Expr, bool) {
		switch name {
		case parameter:
			return formula.Symbol{Name: oldValue}, true
		case derivative:
			return formula.Symbol{Name: slope}, true
		}
		return nil, false
	})
	return true
}

// newValue is the formula of a parameter's new value.
func (l *learner) newValue(parameter string) formula.Expr {
	return formula.Substitute(l.rule, func(s string) (formula.Expr, bool) {
		switch s {
		case oldValue:
			return formula.Symbol{Name: parameter}, true
		case slope:
			return formula.Symbol{Name: l.gradient.AdjointName(parameter)}, true
		}
		return nil, false
	})
}
