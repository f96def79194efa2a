package data

import (
	"slices"

	"ganvas/core/random"
)

// Brush returns the same points, each drawn with round Gaussian noise of the standard deviation sd (in training's units, so
// that it is round there), as a brush of that width would: the source then has a density.
func (p *Points) Brush(sd float32) Source {
	if !(sd > 0) {
		return p
	}
	width := make([]float64, p.size())
	for k, s := range p.frame.Scale {
		width[k] = float64(sd * s)
	}
	modes := make([]Mode, p.Len())
	for i := range modes {
		at := make([]float64, p.size())
		for k, v := range p.row(p.own, i) {
			at[k] = float64(v)
		}
		modes[i] = Mode{at, width, 1 / float64(p.Len())}
	}
	return &brushed{modes, p.frame}
}

// brushed is points blurred by a brush. It is a mixture, but not a Moded one, for its Gaussians overlap, and it is not Finite.
type brushed struct {
	modes []Mode
	frame Frame
}

// Sample implements Source.
func (b *brushed) Sample(r *random.Source, dst []float32) {
	for size := b.frame.Size(); len(dst) >= size; dst = dst[size:] {
		m := &b.modes[r.IntN(len(b.modes))]
		for k := range size {
			dst[k] = blur(r, m.At[k], m.SD[k])
		}
	}
}

// Shape implements Shaped.
func (b *brushed) Shape() []int { return []int{b.frame.Size()} }

// Scale implements Source.
func (b *brushed) Scale() float32 { return slices.Max(b.frame.Scale) }

// Frame implements Framed.
func (b *brushed) Frame() Frame { return b.frame }

// Density implements Dense.
func (b *brushed) Density(at ...float64) float64 { return density(b.modes, at) }

// Mass implements Massed.
func (b *brushed) Mass(edges ...[]float64) []float64 { return mass(b.modes, edges) }
