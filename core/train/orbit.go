package train

import (
	"ganvas/core/dirac"
	. "ganvas/core/graph"
)

// orbitPoints is the most points that a snapshot's orbit has: about the last five seconds at the usual speed.
const orbitPoints = 2048

// orbit is the way of a Dirac-GAN through the plane of (θ, ψ), θ before ψ; of other experiments it is empty. It sees every step once.
type orbit []float32

// push takes the players' weights after a step, or nothing.
func (o *orbit) push(at []float32) {
	if len(*o) == 2*2*orbitPoints {
		*o = append((*o)[:0], (*o)[2*orbitPoints:]...)
	}
	*o = append(*o, at...)
}

// wire returns the orbit as snapshots carry it.
func (o orbit) wire() []float32 {
	return append([]float32(nil), o[max(0, len(o)-2*orbitPoints):]...)
}

// weightAlongX is a bare player's one weight that is not 0: θ of a generator whose noise is 1, and ψ of D(x) = ψx.
func (b *builder) weightAlongX(p *player) *Node {
	w := p.params.Nodes()[0]
	return Slice(Reshape(w, w.Shape().Len()), []int{0}, []int{1})
}

// standing is where the players of a Dirac-GAN are, read from the machine.
func (t *Trainer) standing() []float32 {
	if !dirac.Plane(t.spec) {
		return nil
	}
	return []float32{t.slots.read(t.b.g.params.Variables()[0].Name)[0], t.slots.read(t.b.d.params.Variables()[0].Name)[0]}
}
