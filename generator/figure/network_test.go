package figure

import (
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "longhand/generator/internal/seeded"
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
			if err := xml.Unmarshal([]byte(f.SVG), new(struct{})); err != nil {
				t.Error(err)
			}
			again, err := Network("network.svg", "a network", network(c.digits, c.sizes...))
			if err != nil || again != f {
				t.Error("two drawings of one network differ", err)
			}
			if dir := os.Getenv("LONGHAND_SHOTS"); dir != "" {
				for name, text := range map[string]string{"svg": f.SVG, "tex": f.TeX} {
					if err := os.WriteFile(filepath.Join(dir, "figure-"+c.name+"."+name), []byte(text), 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

// No text touches another text, a line or a circle that is not its own, and all of them are on the sheet; seen by
// walking along every line, not by the arithmetic that placed them.
func TestNothingTouches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 4), 2, 4).Draw(t, "sizes")
		digits := rapid.StringMatching(`[0-9]{0,7}`).Draw(t, "digits")
		s := draw(t, network(digits, sizes...))
		for i, a := range s.texts {
			box := extent(a)
			if box.x-box.w/2 < s.left || box.x+box.w/2 > s.width || box.y-box.h/2 < 0 || box.y+box.h/2 > s.height {
				t.Fatalf("%v leaves the sheet", a.label)
			}
			for _, b := range s.texts[i+1:] {
				if o := extent(b); box.touches(o) {
					t.Fatalf("%v touches %v", a.label, b.label)
				}
			}
			for _, l := range s.lines {
				for k := 0.0; k <= 200; k++ {
					x, y := l.a.x+(l.b.x-l.a.x)*k/200, l.a.y+(l.b.y-l.a.y)*k/200
					if math.Abs(x-box.x) < box.w/2 && math.Abs(y-box.y) < box.h/2 {
						t.Fatalf("a line crosses %v", a.label)
					}
				}
			}
			for _, c := range s.circles {
				dx, dy := max(math.Abs(box.x-c.x)-box.w/2, 0), max(math.Abs(box.y-c.y)-box.h/2, 0)
				if !a.symbol && math.Hypot(dx, dy) < c.r {
					t.Fatalf("%v touches a unit", a.label)
				}
			}
		}
	})
}

// draw arranges as Network does.
func draw(t *rapid.T, layers []Layer) *scene {
	for scale := 1.0; scale < 6; scale += 0.08 {
		if s, err := arrange(layers, scale); err == nil {
			return s
		}
	}
	t.Fatal("no room")
	return nil
}

// extent is the room a text takes.
func extent(t text) box {
	w := width(t.label.Base, t.size)
	if t.symbol {
		w += 0.66 * max(width(t.label.Sub, t.size), width(t.label.Sup, t.size))
	}
	b := box{t.x, t.y, w, 0.8 * t.size}
	switch t.anchor {
	case left:
		b.x += w / 2
	case right:
		b.x -= w / 2
	}
	return b
}

func TestNetworkErrors(t *testing.T) {
	one := Layer{Units: make([]Unit, 1)}
	for _, c := range []struct {
		layers []Layer
		want   string
	}{
		{nil, "a network needs two layers, and this one has 0"},
		{[]Layer{one, {}}, "layer 1 of the network has no units"},
		{[]Layer{{Units: make([]Unit, 1), Weights: [][]string{{"1"}}}, one}, "the first layer of a network has no weights"},
		{[]Layer{one, {Units: make([]Unit, 2), Weights: [][]string{{"1"}}}}, "layer 1 has 2 units and 1 rows of weights"},
		{[]Layer{one, {Units: make([]Unit, 1), Weights: [][]string{{"1", "2"}}}}, "a row of weights of layer 1 has 2 entries for 1 units"},
	} {
		if _, err := Network("n.svg", "", c.layers); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// Labels are text: they show as typed and are no markup in either output.
func TestHostileLabels(t *testing.T) {
	const evil = `</text><script>\input{x}$%&`
	f, err := Network("n.svg", evil, []Layer{
		{Title: evil, Units: []Unit{{Label{evil, evil, evil}, evil}}},
		{Title: evil, Units: []Unit{{Label{evil, evil, evil}, evil}}, Weights: [][]string{{evil}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(f.SVG, "<script") || xml.Unmarshal([]byte(f.SVG), new(struct{})) != nil {
		t.Error("markup in the drawing")
	}
	for _, bad := range []string{`\input`, `x}$%`, "%&"} {
		if strings.Contains(f.TeX, bad) {
			t.Errorf("%s in %s", bad, f.TeX)
		}
	}
}
