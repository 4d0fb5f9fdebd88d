package verify

import (
	"strings"

	"longhand/generator/number"
)

// truths are the true values that the option Given holds, by name.
func (f *flow) truths() map[string][]number.Real {
	m := map[string][]number.Real{}
	for _, t := range f.options.Given {
		var values []number.Real
		for _, s := range t.Values {
			x, err := number.Parse(s)
			if err != nil {
				values = nil
				break
			}
			values = append(values, x)
		}
		if values != nil {
			m[t.Name] = values
		}
	}
	return m
}

// trueValues are those of a name, or of one entry of it.
func (f *flow) trueValues(key string, n int) []number.Real {
	if v := f.known[key]; len(v) == n {
		return v
	}
	base, at, ok := splitKey(key)
	if !ok || n != 1 || strings.Contains(at, ",") {
		return nil
	}
	v := f.known[base]
	i := 0
	for _, r := range at {
		i = 10*i + int(r-'0')
	}
	if i < 1 || i > len(v) {
		return nil
	}
	return v[i-1 : i]
}

// confirm compares the printed values of a name with the true ones. What follows from the digits shown is carried where
// it differs; what nothing in the article computes is wrong then.
func (f *flow) confirm(key string, claims []*Claim) {
	values := f.trueValues(key, len(claims))
	if values == nil {
		return
	}
	for i, c := range claims {
		fits := c.number.fits(values[i]) >= fitRounded
		c.global = known(values[i])
		c.Global = show(values[i], max(c.number.digits+6, f.options.Digits))
		c.Digits = c.number.rightDigits(values[i])
		switch {
		case fits && (c.Verdict == Given || c.Verdict == Carried || c.Verdict == Unjudged):
			c.Verdict = Rounded
			if c.number.fits(values[i]) == fitExact {
				c.Verdict = Exact
			}
		case fits && c.Verdict == Wrong && c.First == nil:
			c.Verdict = HiddenDigits
			c.Cause, c.Fix = "", ""
		case fits:
		case c.Verdict == Given && c.number.fits(values[i]) == fitTruncated:
			c.Verdict = Truncated
		case c.Verdict == Given:
			c.Verdict = Wrong
			c.Remark = "the problem gives " + c.Global
			if d, err := values[i].Places(c.number.places, number.HalfUp); err == nil {
				c.Fix = d.StringFixed(int32(max(0, c.number.places)))
			}
		case c.Verdict == Exact || c.Verdict == Rounded:
			c.Verdict = Carried
		}
	}
}
