package figure

import (
	"fmt"
	"math"
)

// Label is a symbol with an index and an exponent, all plain text: {"a", "1", "(2)"}.
type Label struct{ Base, Sub, Sup string }

// Unit is one circle of a layer.
type Unit struct {
	Label Label
	Note  string // a value shown beside it, as plain text; may be empty
}

// Layer is one column of a network.
type Layer struct {
	Title string // under the column
	Units []Unit
	// Weights[j][i] belongs to the edge from unit i of the layer before to unit j of this one, as in a weight matrix.
	// nil leaves the edges bare; so do layers too wide for labels.
	Weights [][]string
}

// Sizes in pixels.
const (
	radius     = 21
	unitText   = 16
	weightText = 13.5
	titleText  = 14
	margin     = 14
	clearance  = 4  // between a weight and whatever else is drawn
	mostDrawn  = 6  // units of a layer; a wider one shows the first three, dots, and the last
	mostLabels = 20 // edges with weights between two layers
)

// Network draws layers from left to right, every unit joined to every unit of the next layer, the weights on the edges.
// Where weights would touch each other, an edge or a unit, the drawing grows until they do not.
func Network(name, alt string, layers []Layer) (Figure, error) {
	if len(layers) < 2 {
		return Figure{}, fmt.Errorf("a network needs two layers, and this one has %d", len(layers))
	}
	for k, layer := range layers {
		if len(layer.Units) == 0 {
			return Figure{}, fmt.Errorf("layer %d of the network has no units", k)
		}
		if layer.Weights == nil {
			continue
		}
		if k == 0 {
			return Figure{}, fmt.Errorf("the first layer of a network has no weights")
		}
		if len(layer.Weights) != len(layer.Units) {
			return Figure{}, fmt.Errorf("layer %d has %d units and %d rows of weights", k, len(layer.Units), len(layer.Weights))
		}
		for _, row := range layer.Weights {
			if want := len(layers[k-1].Units); len(row) != want {
				return Figure{}, fmt.Errorf("a row of weights of layer %d has %d entries for %d units", k, len(row), want)
			}
		}
	}
	var err error
	for scale := 1.0; scale < 6; scale += 0.08 {
		var s *scene
		if s, err = arrange(layers, scale); err == nil {
			return Figure{Name: name, Alt: alt, SVG: s.svg(alt), TeX: s.tex()}, nil
		}
	}
	return Figure{}, err
}

// node is a drawn unit: its place and its index in the layer.
type node struct {
	x, y float64
	unit int
}

// column is a layer as drawn: its units, and where the dots stand that replace the others.
type column struct {
	nodes []node
	dots  []float64
}

// arrange lays everything out at one scale, or says that the weights do not fit.
func arrange(layers []Layer, scale float64) (*scene, error) {
	columns := make([]column, len(layers))
	slots := 0
	for k, layer := range layers {
		columns[k] = pick(len(layer.Units))
		slots = max(slots, len(columns[k].nodes)+len(columns[k].dots))
	}
	gap, reach := 66.0, 170.0
	if weighted(layers) {
		gap, reach = 92, 240
	}
	if noteHeight(layers) > 0 {
		gap = max(gap, 80)
	}
	gap = math.Round(gap * scale)
	s := &scene{}
	x := margin + noteRoom(layers[0]) + radius
	for k := range columns {
		if k > 0 {
			x += math.Round(max(reach, stride(layers[k])) * math.Sqrt(scale))
		}
		columns[k].place(x, margin+noteHeight(layers)+radius, gap, slots)
	}
	bottom := margin + noteHeight(layers) + 2*radius + float64(slots-1)*gap
	s.height = bottom + margin
	s.width = x + radius + noteRoom(layers[len(layers)-1]) + margin
	for k := 1; k < len(layers); k++ {
		if err := s.connect(columns[k-1], columns[k], layers[k].Weights); err != nil {
			return nil, err
		}
	}
	titled := false
	for k, layer := range layers {
		kind := "hidden"
		if k == 0 {
			kind = "input"
		} else if k == len(layers)-1 {
			kind = "output"
		}
		for _, n := range columns[k].nodes {
			s.circles = append(s.circles, circle{n.x, n.y, radius, kind})
			s.texts = append(s.texts, text{n.x, n.y, middle, unitText, layer.Units[n.unit].Label, true})
			s.note(n, kind, layer.Units[n.unit].Note)
		}
		for _, y := range columns[k].dots {
			for d := -1.0; d <= 1; d++ {
				s.circles = append(s.circles, circle{columns[k].nodes[0].x, y + 9*d, 1.8, "dot"})
			}
		}
		if layer.Title != "" {
			titled = true
			s.texts = append(s.texts, text{columns[k].nodes[0].x, bottom + 26, middle, titleText, Label{Base: layer.Title}, false})
			half := width(layer.Title, titleText)/2 + margin
			s.left = min(s.left, columns[k].nodes[0].x-half)
			s.width = max(s.width, columns[k].nodes[0].x+half)
		}
	}
	if titled {
		s.height = bottom + 26 + titleText/2 + margin/2
	}
	return s, nil
}

// pick chooses the units of a layer that are drawn. Their y is their slot until place gives them a place.
func pick(units int) column {
	var c column
	if units <= mostDrawn {
		for i := range units {
			c.nodes = append(c.nodes, node{y: float64(i), unit: i})
		}
		return c
	}
	for i := range 3 {
		c.nodes = append(c.nodes, node{y: float64(i), unit: i})
	}
	c.dots = []float64{3}
	c.nodes = append(c.nodes, node{y: 4, unit: units - 1})
	return c
}

func (c *column) place(x, top, gap float64, slots int) {
	first := float64(slots-len(c.nodes)-len(c.dots)) / 2
	for i := range c.nodes {
		c.nodes[i].x = x
		c.nodes[i].y = top + (first+c.nodes[i].y)*gap
	}
	for i := range c.dots {
		c.dots[i] = top + (first+c.dots[i])*gap
	}
}

// weighted says whether any weight is shown.
func weighted(layers []Layer) bool {
	for k := 1; k < len(layers); k++ {
		if layers[k].Weights != nil && labelled(pick(len(layers[k-1].Units)), pick(len(layers[k].Units))) {
			return true
		}
	}
	return false
}

// labelled says whether there is room for weights between two columns.
func labelled(from, to column) bool {
	return len(from.nodes)*len(to.nodes) <= mostLabels && from.dots == nil && to.dots == nil
}

// stride is how far a layer has to stand from the one before for its weights.
func stride(l Layer) float64 {
	widest := 0.0
	for _, row := range l.Weights {
		for _, w := range row {
			widest = max(widest, width(w, weightText))
		}
	}
	return 130 + widest*2.2
}

// connect draws the edges between two columns, each with a gap where its weight stands.
func (s *scene) connect(from, to column, weights [][]string) error {
	var edges []edge
	for _, b := range to.nodes {
		for _, a := range from.nodes {
			e := newEdge(a, b)
			if weights != nil {
				e.weight = weights[b.unit][a.unit]
			}
			edges = append(edges, e)
		}
	}
	if weights != nil && labelled(from, to) {
		if err := placeWeights(edges, append(append([]node{}, from.nodes...), to.nodes...)); err != nil {
			return err
		}
		for _, e := range edges {
			if e.weight != "" {
				s.texts = append(s.texts, text{e.label.x, e.label.y, middle, weightText, Label{Base: e.weight}, false})
			}
		}
	}
	for _, e := range edges {
		s.lines = append(s.lines, e.visible()...)
	}
	return nil
}

// note writes a unit's value: left of inputs, right of outputs, above hidden units.
func (s *scene) note(n node, kind, note string) {
	t := text{n.x, n.y, middle, weightText, Label{Base: note}, false}
	switch {
	case note == "":
		return
	case kind == "input":
		t.x, t.anchor = n.x-radius-8, right
	case kind == "output":
		t.x, t.anchor = n.x+radius+8, left
	default:
		t.y = n.y - radius - 10
	}
	s.texts = append(s.texts, t)
}

func noteRoom(l Layer) float64 {
	room := 0.0
	for _, u := range l.Units {
		if u.Note != "" {
			room = max(room, width(u.Note, weightText)+8)
		}
	}
	return math.Ceil(room)
}

// noteHeight is the room for notes above the topmost hidden unit.
func noteHeight(layers []Layer) float64 {
	for _, l := range layers[1 : len(layers)-1] {
		for _, u := range l.Units {
			if u.Note != "" {
				return 18
			}
		}
	}
	return 0
}
