package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// weights looks for a weighted mean, (w₁x₁ + w₂x₂ + w₃x₃)/(w₁ + w₂ + w₃), that divides by other weights than it multiplies
// with: where one of three or more differs, it was copied wrongly.
func (f *flow) weights(t *term) {
	formula.Walk(t.lifted, func(e formula.Expr) bool {
		if q, ok := e.(formula.Binary); ok && q.Op == formula.Div {
			f.weightsOf(t, q)
		}
		return true
	})
}

func (f *flow) weightsOf(t *term, q formula.Binary) {
	above, below := addends(q.X, false, nil), addends(q.Y, false, nil)
	if len(above) != len(below) || len(below) < 3 {
		return
	}
	odd, weight := -1, -1
	for i := range below {
		k, ok1 := place(below[i].e)
		product := factors(above[i].e, false, nil)
		j, ok2 := place(product[0])
		if !ok1 || !ok2 || len(product) < 2 || above[i].negative || below[i].negative {
			return
		}
		if t.literals[j].value.Compare(t.literals[k].value) == number.Equal {
			continue
		}
		if odd >= 0 {
			return
		}
		odd, weight = k, j
	}
	if odd < 0 || f.isClaimed(t.literals[odd]) {
		return
	}
	right := t.literals[weight]
	c := f.claimAt(t, odd, false, "=")
	c.Verdict, c.derived = Wrong, true
	c.Local, c.local, c.Fix = right.text, known(right.value), right.text
	c.Cause = slip(right.text, t.literals[odd].text)
	c.Remark = "the weight above the line is " + right.text
}
