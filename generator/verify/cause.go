package verify

// guess looks for the one slip that explains a wrong number. A guess is given only where it explains it exactly.
func (f *flow) guess(c *Claim) {
	if c.Local == "" {
		return
	}
	x, err := parsePrinted(trimSign(c.Local))
	if err != nil {
		return
	}
	d, err := x.value.Places(c.number.places, 0)
	if err != nil {
		return
	}
	right := d.StringFixed(int32(max(0, c.number.places)))
	if c.Fix == "" {
		c.Fix = right
	}
	if c.number.digits >= 3 {
		if s := slip(right, c.number.text); s != "" {
			c.Cause = s
		}
	}
}
