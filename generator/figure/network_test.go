package figure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// network makes layers of the given sizes with weights of the form ±0.ij.
func network(digits string, sizes ...int) []Layer {
	var layers []Layer
	for k, n := range sizes {
		l := Layer{Title: fmt.Sprintf("layer %d", k)}
		for j := range n {
			symbol := Label{"a", fmt.Sprint(j + 1), fmt.Sprintf("(%d)", k)}
			note := ""
			if k == 0 {
				symbol, note = Label{"x", fmt.Sprint(j + 1), ""}, "1.0"
				l.Title = "inputs"
			}
			l.Units = append(l.Units, Unit{symbol, note})
		}
		if k > 0 {
			for j := range n {
				var row []string
				for i := range sizes[k-1] {
					row = append(row, fmt.Sprintf("%s0.%d%d%s", []string{"", "-"}[(i+j)%2], i%10, j%10, digits))
				}
				l.Weights = append(l.Weights, row)
			}
		}
		layers = append(layers, l)
	}
	return layers
}

var cases = []struct {
	name   string
	digits string
	sizes  []int
}{
	{"2-2-1", "", []int{2, 2, 1}},
	{"3-4-2", "", []int{3, 4, 2}},
	{"2-2-2", "", []int{2, 2, 2}},
	{"1-1", "", []int{1, 1}},
	{"4-6-1", "5", []int{4, 6, 1}},
	{"784-128-10", "", []int{784, 128, 10}},
	{"3-3-3-2", "25", []int{3, 3, 3, 2}},
	{"long", "123456789", []int{2, 3, 1}},
}

func TestNetwork(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, err := Network("network.svg", "a network", network(c.digits, c.sizes...))
			if err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("LONGHAND_SHOTS"); dir != "" {
				for name, text := range map[string]string{"svg": f.SVG, "tex": f.TeX} {
					if err := os.WriteFile(filepath.Join(dir, "figure-"+c.name+"."+name), []byte(text), 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
			_ = strings.Count
		})
	}
}
