package anatomy

import (
	"errors"

	"ganvas/core/graph"
	"ganvas/core/nn"
)

// Body is where the numbers of a network's stages lie, one stage after another, and those of its weights, as they are applied.
type Body struct {
	Stages  []Stage
	Values  int // numbers of all stages
	Weights int // and of all weights
	network nn.Network
}

// Stage is one of them.
type Stage struct {
	nn.Stage
	Part         // of the values
	Weight, Bias Part
}

// errMinibatch is why a network has no Body.
var errMinibatch = errors.New("it looks at whole minibatches, so that no sample is judged alone")

// Of is the body of a network for samples of a shape; classes is how many it has projections of, 0 for none. The error says why it has none.
func Of(n nn.Network, in []int, classes int) (*Body, error) {
	if len(n.Minibatch) > 0 {
		return nil, errMinibatch
	}
	b := &Body{network: n}
	err := graph.Build(func() {
		pass := &nn.Pass{Params: nn.NewScope("params"), State: nn.NewScope("state")}
		seen := Watch(pass)
		var class *graph.Node
		if classes > 0 {
			class = graph.Variable("class", 1, classes)
		}
		n.Apply(pass, graph.Variable("sample", append([]int{1}, in...)...), class)
		b.lay(seen)
	})
	if err != nil {
		return nil, err
	}
	return b, nil
}

// lay gives every stage its place.
func (b *Body) lay(seen *Seen) {
	for _, s := range seen.stages {
		shape := s.node.Shape()[1:]
		stage := Stage{Stage: s.Stage, Part: Part{b.Values, shape}}
		b.Values += stage.Len()
		for _, w := range s.weights {
			part := Part{b.Weights, w.Shape()}
			b.Weights += part.Len()
			if len(part.Shape) > 1 {
				stage.Weight = part
			} else {
				stage.Bias = part
			}
		}
		b.Stages = append(b.Stages, stage)
	}
}

// Layer is the layer that a stage is of, or nil.
func (b *Body) Layer(stage int) nn.Layer {
	switch i := b.Stages[stage].Layer; {
	case i < 0:
		return nil
	case i < len(b.network.Hidden):
		return b.network.Hidden[i].Layer
	}
	return b.network.Output
}

// Activation is the nonlinearity of the layer that a stage is of.
func (b *Body) Activation(stage int) nn.Activation {
	if i := b.Stages[stage].Layer; i >= 0 && i < len(b.network.Hidden) {
		return b.network.Hidden[i].Activation
	}
	return b.network.Squash
}

// Norm is the normalisation of hidden layers that learn.
func (b *Body) Norm() nn.Norm { return b.network.Norm }

// Last is the last stage of each layer, in order, the given sample first.
func (b *Body) Last() (out []int) {
	for i, s := range b.Stages {
		if i+1 == len(b.Stages) || b.Stages[i+1].Layer != s.Layer {
			out = append(out, i)
		}
	}
	return out
}
