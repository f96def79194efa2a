package gan

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/graph"
	"ganvas/core/nn"
)

// ensemble is networks side by side, each with its own parameters: [n, in] to [n, members·out].
type ensemble struct {
	members []nn.MLP
	// beside says that classes stand beside the input; otherwise each network has their projection.
	beside bool
}

// Apply adds the networks to the graph. All see one node, at which the gradients of the input are summed.
func (e ensemble) Apply(p *nn.Pass, x, class *graph.Node) *graph.Node {
	switch {
	case class == nil:
	case e.beside:
		x, class = graph.Concat(1, x, class), nil
	default:
		x = nn.Gathered(x)
	}
	outs := make([]*graph.Node, len(e.members))
	for i, m := range e.members {
		outs[i] = m.Apply(p, x, class)
	}
	return graph.Concat(1, outs...)
}

// networkOf is a player's network.
func networkOf(p experiment.Player, in, out int) nn.MLP {
	init, _ := nn.FindInitialiser(p.Init)
	norm, _ := nn.FindNorm(p.Norm)
	m := nn.MLP{In: in, Out: out, Init: init, Norm: norm, Residual: p.Residual, Spectral: p.Spectral, Unbiased: !p.Bias}
	for i := range p.Hidden.Len() {
		h := p.Hidden.At(i)
		key := p.Activation
		if h.Activation != "" {
			key = h.Activation
		}
		act, _ := nn.FindActivation(key)
		m.Hidden = append(m.Hidden, nn.Hidden{Width: h.Width, Activation: act})
	}
	return m
}

// kernelDims is the dimensions of each kernel of minibatch discrimination.
const kernelDims = 4

// generator is the generator: of noise, with the class beside it where there are classes.
func (b *builder) generator() network {
	m := networkOf(b.spec.Generator, b.spec.Latent+b.classes, b.size)
	m.Dropout = b.share("g.dropout", b.spec.Generator.Dropout)
	return ensemble{[]nn.MLP{m}, true}
}

// discriminator is the discriminators, of packs of samples with their classes beside them. The first has the names that one alone has;
// those of another are within "twinK/".
func (b *builder) discriminator() ensemble {
	s := b.spec
	m := networkOf(s.Discriminator, b.size*s.Pack, 1)
	m.Dropout = b.share("d.dropout", s.Discriminator.Dropout)
	beside := s.Condition != "projection"
	if beside {
		m.In += s.Pack * b.classes
	}
	if s.Spread {
		m.Minibatch = append(m.Minibatch, nn.Deviation{})
	}
	if s.Kernels > 0 {
		m.Minibatch = append(m.Minibatch, nn.Discrimination{Kernels: s.Kernels, Dims: kernelDims})
	}
	out := ensemble{[]nn.MLP{m}, beside}
	for k := 1; k < s.Ensemble; k++ {
		m.Within = "twin" + strconv.Itoa(k) + "/"
		out.members = append(out.members, m)
	}
	return out
}
