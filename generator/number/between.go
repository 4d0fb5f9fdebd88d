package number

// Between gives the enclosure of all numbers from lo to hi: what a measurement, or a decimal that was rounded, may stand for.
func (c *Context) Between(lo, hi Real) Real { return enclosure(c.hull(c.of(lo), c.of(hi))) }
