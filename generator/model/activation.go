package model

// Activation is a layer's function, applied entry by entry.
type Activation struct {
	Function string // its name in formula.Functions; "" for the identity
}

// Activations are the known ones, by the name that a problem file uses.
var Activations = map[string]Activation{
	"identity": {},
	"sigmoid":  {"sigmoid"},
	"tanh":     {"tanh"},
}
