package figure

import (
	"fmt"
	"math"
)

// Point is a place on a curve.
type Point struct{ X, Y float64 }

// Curve says how a curve is labelled: its axes, and the ends of the y axis as they are printed elsewhere.
type Curve struct {
	Points       []Point // from left to right
	XTitle       string
	YTitle       string
	Lowest, Most string // the smallest and the largest Y
}

// Sizes of a curve in pixels.
const (
	curveWidth  = 420
	curveHeight = 190
	curveLeft   = 100 // room for the numbers of the y axis
	curveTop    = 34
	mostDots    = 40 // points that are marked with a dot
)

// LossCurve draws a curve with its axes. Curves of fewer than two points are an error.
func LossCurve(name, alt string, c Curve) (Figure, error) {
	if len(c.Points) < 2 {
		return Figure{}, fmt.Errorf("a curve needs two points, and this one has %d", len(c.Points))
	}
	s := &scene{width: curveLeft + curveWidth + 2*margin, height: curveTop + curveHeight + 56}
	low, high := c.Points[0].Y, c.Points[0].Y
	for _, p := range c.Points {
		low, high = math.Min(low, p.Y), math.Max(high, p.Y)
	}
	first, last := c.Points[0].X, c.Points[len(c.Points)-1].X
	place := func(p Point) point {
		share := 0.5
		if high > low {
			share = (p.Y - low) / (high - low)
		}
		return point{curveLeft + margin + (p.X-first)/(last-first)*curveWidth, curveTop + (1-share)*curveHeight}
	}
	bottom := float64(curveTop + curveHeight + 12)
	s.lines = append(s.lines, line{point{curveLeft, curveTop - 10}, point{curveLeft, bottom}},
		line{point{curveLeft, bottom}, point{s.width - margin, bottom}})
	for i, p := range c.Points {
		at := place(p)
		if i > 0 {
			s.lines = append(s.lines, line{place(c.Points[i-1]), at})
		}
		if len(c.Points) <= mostDots {
			s.circles = append(s.circles, circle{at.x, at.y, 2.5, "dot"})
		}
	}
	label := func(x, y float64, a anchor, size float64, text string) {
		s.texts = append(s.texts, textOf(x, y, a, size, text))
	}
	label(curveLeft-8, place(Point{first, high}).y, right, weightText, c.Most)
	if high > low {
		label(curveLeft-8, place(Point{first, low}).y, right, weightText, c.Lowest)
	}
	label(curveLeft, curveTop-22, middle, titleText, c.YTitle)
	label(place(c.Points[0]).x, bottom+14, middle, weightText, fmt.Sprint(first))
	label(place(c.Points[len(c.Points)-1]).x, bottom+14, middle, weightText, fmt.Sprint(last))
	label(curveLeft+margin+curveWidth/2, bottom+30, middle, titleText, c.XTitle)
	return Figure{Name: name, Alt: alt, SVG: s.svg(alt), TeX: s.tex()}, nil
}

func textOf(x, y float64, a anchor, size float64, s string) text {
	return text{x: x, y: y, anchor: a, size: size, label: Label{Base: s}}
}
