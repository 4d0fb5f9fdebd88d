package document

import (
	"longhand/generator/figure"
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// Course is the whole training as a table.
type Course struct {
	Columns []string // signs, as TeX; the first is the loss, of all samples
	Rows    []CourseRow
	Rates   bool // the learning rate changes and has a column
	Batches bool // steps use mini-batches, whose samples and losses have columns
}

// CourseRow is what holds after some steps.
type CourseRow struct {
	Step   int
	Rate   string // with which the step was made; "" before the first
	Values []string

	Epoch   int // counted from 1; 0 before the first step
	Samples string
	Loss    string // of the mini-batch before the step; "" before the first
}

// Bounds of the table: entries of parameters in columns, and rows.
const (
	mostColumns = 5
	mostRows    = 14
)

// Course tells the training: all steps where they are few, else the first ones, some in between, and the last.
func (x *Example) Course() (Course, error) {
	t := x.Model.Training
	c := Course{Columns: []string{tex.Symbol(x.lossAfter(0))}, Rates: t.Decay > 0, Batches: t.Batches != nil}
	columns := []column{{x.Model.Loss, 0}}
	for _, p := range x.Parameters() {
		s, err := x.step(p.Name)
		if err != nil {
			return c, err
		}
		if p.Frozen {
			continue
		}
		for i := range s.Value.Items {
			columns = append(columns, column{p.Name, i})
		}
	}
	if len(columns) > 1+mostColumns {
		columns = columns[:1]
	}
	for _, k := range columns[1:] {
		s, _ := x.step(k.name)
		c.Columns = append(c.Columns, entryOfTeX(k.name, k.entry, s.Value.Shape))
	}
	steps := t.Steps
	for step := 0; step <= steps; step++ {
		if steps >= mostRows && step > 4 && step != steps && step%max(1, steps/8) != 0 {
			continue
		}
		row := CourseRow{Step: step}
		if step > 0 {
			text, err := x.entryText(x.Model.RateIn(step), 0)
			if err != nil {
				return c, err
			}
			row.Rate = text
		}
		if step > 0 && c.Batches {
			if err := x.batchOf(&row); err != nil {
				return c, err
			}
		}
		for i, k := range columns {
			name := model.After(k.name, step)
			if i == 0 {
				name = x.lossAfter(step)
			}
			text, err := x.entryText(name, k.entry)
			if err != nil {
				return c, err
			}
			row.Values = append(row.Values, text)
		}
		c.Rows = append(c.Rows, row)
	}
	return c, nil
}

type column struct {
	name  string
	entry int
}

// entryOfTeX is the sign of an entry in row-major order.
func entryOfTeX(name string, i int, s formula.Shape) string {
	switch {
	case s.IsScalar():
		return tex.Symbol(name)
	case s.Cols == 1:
		return tex.Print(formula.At(formula.Sym(name), i+1))
	}
	return tex.Print(formula.At(formula.Sym(name), i/s.Cols+1, i%s.Cols+1))
}

// entryText is an entry's value as it is shown, as TeX.
func (x *Example) entryText(name string, entry int) (string, error) {
	var text string
	err := x.trace.Decide(func() error {
		shown, err := x.deriver.Entry(name, entry)
		if err == nil {
			text = tex.Print(shown.Expr)
		}
		return err
	})
	return text, err
}

// lossAfter is the name of the loss after some steps: with mini-batches, that of all samples.
func (x *Example) lossAfter(steps int) string {
	if x.Model.Training.Batches != nil {
		return x.Model.WholeLoss(steps)
	}
	return model.After(x.Model.Loss, steps)
}

// batchOf adds what there is to know of a step's mini-batch.
func (x *Example) batchOf(row *CourseRow) (err error) {
	b := x.Model.Training.Batches
	row.Epoch = x.EpochOf(row.Step)
	row.Samples = samplesText(b.Samples[row.Step-1])
	row.Loss, err = x.entryText(x.Model.BatchLoss(row.Step), 0)
	return err
}

// BestStep is the number of steps after which the loss is smallest.
func (x *Example) BestStep() (int, error) {
	best := 0
	for step := 1; step <= x.Model.Training.Steps; step++ {
		order, err := x.compare(x.lossAfter(step), 0, x.lossAfter(best), 0)
		if err != nil {
			return 0, err
		}
		if order == number.Less.String() {
			best = step
		}
	}
	return best, nil
}

// CourseChange compares the loss after the last step with the loss before the first.
func (x *Example) CourseChange() (string, error) {
	return x.compare(x.lossAfter(x.Model.Training.Steps), 0, x.lossAfter(0), 0)
}

// FirstLoss is the name of the loss before the first step.
func (x *Example) FirstLoss() string { return x.lossAfter(0) }

// LastLoss is the name of the loss after the last step.
func (x *Example) LastLoss() string { return x.lossAfter(x.Model.Training.Steps) }

// Curve draws the loss over the steps, loss.svg. Where a pixel cannot tell values apart, rounded ones will do.
func (x *Example) Curve() (figure.Figure, error) {
	var c figure.Curve
	var low, high number.Real
	err := x.trace.Decide(func() error {
		c.Points = nil
		for step := 0; step <= x.Model.Training.Steps; step++ {
			value := x.entryOf(x.lossAfter(step), 0)()
			rounded, err := value.Digits(12, number.HalfUp)
			if err != nil {
				return err
			}
			y, _ := rounded.Float64()
			if step == 0 || value.Compare(low) == number.Less {
				low, c.Lowest = value, number.FromDecimal(rounded.Round(4)).String()
			}
			if step == 0 || value.Compare(high) == number.Greater {
				high, c.Most = value, number.FromDecimal(rounded.Round(4)).String()
			}
			c.Points = append(c.Points, figure.Point{X: float64(step), Y: y})
		}
		return nil
	})
	if err != nil {
		return figure.Figure{}, err
	}
	alt, err := x.Phrase("loss curve", x)
	if err != nil {
		return figure.Figure{}, err
	}
	if c.XTitle, err = x.Phrase("loss curve steps", x); err != nil {
		return figure.Figure{}, err
	}
	if c.YTitle, err = x.Phrase("loss curve loss", x); err != nil {
		return figure.Figure{}, err
	}
	return figure.LossCurve("loss.svg", alt, c)
}
