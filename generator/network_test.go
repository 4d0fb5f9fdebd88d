package generator_test

import (
	"context"
	"strings"
	"testing"

	"longhand/generator"
	"longhand/generator/problem"
	"longhand/generator/source"
)

const batchProblem = `title: A batch
network:
  layers:
    - {units: 2, activation: tanh}
    - {units: 2, activation: softmax}
  loss: softmax cross-entropy
given:
  X: [[1, 2, 3], [4, 5, 6]]
  T: [[1, 0, 0], [0, 1, 1]]
  W1: [[0.1, 0.2], [0.3, 0.4]]
  b1: [0, 0]
  W2: [[0.5, 0.6], [0.7, 0.8]]
  b2: [0, 0]
train: {method: adam, rate: 0.1}
`

// TestNetworkMistakes holds that what cannot go together is told at its place and with a remedy.
func TestNetworkMistakes(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"activation: softmax", "activation: sigmoid", "network.yaml:5:30: softmax cross-entropy needs softmax as the activation of the last layer, not sigmoid\n"},
		{"activation: softmax", "activation: sofmax", "did you mean \"softmax\"?"},
		{"loss: softmax cross-entropy", "loss: softmax crossentropy", "network.yaml:6:9: there is no loss \"softmax crossentropy\"\n"},
		{"method: adam", "method: adm", "did you mean \"adam\"?"},
		{"T: [[1, 0, 0]", "T: [[1, 0, 0.5]", "network.yaml:9:14: the targets of sample 3 add up to 1.5, not to 1\n"},
		{"T: [[1, 0, 0], [0, 1, 1]]", "T: [[1, 0], [0, 1]]", "network.yaml:9:6: T is 2×2, but X has 3 samples, so T must be 2×3\n"},
		{"method: adam, ", "method: adam, momentum: 0.5, ", "adam has no momentum\n"},
		{"method: adam, ", "method: adam, momentum: 0.5, ", "its settings are beta1, beta2, epsilon"},
		{"method: adam, ", "method: gradient descent, momentum: 0.5, ", "leave it out, or choose a method that has one, such as momentum"},
		{"rate: 0.1", "rate: 0.1, freeze: [b3]", "network.yaml:14:43: the network has no parameter b3 to freeze\n"},
		{"rate: 0.1", "rate: 0.1, freeze: [W1, W2, b1, b2]", "every parameter is frozen: there is nothing to train"},
		{"rate: 0.1", "rate: 0.1, freeze: b1", "freeze must be a list of parameters, not “b1”\n"},
		{"rate: 0.1", "rate: 0.1, step decay: {factor: 0.5}", "step decay lacks every\n"},
		{"rate: 0.1", "rate: 0.1, beta3: 1", "did you mean beta1?"},
		{"{units: 2, activation: softmax}", "{units: 2, activation: softmax, weights: W3}", "no layer before layer 2 has weights named W3\n"},
		{"{units: 2, activation: tanh}", "{units: 2, activation: tanh, bias: maybe}", "bias must be true or false, not “maybe”\n"},
		{"cross-entropy\n", "cross-entropy\n  reduction: median\n", "network.yaml:7:14: reduction must be mean or sum, not “median”\n"},
		{"  X:", "  x: [1, 2]\n  X:", "the network has no x\n"},
	} {
		text := strings.Replace(batchProblem, c.old, c.new, 1)
		if text == batchProblem {
			t.Fatalf("%q is not in the problem", c.old)
		}
		p, err := problem.Parse(source.NewFile("network.yaml", text))
		if err == nil {
			_, _, err = generator.Example(context.Background(), p)
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", c.new, err, c.want)
		}
	}
}

// TestSharedWeights holds the shapes of weights that two layers use, and what a softmax of one unit is told.
func TestSharedWeights(t *testing.T) {
	for _, c := range []struct{ layers, given, want string }{
		{"{units: 3, activation: tanh}, {units: 2, activation: tanh, weights: W1}", "t: [1, 2], W1: [[1, 2], [3, 4], [5, 6]], b1: [1, 2, 3], b2: [1, 2]",
			"layer 2 cannot use W1, which is 3×2: it needs weights that are 2×3\n"},
		{"{units: 1, activation: softmax}", "t: 1, W1: [[1, 2]], b1: 1", "layer 1 has one unit, whose softmax is 1 whatever comes in"},
		{"{units: 2, activation: tanh}, {units: 2, activation: tanh, weights: W1}", "t: [1, 2], W1: [[1, 2], [3, 4]], b1: [1, 2], b2: [1, 2]", ""},
	} {
		p, err := problem.Parse(source.NewFile("network.yaml", "title: A\nnetwork: {layers: ["+c.layers+"], loss: half squared error}\ngiven: {x: [1, 2], "+c.given+"}\n"))
		if err == nil {
			_, _, err = generator.Example(context.Background(), p)
		}
		if c.want == "" && err != nil {
			t.Error(err)
		}
		if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %s", c.layers, err, c.want)
		}
	}
}
