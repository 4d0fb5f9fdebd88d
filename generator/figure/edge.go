package figure

import (
	"errors"
	"math"
	"slices"
)

// edge joins two units. Its weight, if it has one, stands in a gap of the line.
type edge struct {
	a, b   point // on the circles' rims
	weight string
	label  *box
}

type point struct{ x, y float64 }

// box is a rectangle around a centre.
type box struct{ x, y, w, h float64 }

func newEdge(from, to node) edge {
	dx, dy := to.x-from.x, to.y-from.y
	length := math.Hypot(dx, dy)
	ux, uy := dx/length*radius, dy/length*radius
	return edge{a: point{from.x + ux, from.y + uy}, b: point{to.x - ux, to.y - uy}}
}

func (e edge) at(t float64) point {
	return point{e.a.x + t*(e.b.x-e.a.x), e.a.y + t*(e.b.y-e.a.y)}
}

// visible is the line without what its weight covers.
func (e edge) visible() []line {
	if e.label == nil {
		return []line{{e.a, e.b}}
	}
	b := box{e.label.x, e.label.y, e.label.w + 6, e.label.h}
	enter, leave, _ := b.cut(e)
	return []line{{e.a, e.at(enter)}, {e.at(leave), e.b}}
}

// cut tells between which fractions of its length an edge runs inside the box (Liang and Barsky's clipping).
func (r box) cut(e edge) (enter, leave float64, hit bool) {
	enter, leave = 0, 1
	dx, dy := e.b.x-e.a.x, e.b.y-e.a.y
	for _, side := range [4][2]float64{
		{-dx, e.a.x - (r.x - r.w/2)}, {dx, r.x + r.w/2 - e.a.x},
		{-dy, e.a.y - (r.y - r.h/2)}, {dy, r.y + r.h/2 - e.a.y},
	} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return 0, 0, false
		case p < 0:
			enter = max(enter, q/p)
		case p > 0:
			leave = min(leave, q/p)
		}
	}
	return enter, leave, enter < leave
}

func (r box) touches(o box) bool {
	return math.Abs(r.x-o.x) < (r.w+o.w)/2 && math.Abs(r.y-o.y) < (r.h+o.h)/2
}

func (r box) touchesUnit(n node) bool {
	dx := max(math.Abs(r.x-n.x)-r.w/2, 0)
	dy := max(math.Abs(r.y-n.y)-r.h/2, 0)
	return math.Hypot(dx, dy) < radius+clearance
}

func (r box) grown(by float64) box { return box{r.x, r.y, r.w + 2*by, r.h + 2*by} }

var errNoRoom = errors.New("there is no room for the weights of the network")

// placeWeights gives every weight a place on its edge where it touches no other edge, weight or unit. Between n units
// and m, edges have even distances at the m+1st part of the way, so the search begins there.
func placeWeights(edges []edge, nodes []node) error {
	places := make([][]box, len(edges))
	targets := 0
	for _, n := range nodes {
		if n.x == nodes[len(nodes)-1].x {
			targets++
		}
	}
	ideal := 1 / float64(targets+1)
	for i, e := range edges {
		if e.weight == "" {
			continue
		}
		var found []float64
		for step := 2; step <= 46; step++ {
			t := float64(step) / 48
			p := e.at(t)
			b := box{p.x, p.y, width(e.weight, weightText), weightText}
			if fits(b, i, edges, nodes) {
				found = append(found, t)
			}
		}
		if len(found) == 0 {
			return errNoRoom
		}
		slices.SortStableFunc(found, func(s, t float64) int {
			return int(math.Round(1000 * (math.Abs(s-ideal) - math.Abs(t-ideal))))
		})
		for _, t := range found {
			p := e.at(t)
			places[i] = append(places[i], box{p.x, p.y, width(e.weight, weightText), weightText})
		}
	}
	budget := 20_000
	if !choose(edges, places, 0, &budget) {
		return errNoRoom
	}
	return nil
}

// fits says whether a weight is clear of every edge but its own, and of the units.
func fits(b box, own int, edges []edge, nodes []node) bool {
	b = b.grown(clearance)
	for i, e := range edges {
		if i == own {
			continue
		}
		if _, _, hit := b.cut(e); hit {
			return false
		}
	}
	return !slices.ContainsFunc(nodes, b.touchesUnit)
}

// choose gives the weights from the i-th on places that do not touch each other, trying the best ones first.
func choose(edges []edge, places [][]box, i int, budget *int) bool {
	if i == len(edges) {
		return true
	}
	if places[i] == nil {
		return choose(edges, places, i+1, budget)
	}
	for _, b := range places[i] {
		if *budget--; *budget < 0 {
			return false
		}
		free := true
		for j := range i {
			if edges[j].label != nil && edges[j].label.touches(b.grown(clearance)) {
				free = false
				break
			}
		}
		if !free {
			continue
		}
		edges[i].label = &b
		if choose(edges, places, i+1, budget) {
			return true
		}
		edges[i].label = nil
	}
	return false
}
