package data

import "ganvas/core/random"

// Brush returns the same points, each drawn with round Gaussian noise of the standard deviation sd (in training's units, so
// that it is round there), as a brush of that width would: the source then has a density.
func (p *Points) Brush(sd float32) Source {
	if !(sd > 0) {
		return p
	}
	s := p.frame.Scale
	modes := make([]Mode, p.Len())
	for i := range modes {
		modes[i] = Mode{float64(p.xy[2*i]), float64(p.xy[2*i+1]), float64(sd * s[0]), float64(sd * s[1]), 1 / float64(p.Len())}
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
	for i := 0; i+1 < len(dst); i += 2 {
		m := b.modes[r.IntN(len(b.modes))]
		dst[i], dst[i+1] = blur(r, m.X, m.SDX), blur(r, m.Y, m.SDY)
	}
}

// Scale implements Source.
func (b *brushed) Scale() float32 { return max(b.frame.Scale[0], b.frame.Scale[1]) }

// Frame implements Framed.
func (b *brushed) Frame() Frame { return b.frame }

// Density implements Dense.
func (b *brushed) Density(x, y float64) float64 { return density(b.modes, x, y) }

// Mass implements Massed.
func (b *brushed) Mass(xs, ys []float64) []float64 { return mass(b.modes, xs, ys) }
