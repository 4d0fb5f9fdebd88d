package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// align compares a term with those before it in its chain: it finds for each number that the term prints what the number
// is said to equal, and judges it.
func (f *flow) align(ch *chain, x *term, relation formula.Relation) {
	refs := f.references(ch)
	if d, ok := isDuration(x.lifted); ok {
		f.durationClaims(refs, x, d.Args, relation)
		return
	}
	if isValue(x.lifted) {
		claims, shape := f.valueClaims(refs, ch, x, relation)
		if claims != nil {
			ch.values, ch.shape, ch.valueOf = claims, shape, x
			if len(claims) > 1 {
				f.results = x
			}
			f.settle(claims)
			f.findCulprit(ch, claims)
		}
		return
	}
	claims, open := len(f.claims), len(f.open)
	for k, r := range refs {
		if !isValue(r.lifted) {
			if !ch.has(r) && len(x.symbols) > 0 {
				break // another formula for the name
			}
			f.settleByChain(r, x)
			f.pair(whole(r), whole(x), relation)
			if k == 0 && r == ch.terms[len(ch.terms)-1] {
				f.compare(r, x, relation, claims, open)
			}
			break
		}
	}
}

// has says whether a term stands in the chain, not in another line about the same name.
func (ch *chain) has(t *term) bool {
	for _, x := range ch.terms {
		if x == t {
			return true
		}
	}
	return false
}

// references are the terms that a new term of the chain may follow from, the nearest first. Where the chain has none, the
// computation that the article last gave for its name serves.
func (f *flow) references(ch *chain) []*term {
	var refs []*term
	for i := len(ch.terms) - 1; i >= 0; i-- {
		t := ch.terms[i]
		if t == nil {
			continue
		}
		if _, ok := isName(t.lifted); !ok {
			refs = append(refs, t)
		}
	}
	if len(refs) == 0 {
		for _, name := range ch.names {
			if q := f.quantities[name]; q != nil && q.pending != nil && f.at-q.passage <= maxPending {
				refs = append(refs, q.pending)
			}
		}
		if len(refs) == 0 && !f.hasClaims(ch) {
			for i := len(ch.names) - 1; i >= 0; i-- {
				if q := f.quantities[ch.names[i]]; q != nil && q.formula != nil {
					refs = append(refs, q.formula)
					break
				}
			}
		}
	}
	return refs
}

// maxPending is how many passages behind a computation its result is still looked for.
const maxPending = 12

// hasClaims says whether a name of the chain has a printed value, with which a new one is to be compared.
func (f *flow) hasClaims(ch *chain) bool {
	for _, name := range ch.names {
		for _, key := range []string{name, name + "_1", name + "_1,1"} { // or its entries, one by one
			if q := f.quantities[key]; q != nil && q.claims != nil {
				return true
			}
		}
	}
	return false
}

// valueClaims makes the claims of a term that is a number or a matrix of numbers.
func (f *flow) valueClaims(refs []*term, ch *chain, x *term, relation formula.Relation) ([]*Claim, formula.Shape) {
	entries, shape := items(x.lifted)
	if names, ok := tupleOf(ch); ok && len(names) == len(entries) {
		return f.assign(names, x, entries, relation), shape
	}
	if len(refs) == 0 || !f.anyHasValue(refs, len(entries)) {
		return f.stated(ch, x, entries, shape, relation), shape
	}
	claims := make([]*Claim, len(entries))
	pure := len(ch.names) > 0 && f.onlyFormula(ch, refs)
	for i, e := range entries {
		var parts []part
		for _, r := range refs {
			if p, ok := f.entryOf(r, i, shape); ok {
				parts = append(parts, p)
			}
		}
		claims[i] = f.claim(x, e, relation)
		if name, ok := f.unknownName(parts); ok { // [w₁ w₂] = [0.5 0.6] says what the names are
			f.give(claims[i])
			f.bind(name, formula.Scalar, claims[i:i+1], nil)
			continue
		}
		if len(parts) == 0 {
			f.give(claims[i])
			continue
		}
		claims[i].entries = len(entries)
		f.judge(claims[i], parts)
		f.doubt(ch, claims[i], relation)
	}
	if pure && !f.computes(refs[0], claims) && !(len(claims) > 1 && anyFits(claims)) { // a definition far away is no computation, unless an entry shows that it is
		for _, c := range claims {
			if c.Verdict == Wrong || c.Verdict == Unjudged {
				f.dismiss(c, "the article's formula would give "+c.Local)
			}
		}
	}
	return claims, shape
}

// unknownName is the name that the only part consists of, where the article has not said yet what it stands for.
func (f *flow) unknownName(parts []part) (string, bool) {
	if len(parts) != 1 || parts[0].entry >= 0 {
		return "", false
	}
	name, ok := isName(parts[0].e)
	if !ok {
		return "", false
	}
	_, err := f.scalar(parts[0], shown, false)
	return name, !err
}

// computes says whether a definition far away must give the values of its name: where every name in it has had one value.
// A number of few digits may be a
// convention, or belong to another exercise.
func (f *flow) computes(definition *term, values []*Claim) bool {
	if f.unsettled([]part{whole(definition)}) {
		return false
	}
	return len(values) > 1 || values[0].number.digits > 2
}

func anyFits(claims []*Claim) bool {
	for _, c := range claims {
		if c.derived && c.Verdict != Wrong && c.Verdict != Unjudged {
			return true
		}
	}
	return false
}

// onlyFormula says whether the only reference is a definition in symbols from elsewhere.
func (f *flow) onlyFormula(ch *chain, refs []*term) bool {
	if len(refs) != 1 {
		return false
	}
	return !ch.has(refs[0]) && len(refs[0].symbols) > 0
}

// anyHasValue says whether a reference can be computed and has as many entries.
func (f *flow) anyHasValue(refs []*term, n int) bool {
	for _, r := range refs {
		p := whole(r)
		for range 2 { // x ⊗ y may be meant entry by entry
			x, _, err := f.value(p, shown, f.log10())
			if err == nil && (len(x.Items) == n || len(x.Items) == 1) {
				return true
			} else if err != nil {
				break
			}
			p.entrywise = true
		}
		if m, ok := r.lifted.(formula.Matrix); ok && len(m.Items) == n {
			return true
		}
	}
	return false
}

// items are the entries of a value.
func items(e formula.Expr) ([]formula.Expr, formula.Shape) {
	switch e := e.(type) {
	case formula.Matrix:
		return e.Items, formula.Shape{Rows: e.Rows, Cols: e.Cols}
	case formula.Transpose:
		m, shape := items(e.X)
		out := make([]formula.Expr, len(m))
		for i := range shape.Rows {
			for j := range shape.Cols {
				out[j*shape.Rows+i] = m[i*shape.Cols+j]
			}
		}
		return out, formula.Shape{Rows: shape.Cols, Cols: shape.Rows}
	}
	return []formula.Expr{e}, formula.Scalar
}

// entryOf is the entry i of a reference: an item of a matrix as it is written, or an entry of the computed value.
func (f *flow) entryOf(r *term, i int, shape formula.Shape) (part, bool) {
	if m, ok := r.lifted.(formula.Matrix); ok && len(m.Items) == shape.Size() {
		return whole(r).inner(m.Items[i]), true
	}
	if shape.IsScalar() {
		x, _, err := f.value(whole(r), shown, f.log10())
		return whole(r), err != nil || len(x.Items) == 1
	}
	x, _, err := f.value(whole(r), shown, f.log10())
	p := whole(r)
	if p.dyadic = true; len(x.Items) != shape.Size() && shape.Rows > 1 && shape.Cols > 1 {
		if y, _, err2 := f.value(p, shown, f.log10()); err2 == nil && y.Shape == shape {
			p.entry = i
			return p, true
		}
	}
	p.dyadic = false
	if err != nil || len(x.Items) != shape.Size() {
		p.entrywise = true
		if y, _, err2 := f.value(p, shown, f.log10()); err2 == nil && len(y.Items) == shape.Size() {
			p.entry = i
			return p, true
		}
	}
	if err != nil || len(x.Items) != shape.Size() && len(x.Items) != 1 {
		return part{}, false
	}
	if x.Rows != shape.Rows && x.Rows > 1 && x.Cols > 1 && shape.Rows > 1 && shape.Cols > 1 {
		return part{}, false
	}
	if len(x.Items) == 1 {
		i = 0
	}
	return part{term: r, e: r.lifted, entry: i}, true
}

// claim makes the claim of a literal with its sign.
func (f *flow) claim(x *term, e formula.Expr, relation formula.Relation) *Claim {
	i, negative, _ := signed(e)
	return f.claimAt(x, i, negative, tex.Relation(relation))
}

var relationSigns = map[string]string{`\approx`: "≈", `\to`: "→"}

func (f *flow) claimAt(x *term, i int, negative bool, relation string) *Claim {
	l := x.literals[i]
	if s, ok := relationSigns[relation]; ok {
		relation = s
	}
	n := l.printed
	if negative {
		n.text = "-" + n.text
		n.value = f.c.Neg(n.value)
	}
	c := &Claim{Start: l.start, End: l.end, Printed: l.raw, Relation: relation, number: n, Digits: -1, unit: l.unit}
	if negative {
		f.withSign(c)
	}
	c.Text = f.excerpt(x)
	l.source = c
	f.claims = append(f.claims, c)
	f.remember(c)
	return c
}

// withSign takes the minus sign before the digits into a claim.
func (f *flow) withSign(c *Claim) {
	for _, minus := range []string{"-", "−", "–", "&minus;"} {
		if at := c.Start - len(minus); at >= 0 && f.file.Text[at:c.Start] == minus {
			c.Start = at
			c.Printed = f.file.Text[at:c.End]
			return
		}
	}
	c.Printed = "-" + c.Printed
	c.loose = true
}

// excerpt is the text of the formula around a term.
func (f *flow) excerpt(x *term) string {
	from := 0
	if f.chain != nil && len(f.chain.terms) > 0 {
		if t := f.chain.terms[len(f.chain.terms)-1]; t != nil && t.passage == x.passage {
			from = t.Start
		} else if x.Start > 40 {
			from = x.Start - 40
		}
	} else {
		from = x.Start
	}
	text := x.passage.text[min(from, x.Start):x.End]
	if len(text) > 200 {
		text = "…" + strings.ToValidUTF8(text[len(text)-200:], "")
	}
	return strings.Join(strings.Fields(text), " ")
}

// give marks a claim as stated by the article.
func (f *flow) give(c *Claim) {
	c.Verdict = Given
	if !c.number.isMeasured() {
		c.global = known(c.number.value)
	}
}

// dismiss turns a claim into one that is not judged.
func (f *flow) dismiss(c *Claim, why string) {
	c.Verdict, c.Remark = Given, why
	c.Cause, c.Fix, c.Local, c.Global, c.Digits = "", "", "", "", -1
	c.global = real{}
	c.derived = false
}
