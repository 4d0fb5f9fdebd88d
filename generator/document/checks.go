package document

import "longhand/generator/model"

// Check compares a gradient with its parameter, and with central differences.
type Check struct {
	model.Parameter
	Entries int // how many entries were compared with a central difference
	Digits  int // the fewest digits in which one agrees
	Exact   int // how many entries agree exactly
	// Against says whether every entry moved against its gradient's sign, or stayed where that is 0.
	Against bool
}

// mostDifferences bounds the entries that are compared for one parameter: each costs two forward passes. In a model of
// many parameters, where these are long, fewer are compared, at least two.
const (
	mostDifferences = 64
	manyParameters  = 2000
)

// compared is how many entries of one parameter are compared at most.
func (x *Example) compared() int {
	total := 0
	for _, p := range x.Parameters() {
		if s, ok := x.trace.Step(p.Name); ok {
			total += len(s.Value.Items)
		}
	}
	return max(2, mostDifferences*manyParameters/max(total, manyParameters))
}

// Checks compares every gradient.
func (x *Example) Checks() ([]Check, error) {
	var list []Check
	most := x.compared()
	for _, p := range x.Parameters() {
		c := Check{Parameter: p, Against: true}
		s, err := x.step(p.Name)
		if err != nil {
			return nil, err
		}
		size := len(s.Value.Items)
		for i := 0; i < size; i += max(1, size/most) {
			digits, same, err := x.trace.Agreement(x.Model.Loss, p.Name, i, p.Gradient)
			if err != nil {
				return nil, err
			}
			switch {
			case same:
				c.Exact++
			case c.Entries == c.Exact || digits < c.Digits:
				c.Digits = digits
			}
			c.Entries++
		}
		for i := 0; i < size && x.Training() && !p.Frozen; i++ {
			against, err := x.movedAgainst(p, i)
			if err != nil {
				return nil, err
			}
			c.Against = c.Against && against
		}
		list = append(list, c)
	}
	return list, nil
}

func (x *Example) movedAgainst(p model.Parameter, i int) (bool, error) {
	moved, err := x.compare(p.New, i, p.Name, i)
	if err != nil {
		return false, err
	}
	slope, err := x.compareToZero(p.Gradient, i)
	switch slope {
	case "less":
		return moved == "greater", err
	case "greater":
		return moved == "less", err
	}
	return moved != "less" && moved != "greater", err // a 0 that no precision proves moves by no digit that could be told
}
