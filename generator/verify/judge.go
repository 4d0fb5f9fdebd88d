package verify

import (
	"longhand/generator/number"
	"longhand/generator/trace"
)

// judge settles the verdict of a claim from what it is said to equal, the nearest formula first.
func (f *flow) judge(c *Claim, refs []part) {
	c.derived = true
	c.refs = refs
	best := f.judgeUnits(c, refs)
	best.give(f, c)
}

// judgeReading compares a claim with what it is said to equal, under the readings of log and of angles that fit.
func (f *flow) judgeReading(c *Claim, refs []part) outcome {
	best := f.outcome(c, refs, f.log10())
	if best.usedLog {
		best = f.byBase(c, refs)
	}
	if best.usedTrig && best.verdict == Wrong { // cos 60 may mean degrees
		f.degrees = true
		if other := f.outcome(c, refs, false); other.rank() < best.rank() || c.unit.Name == "°" {
			best = other
		}
		f.degrees = false
	}
	return best
}

// outcome is what a claim comes to under one reading.
type outcome struct {
	verdict       Verdict
	local, global real
	reason        string
	usedLog       bool
	usedTrig      bool
	from          []*Claim
	formula       part
	// contradicted says that the names in a formula give the number, and the numbers put in for them do not.
	contradicted bool
}

var ranks = map[Verdict]int{Exact: 0, Rounded: 1, Carried: 2, HiddenDigits: 3, Truncated: 4, Given: 5, Unjudged: 6, Wrong: 7}

func (o outcome) rank() int { return ranks[o.verdict] }

func (o outcome) give(f *flow, c *Claim) {
	c.Verdict = o.verdict
	c.from = append(c.from, o.from...)
	digits := c.number.digits + 6
	if o.local.known {
		c.Local = show(o.local.Real, digits)
		c.local = o.local
	}
	if o.global.known {
		f.showExact(c, o.global.Real)
	}
	c.Remark = o.reason
	c.formula = o.formula
	c.contradicted = o.contradicted
	if c.Verdict == Exact && c.global.known == false {
		c.global = known(c.number.value)
	}
}

// showExact gives a claim its exact value, and shows it where it is known to as many digits as are printed: 600 for what lies between
// 550 and 560 tells nothing. What the number of a claim that is not read is said to equal is not known.
func (f *flow) showExact(c *Claim, x number.Real) {
	c.global = known(x)
	if _, err := x.Digits(max(1, c.number.digits), number.HalfUp); err != nil && !x.IsExact() || c.Verdict == Unjudged {
		return
	}
	c.Global = show(x, max(c.number.digits+6, f.options.Digits))
	c.Digits = c.number.rightDigits(x)
}

func (f *flow) outcome(c *Claim, refs []part, base10 bool) outcome {
	o := outcome{verdict: Unjudged}
	p := c.number
	symbolic := false
	var truths []number.Real // of the references, the nearest first
	var nearest part
	for _, r := range refs {
		x, usedLog, err := f.value(r, shown, base10)
		o.usedLog = o.usedLog || usedLog
		o.usedTrig = o.usedTrig || f.usedTrig
		if err != nil || len(x.Items) != 1 {
			if o.reason == "" && err != nil {
				o.reason = err.Error()
			}
			continue
		}
		if !o.local.known {
			o.local = known(x.Items[0])
			symbolic = len(partSymbols(r)) > 0
			o.from = f.sources(r)
			o.formula = r
			nearest = r
		}
		if g, ok := f.scalar(r, truth, base10); ok {
			truths = append(truths, g)
		}
	}
	if !o.local.known {
		return o
	}
	o.reason = ""
	o.global, o.contradicted = f.exact(p, nearest, truths, base10)
	o.verdict = f.verdict(p, nearest, o.local.Real, o.global, base10)
	o.contradicted = o.contradicted && o.verdict == Wrong
	if o.verdict == Wrong && !f.nearly(p, o.local.Real) && f.isOther(c, o.formula) {
		o.verdict = Unjudged
		o.reason = "the number before it is another one"
	}
	for i, r := range refs {
		if o.verdict == Wrong && (i == 0 || len(partSymbols(r)) == 0) && f.rightWhenMended(p, r, base10) {
			o.verdict = HiddenDigits
			o.reason = "it follows from what a wrong number before it should be"
		}
	}
	if o.verdict == Wrong && symbolic && !f.certain && f.unsettled(refs) && !f.onlyLatest(p, nearest, o.local.Real) {
		o.verdict = Unjudged
		o.reason = "its names have had several values, and none of these gives it"
	}
	return o
}

// exact is the exact value of what a number is said to equal: that of the first formula of its chain. A formula whose
// exact value is further from what the numbers put in give than their rounding explains is not what was computed: its
// names have other values here, or it is misprinted. contradicted says that it alone gives what is printed.
func (f *flow) exact(p printed, nearest part, truths []number.Real, base10 bool) (exact real, contradicted bool) {
	reach, ok := f.scalar(nearest, loose, base10)
	for _, x := range truths { // the last one that agrees is the first of the chain
		if !ok || agree(x, reach) {
			exact = known(x)
		} else if p.fits(x) >= fitRounded {
			contradicted = true
		}
	}
	return exact, contradicted
}

// agree says whether two enclosures may hold the same number.
func agree(x, y number.Real) bool {
	order := x.Compare(y)
	return order == number.Equal || order == number.Undecided
}

// verdict compares what is printed with what the digits shown give, with what is true, and with all that the digits shown
// may stand for.
func (f *flow) verdict(p printed, nearest part, local number.Real, global real, base10 bool) Verdict {
	how := p.fits(local)
	right := global.known && p.possible(f.c, global.Real)
	reaches := func(m mode) bool {
		x, ok := f.scalar(nearest, m, base10)
		return ok && p.possible(f.c, x)
	}
	switch {
	case how >= fitRounded && global.known && !right:
		return Carried
	case how == fitExact:
		return Exact
	case how == fitRounded:
		return Rounded
	case right && reaches(loose):
		return HiddenDigits
	case how == fitTruncated, global.known && p.fits(global.Real) == fitTruncated:
		return Truncated
	case (!global.known || global.Compare(local) == number.Equal) && (reaches(deeper) || reaches(readings)):
		return HiddenDigits // nothing tells the exact value, and some reading of the digits shown gives it
	}
	return Wrong
}

// rightWhenMended says whether a number follows once the wrong numbers that it is made from are put right: the article
// computed it from the right ones, and only printed them wrongly.
func (f *flow) rightWhenMended(p printed, r part, base10 bool) bool {
	if p.digits < 3 {
		return false // too little to tell it from chance
	}
	wrong := false
	slipped := func(c *Claim) {
		if c != nil && c.misleads() {
			_, ok := c.mended()
			wrong = wrong || ok
		}
	}
	f.walkPlaces(r, func(l *literal) { slipped(l.source) })
	for _, name := range f.namesOf(r) {
		if q := f.quantities[name]; q != nil {
			for _, c := range q.claims {
				slipped(c)
			}
		}
	}
	if !wrong {
		return false
	}
	x, ok := f.scalar(r, mended, base10)
	return ok && p.possible(f.c, x)
}

// nearly says whether two numbers differ by less than one part in a hundred.
func (f *flow) nearly(p printed, x number.Real) bool {
	gap := f.c.Abs(f.c.Sub(p.value, x))
	return f.c.Mul(gap, number.FromInt(100)).Compare(f.c.Abs(x)) != number.Greater
}

// partSymbols are the names that a part uses.
func partSymbols(p part) []string { return keys(p.e) }

// sources are the claims whose numbers a part uses.
func (f *flow) sources(p part) []*Claim {
	var out []*Claim
	f.walkPlaces(p, func(l *literal) {
		if l.source != nil {
			out = append(out, l.source)
			if l.end > l.start {
				l.source.copies = append(l.source.copies, span{l.start, l.end})
			}
		}
	})
	for _, name := range f.namesOf(p) {
		if q := f.quantities[name]; q != nil {
			out = append(out, q.claims...)
		}
	}
	return out
}

// one is the single number of a value.
func one(x trace.Value) (number.Real, bool) {
	if len(x.Items) != 1 {
		return number.Real{}, false
	}
	return x.Items[0], true
}
