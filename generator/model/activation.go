package model

// Activation is a layer's function.
type Activation struct {
	Function string // its name in formula.Functions; "" for the identity
	Columns  bool   // it acts on all units of the layer together, not on each alone
}

// Activations are the known ones, by the name that a problem file uses.
var Activations = map[string]Activation{
	"identity":   {},
	"sigmoid":    {Function: "sigmoid"},
	"tanh":       {Function: "tanh"},
	"relu":       {Function: "relu"},
	"leaky relu": {Function: "leakyrelu"},
	"elu":        {Function: "elu"},
	"softplus":   {Function: "softplus"},
	"gelu":       {Function: "gelu"},
	"silu":       {Function: "silu"},
	"softmax":    {Function: "softmax", Columns: true},
}
