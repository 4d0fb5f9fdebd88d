package verify

import "longhand/generator/trace"

// takesEarly says whether the article itself uses new values in the derivatives of earlier layers: whether its new parameters
// fit those of a round that is computed so, and not those of one that is not.
func (f *flow) takesEarly(l *learner) bool {
	t := f.training(l, map[int]bool{1: true})
	if t == nil || t.inner {
		return false
	}
	found, slopes := t.run(false, false)
	late, _ := t.fitting(found)
	l.same, l.other = t.agreement(slopes)
	found, _ = t.run(false, true)
	early, _ := t.fitting(found)
	return early > late
}

// showsRule says whether the rule of a learner gives most of the new parameters that the article prints.
func (f *flow) showsRule(l *learner) bool {
	t := f.training(l, map[int]bool{1: true})
	if t == nil || t.inner {
		return false
	}
	for _, early := range []bool{false, true} {
		found, _ := t.run(false, early)
		if n, all := t.fitting(found); n >= minShown && 2*n >= all {
			return true
		}
	}
	return false
}

// fitting counts the new parameters of the article that fit those after one round, and all that it prints to enough digits.
func (t *training) fitting(found results) (n, all int) {
	for _, p := range t.l.parameters {
		for _, version := range append(versionsOf(p), p) {
			q := t.f.quantities[version]
			if q == nil || version == p && q.update == nil {
				continue
			}
			for i, c := range q.claims {
				if x, ok := found[1][itemKey(p, i, q.shape)]; ok && c.number.digits >= minFitting {
					if all++; c.number.fits(x) >= fitRounded {
						n++
					}
				}
			}
		}
	}
	return n, all
}

// agreement counts the derivatives that the article computes itself and that are near to those of the first round, and the
// others.
func (t *training) agreement(slopes map[string]trace.Value) (same, other int) {
	for name, slope := range slopes {
		q := t.f.quantities[name]
		if q == nil || q.basis != "" || len(q.claims) != len(slope.Items) {
			continue
		}
		for i, c := range q.claims {
			if !c.derived || c.Verdict == Wrong || c.number.digits < 2 {
				continue
			}
			if t.f.nearly(c.number, slope.Items[i]) {
				same++
			} else {
				other++
			}
		}
	}
	return same, other
}
