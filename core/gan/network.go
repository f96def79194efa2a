package gan

import (
	"strconv"

	"ganvas/core/graph"
	"ganvas/core/nn"
)

// ensemble is networks side by side, each with its own parameters: the numbers that they give stand side by side, too.
type ensemble struct {
	members []nn.Network
	in      []int // the shape of what each is given, classes beside it included
	// beside says that classes stand beside the input; otherwise each network has their projection.
	beside bool
}

// Apply adds the networks to the graph. All see one node, at which the gradients of the input are summed.
func (e ensemble) Apply(p *nn.Pass, x, class *graph.Node) *graph.Node {
	n := x.Shape()[0]
	if len(e.in) == 1 {
		x = graph.Reshape(x, n, -1)
	}
	switch {
	case class == nil:
	case e.beside && len(e.in) == 1:
		x, class = graph.Concat(1, x, class), nil
	case e.beside:
		k := class.Shape()[1]
		planes := graph.Broadcast(graph.Reshape(class, n, 1, 1, k), graph.Shape{n, e.in[0], e.in[1], k})
		x, class = graph.Concat(3, x, planes), nil
	default:
		x = nn.Gathered(x)
	}
	outs := make([]*graph.Node, len(e.members))
	for i, m := range e.members {
		outs[i] = m.Apply(p, x, class)
	}
	return graph.Concat(1, outs...)
}

// kernelDims is the dimensions of each kernel of minibatch discrimination.
const kernelDims = 4

// generator is the generator: of noise, with the class beside it where there are classes.
func (b *builder) generator() network {
	d := b.spec.DesignG(b.shape, b.classes)
	d.Network.Dropout = b.share("g.dropout", b.spec.Generator.Dropout)
	return ensemble{[]nn.Network{d.Network}, d.In, true}
}

// discriminator is the discriminators, of packs of samples with their classes beside them. The first has the names that one alone has;
// those of another are within "twinK/".
func (b *builder) discriminator() ensemble {
	s := b.spec
	d := s.DesignD(b.shape, b.classes)
	m := d.Network
	m.Dropout = b.share("d.dropout", s.Discriminator.Dropout)
	if s.Spread {
		m.Minibatch = append(m.Minibatch, nn.Deviation{})
	}
	if s.Kernels > 0 {
		m.Minibatch = append(m.Minibatch, nn.Discrimination{Kernels: s.Kernels, Dims: kernelDims})
	}
	out := ensemble{[]nn.Network{m}, d.In, s.Condition != "projection"}
	for k := 1; k < s.Ensemble; k++ {
		m.Within = "twin" + strconv.Itoa(k) + "/"
		out.members = append(out.members, m)
	}
	return out
}
