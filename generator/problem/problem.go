// Package problem reads the problem file: what a teacher or an author writes to get a worked example. It decodes the
// YAML without ever passing a number through a float64, checks that every value is there and has its shape, and lets
// single values be overridden. Every mistake is told with its place in the file and with what would fix it. What the
// names of activations, losses and methods mean is not known here: that belongs to package model.
//
// A new setting is a new row in a table of keys.go.
package problem

import (
	"path/filepath"
	"strings"

	"longhand/generator/number"
	"longhand/generator/source"
)

// Problem is a problem file, read and checked: for a network every quantity is given, in the shape that it must have.
// It is immutable; Override makes another.
type Problem struct {
	Name          string       // the file's base name without its extension
	File          *source.File // the text that was read, without a byte order mark, its line ends made \n
	Title         Text
	Description   Text     // one sentence for index pages; may be empty
	Network       *Network // nil where the model is stated by equations
	Equations     []Text   // TeX, with one equation each
	Given         []Given  // in file order
	Differentiate Differentiate
	Train         Train
	Display       Display
	Vary          []Vary  // what changes from worksheet to worksheet, in file order; empty for what is usual
	Require       Require // of the numbers of a worksheet
	Template      Text    // file name of the problem's own template, beside the problem file; may be empty

	root *node
}

// Text is a text of the problem file and its place. The zero Text is one that was not given.
type Text struct {
	Value string
	Pos   source.Pos
}

// Network is a chain of dense layers with a loss on the last one's output.
type Network struct {
	Layers  []Layer
	Loss    Text
	L2      *Literal // the strength of the penalty on the weights; nil for none
	Sum     bool     // the loss of a batch is the sum over its samples, not the mean
	Samples int      // the columns of a batch X; 0 where there is one sample x
	Pos     source.Pos
}

// Layer is one dense layer: an affine map, with a bias unless it says otherwise, and an activation.
type Layer struct {
	Units      int
	Activation Text
	Bias       bool
	SharedBias bool // one number is the bias of all units
	Weights    Text // the weights of an earlier layer that this one uses as well; may be empty
	Pos        source.Pos
}

// Given is a named value of the file's `given`.
type Given struct {
	Name  string
	Value Array
	Pos   source.Pos // of the name
}

// Array is a scalar (Shape is empty), a vector (Shape is [n]) or a matrix (Shape is [m, n]).
type Array struct {
	Shape []int
	Items []Literal // row by row
	Pos   source.Pos
}

// Literal is a number exactly as it was typed, so that 1.0 stays 1.0, and its exact value.
type Literal struct {
	Text  string
	Value number.Real
	Pos   source.Pos
}

// Differentiate asks for the derivatives of a number that equations state.
type Differentiate struct {
	Present bool
	Of      Text   // TeX, as in the equations
	In      []Text // the quantities with respect to which
	Pos     source.Pos
}

// Train is the update that follows the gradients. Without it only values and gradients are asked for.
type Train struct {
	Present  bool
	Method   Text
	Rate     Literal
	Steps    int       // 0 where epochs alone tell
	Freeze   []Text    // names of parameters that are not trained
	Settings []Setting // of the method, in file order
	Decay    *StepDecay
	Pos      source.Pos

	// Mini-batches.
	BatchSize int // samples of a step; 0 for all
	Epochs    int // how often all samples are used at most; 0 where steps alone tell
	Shuffled  bool
	Seed      int    // of the order of the samples, where they are shuffled
	Columns   []Text // of equations: the quantities with a column for every sample,
	Rows      []Text // those with a row for each,
	Count     Text   // and the one that counts them; may be empty

	StepsPos, BatchPos, EpochsPos, ShufflePos source.Pos
}

// Setting is a number that a method of training needs, such as momentum.
type Setting struct {
	Key   string
	Value Literal
}

// StepDecay multiplies the learning rate by a factor every so many steps.
type StepDecay struct {
	Factor Literal
	Every  int
}

// Display is how results are shown, and what a worksheet asks for.
type Display struct {
	Places   int // decimal places
	Rounding number.Rounding
	Show     []Text // entries that long derivations show besides the first and the last
	Blank    Blank
	Fade     int // how many of the last steps a worksheet leaves to the student; FadeAll for all
	Carry    Carry
}

// DefaultPlaces are the decimal places shown where the file does not say.
const DefaultPlaces = 7

// nameOf makes a problem's name from a file's name. The name becomes that of a folder, so it must not be one that
// leads elsewhere.
func nameOf(path string) string {
	base := filepath.Base(filepath.ToSlash(path))
	name := strings.TrimSuffix(base, filepath.Ext(base))
	if strings.Trim(name, ". ") == "" || strings.ContainsAny(name, `/\<>`) {
		return "problem"
	}
	return name
}

// Renamed is the problem under another name, as a copy of its file may have another.
func (p *Problem) Renamed(name string) *Problem {
	q := *p
	q.Name = nameOf(name + ".yaml")
	return &q
}
