package generator

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"

	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// training is what a problem says of it, for so many samples; 0 where the model has none. Names of methods and settings
// that are not known, and mini-batches that cannot be made, are errors at their place.
func training(p *problem.Problem, samples int) (model.Training, error) {
	t := model.Training{Method: "gradient descent"}
	if !p.Train.Present {
		return t, nil
	}
	t.Method = p.Train.Method.Value
	method, ok := model.Methods[t.Method]
	if !ok {
		return t, unknown(p.Train.Method, "method", keys(model.Methods))
	}
	if err := checkSettings(p, method); err != nil {
		return t, err
	}
	if p.Train.Decay != nil {
		t.Decay = p.Train.Decay.Every
	}
	var err error
	if t.Steps, err = p.Train.StepsOf(samples); err != nil {
		return t, err
	}
	if p.Train.BatchSize > 0 {
		t.Batches = batches(p.Train, samples, t.Steps)
	}
	return t, nil
}

// batches chooses the samples of every step: in each epoch all of them once, in the order of the data, or in one that the
// seed decides.
func batches(t problem.Train, samples, steps int) *model.Batches {
	b := &model.Batches{All: samples, Size: t.BatchSize}
	for len(b.Samples) < steps {
		b.Epochs++
		order := make([]int, samples)
		for i := range order {
			order[i] = i + 1
		}
		if t.Shuffled {
			shuffle(order, t.Seed, b.Epochs)
		}
		for from := 0; from < samples && len(b.Samples) < steps; from += t.BatchSize {
			b.Samples = append(b.Samples, order[from:min(from+t.BatchSize, samples)])
		}
	}
	return b
}

// shuffle brings numbers into an order that depends on seed and epoch alone: Fisher and Yates' method (Knuth: The Art of
// Computer Programming, section 3.4.2, algorithm P) with the stream of ChaCha8. The remainder of a division by so small a
// number is uneven by less than 2⁻⁴⁰.
func shuffle(order []int, seed, epoch int) {
	var key [16]byte
	binary.LittleEndian.PutUint64(key[:8], uint64(seed))
	binary.LittleEndian.PutUint64(key[8:], uint64(epoch))
	stream := rand.NewChaCha8(sha256.Sum256(append([]byte("longhand shuffle 1\n"), key[:]...)))
	for i := len(order) - 1; i > 0; i-- {
		j := int(stream.Uint64() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// givenTraining are the numbers of training.
func givenTraining(p *problem.Problem, m *model.Model) []trace.Given {
	if !p.Train.Present {
		return nil
	}
	list := append([]trace.Given{givenArray(m.Rate, problem.Array{Items: []problem.Literal{p.Train.Rate}})}, settings(p, m)...)
	if p.Train.Decay != nil && m.Training.Steps > 1 {
		list = append(list, givenArray("gamma", problem.Array{Items: []problem.Literal{p.Train.Decay.Factor}}))
	}
	return list
}

// checkSettings holds that the method needs what is set.
func checkSettings(p *problem.Problem, method model.Method) error {
	var known []string
	for _, s := range method.Settings {
		known = append(known, s.Key)
	}
	for _, s := range p.Train.Settings {
		used := false
		for _, key := range known {
			used = used || key == s.Key
		}
		if used {
			continue
		}
		e := s.Value.Pos.Errorf("%s has no %s", p.Train.Method.Value, s.Key)
		if len(known) == 0 {
			return e.WithHint("leave it out, or choose a method that has one, such as %s", methodWith(s.Key))
		}
		return e.WithHint("its settings are %s", join(known))
	}
	return nil
}

func methodWith(key string) string {
	for _, name := range keys(model.Methods) {
		for _, s := range model.Methods[name].Settings {
			if s.Key == key {
				return name
			}
		}
	}
	return ""
}

// settings are the numbers of the method: those of the file, or the usual ones.
func settings(p *problem.Problem, m *model.Model) []trace.Given {
	var list []trace.Given
	for _, s := range model.Methods[m.Training.Method].Settings {
		text := s.Default
		for _, typed := range p.Train.Settings {
			if typed.Key == s.Key {
				text = typed.Value.Text
			}
		}
		x, err := number.Parse(text)
		if err != nil {
			panic("generator: the usual value of " + s.Key + " is no number")
		}
		if n := len(list); s.Entry > 1 { // the next entry of a quantity that has begun
			g := &list[n-1]
			g.Value.Shape = formula.Shape{Rows: s.Entry, Cols: 1}
			g.Value.Items, g.Typed = append(g.Value.Items, x), append(g.Typed, text)
			continue
		}
		list = append(list, trace.Given{Name: s.Name, Value: trace.NumberValue(x), Typed: []string{text}})
	}
	return list
}
