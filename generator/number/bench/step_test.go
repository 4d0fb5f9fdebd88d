package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	n "longhand/generator/number"

	"github.com/shopspring/decimal"
)

// The 2–2–1 step to 1000 digits, against values that an independent ball arithmetic proved.
func TestStepAgainstReference(t *testing.T) {
	text, err := os.ReadFile("testdata/two-two-one-1000-digits.json")
	if err != nil {
		t.Fatal(err)
	}
	var ref struct {
		Exact  []string
		Values map[string]any
	}
	if err := json.Unmarshal(text, &ref); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	var flatten func(name string, v any)
	flatten = func(name string, v any) {
		switch v := v.(type) {
		case string:
			want[name] = v
		case []any:
			for i, e := range v {
				flatten(fmt.Sprintf("%s[%d]", name, i), e)
			}
		}
	}
	for name, v := range ref.Values {
		flatten(name, v)
	}
	exact := map[string]bool{}
	for _, name := range ref.Exact {
		exact[name] = true
	}
	for _, digits := range []int{1, 2, 7, 16, 17, 33, 50, 100, 140, 150, 333, 999, 1000} {
		var values []n.Real
		err := n.Refine(context.Background(), n.BitsFor(digits), func(c *n.Context) (err error) {
			values, err = quantities(c)
			if err == nil {
				_, err = step(c, digits)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(values) != len(want) {
			t.Fatalf("%d quantities, the reference has %d", len(values), len(want))
		}
		for i, v := range values {
			if v.IsExact() != exact[names[i]] {
				t.Errorf("%s: exact %v", names[i], v.IsExact())
			}
			got, err := v.Digits(digits, n.HalfUp)
			w := decimal.RequireFromString(want[names[i]])
			if digits < 1000 && !w.IsZero() { // rounding the rounded reference is right unless it sits on a tie
				r := n.FromDecimal(w)
				if w, err = r.Digits(digits, n.HalfUp); err != nil {
					t.Fatal(err)
				}
			}
			if err != nil || !got.Equal(w) {
				t.Errorf("%s to %d digits: %v, %v; want %v", names[i], digits, got, err, w)
			}
		}
	}
}

// After 1000 gradient steps at 50 digits every parameter and the loss are still certified, and agree with a computation at twice the precision.
func TestTrainingStaysCertified(t *testing.T) {
	low, err := train(n.NewContext(n.BitsFor(50)+12), 1000, 50)
	if err != nil {
		t.Fatal(err)
	}
	high, err := train(n.NewContext(2*n.BitsFor(50)), 1000, 50)
	if err != nil {
		t.Fatal(err)
	}
	for i := range low {
		if !low[i].Equal(high[i]) {
			t.Errorf("%v, at twice the precision %v", low[i], high[i])
		}
	}
}

// BenchmarkTraining shows that the time of a step does not depend on how many there are: ns/step is the same in every row.
func BenchmarkTraining(b *testing.B) {
	for _, steps := range []int{100, 300, 1000} {
		b.Run(fmt.Sprint(steps), func(b *testing.B) {
			b.ReportAllocs()
			c := n.NewContext(n.BitsFor(50) + 12)
			for b.Loop() {
				if _, err := train(c, steps, 50); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*steps), "ns/step")
		})
	}
}
