package generator_test

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/shopspring/decimal"

	"longhand/generator"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
)

// TestNetworksAgreeWithNumpy compares values, gradients, every step of training and every loss with float64 results of
// numpy, which testdata/reference/reference.py made without any rule of backpropagation.
func TestNetworksAgreeWithNumpy(t *testing.T) {
	text, err := os.ReadFile("testdata/reference/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Name    string
		Problem string
		Values  map[string][]json.Number
	}
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	// 12 digits of what is not tiny; values that cancel keep the same absolute error.
	tolerance := decimal.New(5, -13)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			p, err := problem.Parse(source.NewFile("case.yaml", c.Problem))
			if err != nil {
				t.Fatal(err)
			}
			_, tr, err := generator.Example(context.Background(), p)
			if err != nil {
				t.Fatal(err)
			}
			for name, values := range c.Values {
				s, ok := tr.Step(name)
				if !ok || len(s.Value.Items) != len(values) {
					t.Errorf("there is no %s of %d entries", name, len(values))
					continue
				}
				for i, v := range values {
					want, err := decimal.NewFromString(v.String())
					if err != nil {
						t.Fatal(err)
					}
					got, err := s.Value.Items[i].Places(20, number.HalfUp)
					if err != nil {
						t.Fatal(err)
					}
					size := decimal.Max(want.Abs(), decimal.New(1, 0))
					if got.Sub(want).Abs().GreaterThan(tolerance.Mul(size)) {
						t.Errorf("%s entry %d is %s, but numpy has %s", name, i, got, want)
					}
				}
			}
		})
	}
	if len(cases) < 60 {
		t.Errorf("only %d cases", len(cases))
	}
}
