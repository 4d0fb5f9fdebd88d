package document

import (
	"longhand/generator/formula"
	"longhand/generator/model"
)

// What templates read off mini-batches.

// Batch is a mini-batch as templates see it.
type Batch struct {
	Step, Epoch int
	Samples     string // "3 and 1"
}

// mostSamples is how many samples of a mini-batch are named.
const mostSamples = 12

// FirstBatches are the mini-batches of the first epoch or, where samples are shuffled, of all: as many as a table may hold.
func (x *Example) FirstBatches() []Batch {
	b := x.Model.Training.Batches
	var list []Batch
	for step := range b.Samples {
		if step == mostRows || !x.Problem.Train.Shuffled && x.EpochOf(step+1) > 1 {
			break
		}
		list = append(list, Batch{step + 1, x.EpochOf(step + 1), samplesText(b.Samples[step])})
	}
	return list
}

// EpochOf is the epoch of a step, both counted from 1.
func (x *Example) EpochOf(step int) int {
	b := x.Model.Training.Batches
	return (step-1)/((b.All+b.Size-1)/b.Size) + 1
}

// BatchData are the names of the first mini-batch's parts of the data.
func (x *Example) BatchData() []string {
	b := x.Model.Training.Batches
	var names []string
	for _, name := range append(append([]string(nil), b.Columns...), b.Rows...) {
		names = append(names, model.BatchName(name, 1))
	}
	if b.Count != "" {
		names = append(names, model.BatchName(b.Count, 1))
	}
	return names
}

// DataIsWide says whether the data are so large that dots stand for their middle.
func (x *Example) DataIsWide() bool {
	b := x.Model.Training.Batches
	for _, name := range append(append([]string(nil), b.Columns...), b.Rows...) {
		if s, ok := x.trace.Step(name); ok && s.Value.IsWide() {
			return true
		}
	}
	return false
}

// ForwardPass is the forward pass without the choice of a mini-batch.
func (x *Example) ForwardPass() []formula.Equation {
	if x.Model.Training.Batches == nil {
		return x.Model.Forward
	}
	var list []formula.Equation
	for _, e := range x.Model.Forward {
		if x.Model.Changes[e.Name] {
			list = append(list, e)
		}
	}
	return list
}

// Changed says whether a step of training changes a quantity.
func (x *Example) Changed(name string) bool { return x.Model.Changes[name] }

// sampleOf is the number of the sample in a column of the forward pass, both counted from 1.
func (x *Example) sampleOf(column int) int {
	if b := x.Model.Training.Batches; b != nil {
		return b.Samples[0][column-1]
	}
	return column
}

func samplesText(samples []int) string {
	var words []string
	for i, n := range samples {
		if i == mostSamples {
			words = append(words, "…")
			break
		}
		words = append(words, itoa(n))
	}
	return list(words, "and")
}
