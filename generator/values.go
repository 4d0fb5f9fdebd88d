package generator

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// ValuesOptions says which values are printed and how.
type ValuesOptions struct {
	Problem string   // path of a problem file, "-" for standard input, "" for the embedded article
	Set     []string // overrides, "given.W1=[[1,2],[3,4]]"
	Digits  int      // significant digits, from 1 to MostDigits; 0 where Places says
	Places  *int     // decimal places instead
	Format  string   // text, json or csv
}

// MostDigits bounds what can be asked for.
const MostDigits = 100_000

// quantity is a quantity as it is published.
type quantity struct {
	Name   string   `json:"name"`
	TeX    string   `json:"tex"`
	Shape  []int    `json:"shape"`
	Given  bool     `json:"given,omitempty"`
	Exact  []bool   `json:"exact"`
	Values []string `json:"values"`
}

// Values prints every quantity of a problem, correctly rounded half up, exact ones in full.
func Values(ctx context.Context, w io.Writer, o ValuesOptions) error {
	if o.Places == nil && (o.Digits < 1 || o.Digits > MostDigits) {
		return fmt.Errorf("--digits is %d: it goes from 1 to %d", o.Digits, MostDigits)
	}
	if o.Places != nil && (*o.Places < 0 || *o.Places > MostDigits) {
		return fmt.Errorf("--places is %d: it goes from 0 to %d", *o.Places, MostDigits)
	}
	p, err := open(o.Problem, o.Set)
	if err != nil {
		return err
	}
	_, t, err := Example(ctx, p)
	if err != nil {
		return err
	}
	t.Expect(o.Digits)
	if o.Places != nil {
		t.Expect(*o.Places)
	}
	var list []quantity
	if err := t.Decide(func() (err error) { list, err = quantities(t, o); return err }); err != nil {
		return located(p, err)
	}
	switch o.Format {
	case "json":
		return writeJSON(w, p, o, list)
	case "csv":
		return writeCSV(w, list)
	case "", "text":
		return writeText(w, list)
	}
	return fmt.Errorf("--format %s is not known: text, json or csv", o.Format)
}

// quantities rounds all values, the computed quantities first.
func quantities(t *trace.Trace, o ValuesOptions) ([]quantity, error) {
	var computed, given []quantity
	for _, s := range t.Steps {
		q := quantity{Name: s.Name, TeX: tex.Symbol(s.Name), Shape: []int{}, Given: s.IsGiven()}
		switch {
		case s.Value.Cols != 1:
			q.Shape = []int{s.Value.Rows, s.Value.Cols}
		case s.Value.Rows != 1:
			q.Shape = []int{s.Value.Rows}
		}
		for _, x := range s.Value.Items {
			text, exact, err := published(x, o)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.Name, err)
			}
			q.Values, q.Exact = append(q.Values, text), append(q.Exact, exact)
		}
		if q.Given {
			given = append(given, q)
		} else {
			computed = append(computed, q)
		}
	}
	return append(computed, given...), nil
}

// published is a number's decimal text and whether that is its exact value.
func published(x number.Real, o ValuesOptions) (string, bool, error) {
	if d, ok := x.Decimal(); ok {
		return d.String(), true, nil
	}
	if o.Places != nil {
		d, err := x.Places(*o.Places, number.HalfUp)
		return d.StringFixed(int32(*o.Places)), false, err
	}
	d, err := x.Digits(o.Digits, number.HalfUp)
	if err != nil {
		return "", false, err
	}
	return plain(d), false, nil
}

func writeJSON(w io.Writer, p *problem.Problem, o ValuesOptions, list []quantity) error {
	out := struct {
		Problem    string     `json:"problem"`
		Digits     int        `json:"digits,omitempty"`
		Places     *int       `json:"places,omitempty"`
		Quantities []quantity `json:"quantities"`
	}{p.Name, o.Digits, o.Places, list}
	if o.Places != nil {
		out.Digits = 0
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}

func writeCSV(w io.Writer, list []quantity) error {
	c := csv.NewWriter(w)
	c.Write([]string{"name", "row", "column", "value", "exact"})
	for _, q := range list {
		for i, v := range q.Values {
			row, col := position(q, i)
			c.Write([]string{q.Name, fmt.Sprint(row), fmt.Sprint(col), v, fmt.Sprint(q.Exact[i])})
		}
	}
	c.Flush()
	return c.Error()
}

// writeText has one line for every entry: its name with indices, = or ≈, its value.
func writeText(w io.Writer, list []quantity) error {
	width := 0
	for _, q := range list {
		width = max(width, len(label(q, len(q.Values)-1)))
	}
	for i, q := range list {
		if q.Given && (i == 0 || !list[i-1].Given) {
			if _, err := fmt.Fprintf(w, "\ngiven\n"); err != nil {
				return err
			}
		}
		for j, v := range q.Values {
			sign := "≈"
			if q.Exact[j] {
				sign = "="
			}
			if _, err := fmt.Fprintf(w, "%-*s %s %s\n", width, label(q, j), sign, v); err != nil {
				return err
			}
		}
	}
	return nil
}

func label(q quantity, i int) string {
	row, col := position(q, i)
	switch len(q.Shape) {
	case 0:
		return q.Name
	case 1:
		return fmt.Sprintf("%s[%d]", q.Name, row)
	}
	return fmt.Sprintf("%s[%d,%d]", q.Name, row, col)
}

// position is the row and column of an entry, counted from 1.
func position(q quantity, i int) (row, col int) {
	cols := 1
	if len(q.Shape) == 2 {
		cols = q.Shape[1]
	}
	return i/cols + 1, i%cols + 1
}

// plain writes a decimal without exponent where that adds no more than 20 zeros, and in scientific notation else.
func plain(d decimal.Decimal) string {
	magnitude := d.NumDigits() + int(d.Exponent()) // digits before the point, or minus the zeros behind it
	if d.Exponent() <= 20 && magnitude > -20 {
		if d.Exponent() < 0 {
			return d.StringFixed(-d.Exponent())
		}
		return d.String()
	}
	digits := d.Coefficient().String()
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if len(digits) > 1 {
		digits = digits[:1] + "." + digits[1:]
	}
	return fmt.Sprintf("%s%se%d", sign, digits, magnitude-1)
}
