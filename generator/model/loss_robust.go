package model

import "longhand/generator/formula"

// absoluteError is Σₖ |yₖ − tₖ|. Its slope where an output meets its target is taken as 0.
var absoluteError = Loss{Term: func(y, t formula.Expr) formula.Expr { return call("abs", difference(y, t)) }}

// huber is ½e² for errors e of size up to 1 and |e| − ½ beyond (Huber: Robust estimation of a location parameter, 1964).
var huber = Loss{Term: func(y, t formula.Expr) formula.Expr { return call("huber", difference(y, t)) }}
