package verify

// trial is what a claim would be if it were the value of a formula.
type trial struct {
	claim *Claim
	would Claim
	near  bool // it would be wrong, but the rounding of the numbers shown explains it
}

// try judges a copy of a claim by a formula.
func (f *flow) try(c *Claim, x *term) trial {
	t := trial{claim: c, would: Claim{Start: c.Start, End: c.End, Text: c.Text, Printed: c.Printed, Relation: "=", Symbol: c.Symbol, number: c.number, Digits: -1, loose: c.loose, copies: c.copies}}
	f.judge(&t.would, []part{whole(x)})
	if t.would.Verdict == Wrong {
		v, ok := f.scalar(whole(x), readings, f.log10())
		t.near = ok && c.number.possible(f.c, v)
	}
	return t
}

func (t trial) fits() bool {
	switch t.would.Verdict {
	case Exact, Rounded, Carried, Truncated, HiddenDigits:
		return true
	}
	return false
}

// settle takes over what the claim would be, unless a computation in its own cell has judged it, or the text computed it from
// more digits than the table shows.
func (t trial) settle() {
	c := t.claim
	if c.named || c.Verdict != Given && c.Relation != "repeats" || t.would.Verdict == Unjudged {
		return
	}
	if c.Verdict == Wrong && c.First == nil || t.near && c.Relation == "repeats" && c.derived {
		return
	}
	if c.Relation == "repeats" && c.derived && t.would.Verdict != Wrong && ranks[t.would.Verdict] > ranks[c.Verdict] {
		return // it is what the text computed, and the table only shows fewer digits of what that came from
	}
	heirs := c.Heirs
	*c = t.would
	c.Heirs = heirs
}
