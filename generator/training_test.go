package generator_test

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"testing"

	"longhand/generator"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/trace"
)

func traced(t *testing.T, text string) *trace.Trace {
	t.Helper()
	p, err := problem.Parse(source.NewFile("case.yaml", text))
	if err != nil {
		t.Fatal(err)
	}
	_, tr, err := generator.Example(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// sameValues holds that two quantities have the same 30 digits.
func sameValues(t *testing.T, a, b *trace.Trace, nameA, nameB string) {
	t.Helper()
	x, ok1 := a.Step(nameA)
	y, ok2 := b.Step(nameB)
	if !ok1 || !ok2 || x.Value.Shape != y.Value.Shape {
		t.Errorf("%s and %s are not to be compared", nameA, nameB)
		return
	}
	for i := range x.Value.Items {
		p, err1 := x.Value.Items[i].Places(30, number.HalfUp)
		q, err2 := y.Value.Items[i].Places(30, number.HalfUp)
		if err1 != nil || err2 != nil || !p.Equal(q) {
			t.Errorf("%s is %v, and %s is %v (%v, %v)", nameA, p, nameB, q, err1, err2)
		}
	}
}

const networkNumbers = `
  X: [[0.5, -1.0, 2.0, 1.5, 0.2], [1.0, 0.3, -0.5, 0.8, -1.2]]
  T: [[1.0, -0.5, 0.7, 1.2, 0.1]]
  W1: [[0.2, -0.4], [0.5, 0.1]]
  b1: [0.1, -0.2]
  W2: [[0.6, -0.3]]
  b2: [0.05]
`

const statedNetwork = `title: A
given:` + networkNumbers + `  ones: [1, 1, 1, 1, 1]
  N: 5
equations:
  - Z^{(1)} = W^{(1)} X + b^{(1)} \mathbf{1}^T
  - A^{(1)} = \tanh(Z^{(1)})
  - Z^{(2)} = W^{(2)} A^{(1)} + b^{(2)} \mathbf{1}^T
  - Y = \operatorname{SiLU}(Z^{(2)})
  - L = \frac{1}{2 N} \sum_{n=1}^{N} (Y_{1,n} - T_{1,n})^2
differentiate: {of: L, with respect to: [W1, b1, W2, b2]}
train: {rate: 0.1, step decay: {factor: 0.5, every: 2}, freeze: [b1], `

const layeredNetwork = `title: A
network:
  layers: [{units: 2, activation: tanh}, {units: 1, activation: silu}]
  loss: half squared error
given:` + networkNumbers + `train: {rate: 0.1, step decay: {factor: 0.5, every: 2}, freeze: [b1], `

// A network and the same model stated by equations are trained alike, whatever the method, with mini-batches and without.
func TestStatedModelsTrainAsNetworks(t *testing.T) {
	var methods []string
	for name := range model.Methods {
		methods = append(methods, name)
	}
	sort.Strings(methods)
	for _, method := range methods {
		for _, steps := range []string{"steps: 5", "batch size: 2, epochs: 2, shuffle: 3"} {
			stated := statedNetwork + "method: " + method + ", " + steps
			if strings.Contains(steps, "batch") {
				stated += ", columns: [X, T], rows: [ones], count: N"
			}
			a := traced(t, stated+"}\n")
			b := traced(t, layeredNetwork+"method: "+method+", "+steps+"}\n")
			for _, name := range []string{"W1", "W2", "b2"} {
				for step := 1; step <= 5; step++ {
					sameValues(t, a, b, model.After(name, step), model.After(name, step))
				}
			}
			if _, trained := a.Step("b1_new"); trained {
				t.Error("b1 is frozen, and trained")
			}
			if strings.Contains(steps, "batch") {
				sameValues(t, a, b, "L_all,step6", "L_all,step6")
			} else {
				sameValues(t, a, b, "L_step5", "L_step5")
			}
		}
	}
}

// A mini-batch that holds all samples trains as no mini-batches do, in whatever order.
func TestWholeBatch(t *testing.T) {
	a := traced(t, layeredNetwork+"method: adam, batch size: 5, epochs: 3, shuffle: 1}\n")
	b := traced(t, layeredNetwork+"method: adam, steps: 3}\n")
	for _, name := range []string{"W1", "W2", "b2"} {
		sameValues(t, a, b, model.After(name, 3), model.After(name, 3))
	}
	for step := range 4 {
		whole := "L_all"
		if step > 0 {
			whole = "L_all," + model.Suffix(step)
		}
		sameValues(t, a, b, whole, model.After("L", step))
	}
}

// The order of the samples is decided by the seed alone, every epoch uses each sample once, and seeds differ.
func TestShuffledOrder(t *testing.T) {
	order := func(seed int) string {
		p, err := problem.Parse(source.NewFile("case.yaml", layeredNetwork+fmt.Sprintf("batch size: 2, epochs: 3, shuffle: %d}\n", seed)))
		if err != nil {
			t.Fatal(err)
		}
		x, _, err := generator.Example(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		for epoch := range 3 {
			seen := map[int]bool{}
			for _, samples := range x.Model.Training.Batches.Samples[3*epoch : 3*epoch+3] {
				for _, n := range samples {
					seen[n] = true
				}
			}
			if len(seen) != 5 {
				t.Errorf("epoch %d uses the samples %v", epoch+1, seen)
			}
		}
		return fmt.Sprint(x.Model.Training.Batches.Samples)
	}
	if got, want := order(7), "[[4 3] [2 5] [1] [1 5] [4 3] [2] [5 4] [1 3] [2]]"; got[:22] != want[:22] {
		t.Errorf("the order of seed 7 has become %s", got)
	}
	if order(7) == order(8) {
		t.Error("two seeds give the same order")
	}
}
