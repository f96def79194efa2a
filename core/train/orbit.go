package train

import (
	"math"

	"ganvas/core/dirac"
	. "ganvas/core/graph"
)

// orbitPoints is how many of a run's first points, and of its last, a snapshot has: the last two or three seconds at the usual speed.
const orbitPoints = 1024

// orbit is the way of a Dirac-GAN through the plane of (θ, ψ), θ before ψ; of other experiments it is empty. It sees every step once.
type orbit struct{ first, last []float32 }

// push takes the players' weights after a step, or nothing.
func (o *orbit) push(at []float32) {
	if len(o.first) < 2*orbitPoints {
		o.first = append(o.first, at...)
		return
	}
	if len(o.last) == 2*2*orbitPoints {
		o.last = append(o.last[:0], o.last[2*orbitPoints:]...)
	}
	o.last = append(o.last, at...)
}

// wire returns the orbit as snapshots carry it.
func (o orbit) wire() []float32 {
	out := append([]float32(nil), o.first...)
	if len(o.last) <= 2*orbitPoints {
		return append(out, o.last...)
	}
	gap := float32(math.NaN())
	out = append(out, gap, gap)
	return append(out, o.last[len(o.last)-2*orbitPoints:]...)
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
