package generator_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"longhand/generator"
)

type published struct {
	Problem    string
	Digits     int
	Quantities []struct {
		Name   string
		TeX    string `json:"tex"`
		Shape  []int
		Exact  []bool
		Values []string
	}
}

func values(t *testing.T, o generator.ValuesOptions) published {
	t.Helper()
	o.Format = "json"
	var b bytes.Buffer
	if err := generator.Values(context.Background(), &b, o); err != nil {
		t.Fatal(err)
	}
	var p published
	if err := json.Unmarshal(b.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// flat lists the numbers of a nested array of texts.
func flat(x any) []string {
	list, ok := x.([]any)
	if !ok {
		return []string{x.(string)}
	}
	var all []string
	for _, item := range list {
		all = append(all, flat(item)...)
	}
	return all
}

// All quantities of the 2–2–1 step against 1000 digits that were established with an independent library for ball
// arithmetic.
func TestThousandDigits(t *testing.T) {
	text, err := os.ReadFile("number/bench/testdata/two-two-one-1000-digits.json")
	if err != nil {
		t.Fatal(err)
	}
	var reference struct {
		Exact  []string
		Values map[string]any
	}
	if err := json.Unmarshal(text, &reference); err != nil {
		t.Fatal(err)
	}
	exact := map[string]bool{}
	for _, name := range reference.Exact {
		exact[name] = true
	}
	compared := 0
	for _, q := range values(t, generator.ValuesOptions{Digits: 1000}).Quantities {
		want, ok := reference.Values[q.Name]
		if !ok {
			continue
		}
		numbers := flat(want)
		if len(numbers) != len(q.Values) {
			t.Fatalf("%s has %d values, want %d", q.Name, len(q.Values), len(numbers))
		}
		for i, number := range numbers {
			if !decimal.RequireFromString(q.Values[i]).Equal(decimal.RequireFromString(number)) {
				t.Errorf("%s[%d] is %s, want %s", q.Name, i, q.Values[i], number)
			}
			if name := q.Name + "[" + string(rune('0'+i)) + "]"; q.Exact[i] != exact[name] {
				t.Errorf("%s is exact: %v", name, q.Exact[i])
			}
			compared++
		}
	}
	if compared != 43 {
		t.Errorf("%d numbers were compared, want 43", compared)
	}
}

// What is printed with fewer digits is the rounding of what is printed with more.
func TestDigitsRound(t *testing.T) {
	long := values(t, generator.ValuesOptions{Digits: 420})
	for _, digits := range []int{1, 2, 7, 16, 17, 50, 140, 141, 399} {
		for i, q := range values(t, generator.ValuesOptions{Digits: digits}).Quantities {
			for j, text := range q.Values {
				if q.Exact[j] {
					continue
				}
				exact := decimal.RequireFromString(long.Quantities[i].Values[j])
				places := int32(digits - exact.NumDigits() - int(exact.Exponent()))
				if got, want := decimal.RequireFromString(text), exact.Round(places); !got.Equal(want) {
					t.Errorf("%s[%d] to %d digits is %s, want %s", q.Name, j, digits, got, want)
				}
			}
		}
	}
}

func TestQuantityNames(t *testing.T) {
	want := strings.Fields(`z1 a1 z2 y L dL/dy dy/dz2 delta2 dL/dW2 dL/db2 dL/da1 da1/dz1 delta1 dL/dW1 dL/db1
		W2_new b2_new W1_new b1_new z1_new a1_new z2_new y_new L_new`)
	p := values(t, generator.ValuesOptions{Digits: 5})
	if p.Problem != "two-two-one" || p.Digits != 5 {
		t.Errorf("the head says %q, %d digits", p.Problem, p.Digits)
	}
	for i, name := range want {
		if got := p.Quantities[i].Name; got != name {
			t.Errorf("quantity %d is %s, want %s", i, got, name)
		}
	}
	if q := p.Quantities[0]; q.TeX != "z^{(1)}" || len(q.Shape) != 1 || q.Shape[0] != 2 {
		t.Errorf("z1 is %s of shape %v", q.TeX, q.Shape)
	}
}

func TestFormats(t *testing.T) {
	var b bytes.Buffer
	if err := generator.Values(context.Background(), &b, generator.ValuesOptions{Digits: 8, Format: "csv"}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) < 40 || strings.Join(rows[2], " ") != "z1 2 1 0.75 true" {
		t.Errorf("csv: %v %v", err, rows)
	}
	b.Reset()
	places := 3
	o := generator.ValuesOptions{Places: &places, Format: "text", Set: []string{"given.x=[3, -1]"}}
	if err := generator.Values(context.Background(), &b, o); err != nil {
		t.Fatal(err)
	}
	if text := b.String(); !strings.Contains(text, "z1[1]       = 1\n") || !strings.Contains(text, "a1[1]       ≈ 0.731\n") {
		t.Errorf("text:\n%s", text)
	}
}

func TestValuesErrors(t *testing.T) {
	for _, test := range []struct {
		o    generator.ValuesOptions
		want string
	}{
		{generator.ValuesOptions{}, "--digits is 0: it goes from 1 to 100000"},
		{generator.ValuesOptions{Digits: 100_001}, "--digits is 100001: it goes from 1 to 100000"},
		{generator.ValuesOptions{Digits: 5, Format: "xml"}, "--format xml is not known: text, json or csv"},
		{generator.ValuesOptions{Digits: 5, Set: []string{"network.loss=half squred error"}}, `did you mean "half squared error"?`},
	} {
		err := generator.Values(context.Background(), &bytes.Buffer{}, test.o)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}
