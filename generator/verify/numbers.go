package verify

import (
	"regexp"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// putsIn says whether a computation in numbers has the given values of all names in a formula.
func (f *flow) putsIn(t, numeric *term) bool {
	for _, name := range t.symbols {
		q := f.quantities[name]
		if q == nil || len(q.claims) != 1 || q.claims[0].Verdict != Given {
			continue
		}
		found := false
		for _, l := range numeric.literals {
			found = found || l.value.Compare(q.claims[0].number.value) == number.Equal
		}
		if !found {
			return false
		}
	}
	return true
}

// renumber puts another number of the article in for a decimal of a sibling's formula, where that is the one way to give the
// value of the name: ½(0.01 − out_o1)² of the first output is ½(0.99 − out_o2)² of the second.
func (f *flow) renumber(t *term, name string) {
	q := f.quantities[name]
	if q == nil || len(q.claims) != 1 || q.claims[0].number.digits < minToldDigits {
		return
	}
	fits := func() bool {
		x, ok := f.scalar(whole(t), shown, f.log10())
		return ok && q.claims[0].number.fits(x) >= fitRounded
	}
	own := t.literals
	if fits() {
		return
	}
	var found []*literal
	for i, l := range own {
		if l.implied || l.places <= 0 {
			continue
		}
		for _, given := range f.numbersInText() {
			if f.tries++; f.tries > maxTries {
				t.literals = own
				return
			}
			t.literals = append([]*literal(nil), own...)
			t.literals[i] = &literal{printed: given.number, raw: given.number.text}
			if fits() {
				if found != nil {
					t.literals = own
					return
				}
				found = t.literals
			}
		}
	}
	if t.literals = own; found != nil {
		t.literals = found
	}
}

// resolve looks for the one number of the article that a name without a value stands for in a formula made by analogy:
// the target of the second output, of which only the text speaks.
func (f *flow) resolve(q *quantity) {
	c := q.claims[0]
	var missing []string
	for _, name := range q.formula.symbols {
		if _, ok := f.symbolValue(name, shown); !ok {
			missing = append(missing, name)
		}
	}
	if len(missing) != 1 || c.number.digits < minToldDigits {
		return
	}
	var found *Claim
	unknown := f.quantity(missing[0])
	for _, given := range f.numbersInText() {
		if f.tries++; f.tries > maxTries {
			found = nil
			break
		}
		unknown.shape, unknown.claims = formula.Scalar, []*Claim{given}
		if x, ok := f.scalar(whole(q.formula), shown, f.log10()); ok && c.number.fits(x) >= fitRounded {
			if found != nil {
				found = nil
				break
			}
			found = given
		}
	}
	if unknown.claims = nil; found != nil {
		unknown.claims = []*Claim{found}
	}
}

var plainNumber = regexp.MustCompile(`\d+(?:\.\d+)?`)

// maxTextNumbers bounds the numbers that are tried in a place, and maxTries how many are tried in all.
const (
	maxTextNumbers = 300
	maxTries       = 20_000
)

// numbersInText are the different numbers of the article, as values that nothing computes.
func (f *flow) numbersInText() []*Claim {
	if f.text != nil {
		return f.text
	}
	seen := map[string]bool{}
	for _, text := range plainNumber.FindAllString(f.file.Text, -1) {
		p, err := parsePrinted(text, false)
		if key := p.value.String(); err == nil && !seen[key] && len(f.text) < maxTextNumbers {
			seen[key] = true
			f.text = append(f.text, &Claim{Verdict: Given, number: p, global: known(p.value), Digits: -1})
		}
	}
	return f.text
}
