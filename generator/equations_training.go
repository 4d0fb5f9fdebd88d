package generator

import (
	"slices"

	"longhand/generator/formula"
	"longhand/generator/problem"
)

// readTraining reads how the differentiated quantities are changed, and which quantities hold the samples of mini-batches.
func (s *statement) readTraining() error {
	p := s.problem.Train
	if !p.Present {
		return nil
	}
	rows, samples, err := s.samples(p.Rows, func(shape formula.Shape) int { return shape.Rows }, 0)
	if err != nil {
		return err
	}
	columns, samples, err := s.samples(p.Columns, func(shape formula.Shape) int { return shape.Cols }, samples)
	if err != nil {
		return err
	}
	switch {
	case p.BatchSize > 0 && samples == 0:
		return p.BatchPos.Errorf("mini-batches need to know which quantities hold the samples").
			WithHint("add rows: [X, y] for those with a row for each sample, or columns: [X, T]")
	case p.BatchSize == 0 && samples > 0:
		return append(p.Rows, p.Columns...)[0].Pos.Errorf("every step uses all samples").
			WithHint("add batch size: 2, or leave rows and columns out")
	}
	t, err := training(s.problem, samples)
	if err != nil {
		return err
	}
	for _, f := range p.Freeze {
		name, err := s.name(f)
		if err != nil {
			return err
		}
		if !slices.Contains(s.stated.In, name) {
			return f.Pos.Errorf("%s is not differentiated, so training leaves it alone anyway", f.Value).
				WithHint("freeze what is named by `with respect to`, or leave it out")
		}
		t.Freeze = append(t.Freeze, name)
	}
	if t.Batches != nil {
		t.Batches.Rows, t.Batches.Columns = rows, columns
		if p.Count.Value != "" {
			if t.Batches.Count, err = s.name(p.Count); err != nil {
				return err
			}
			if n := s.stated.Whole[t.Batches.Count]; n != samples {
				return p.Count.Pos.Errorf("%s counts the samples, so it must be given as %d", p.Count.Value, samples).
					WithHint("the samples are counted from the quantities in rows and columns")
			}
		}
	}
	s.stated.Training = &t
	return nil
}

// samples reads the names of quantities that hold samples, and counts these.
func (s *statement) samples(texts []problem.Text, size func(formula.Shape) int, samples int) ([]string, int, error) {
	var list []string
	for _, t := range texts {
		name, err := s.name(t)
		if err != nil {
			return nil, 0, err
		}
		shape, given := s.stated.Shapes[name]
		switch {
		case !given:
			return nil, 0, t.Pos.Errorf("%s is not given", t.Value).WithHint("samples are quantities under given:")
		case samples > 0 && size(shape) != samples:
			return nil, 0, t.Pos.Errorf("%s holds %d samples, but those before it hold %d", t.Value, size(shape), samples).
				WithHint("%s is %v", t.Value, shape)
		}
		samples = size(shape)
		list = append(list, name)
	}
	return list, samples, nil
}
