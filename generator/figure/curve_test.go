package figure

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestLossCurve(t *testing.T) {
	c := Curve{Points: []Point{{0, 2}, {1, 1}, {2, 0.5}, {3, 0.75}}, XTitle: "steps", YTitle: "loss", Lowest: "0.5", Most: "2"}
	f, err := LossCurve("loss.svg", "the loss", c)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal([]byte(f.SVG), new(struct{})); err != nil {
		t.Error(err)
	}
	for _, want := range []string{">0.5<", ">2<", ">steps<", ">0<", ">3<"} {
		if !strings.Contains(f.SVG, want) {
			t.Errorf("%s is not in the drawing", want)
		}
	}
	if strings.Count(f.SVG, "<circle") != 4 || strings.Count(f.SVG, "<line") != 3+2 {
		t.Error("a curve of 4 points needs 4 dots, 3 lines and 2 axes")
	}
	if !strings.Contains(f.TeX, `\begin{picture}`) || strings.Contains(f.TeX, "NaN") {
		t.Error("no picture")
	}
	for _, points := range [][]Point{nil, {{0, 1}}} {
		if _, err := LossCurve("loss.svg", "", Curve{Points: points}); err == nil {
			t.Errorf("%v is no curve", points)
		}
	}
	flat, err := LossCurve("loss.svg", "", Curve{Points: []Point{{0, 1}, {1, 1}}, Lowest: "1", Most: "1"})
	if err != nil || strings.Contains(flat.SVG, "NaN") {
		t.Error("a loss that stays is a level line")
	}
}
