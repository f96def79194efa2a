package data

import (
	"errors"
	"fmt"
	"math"

	"ganvas/core/random"
)

// MaxPoints is the most points that a finite source holds; as float32 pairs they take 1.6 MB.
const MaxPoints = 200_000

// maxCoordinate bounds coordinates so that their squares and differences stay within float32.
const maxCoordinate = 1e15

// Points is a finite Source: rows of a table, or a drawing by hand. Samples are drawn from its points with replacement.
type Points struct {
	xy    []float32
	names [2]string
	frame Frame
}

// NewPoints returns the source of the points xy, x before y, which it copies. Names are of the two coordinates, for axes. It
// refuses fewer than 2 or more than MaxPoints points, values that are not finite, and points that are all the same.
func NewPoints(xy []float32, names [2]string) (*Points, error) {
	n := len(xy) / 2
	if len(xy)%2 != 0 || n < 2 || n > MaxPoints {
		return nil, fmt.Errorf("%d coordinates; allowed are 2 to %d points of two coordinates each", len(xy), MaxPoints)
	}
	for i, v := range xy {
		if !(math.Abs(float64(v)) <= maxCoordinate) {
			return nil, fmt.Errorf("point %d has the coordinate %v; allowed are finite numbers up to %g in size", i/2+1, v, maxCoordinate)
		}
	}
	p := &Points{xy: append([]float32(nil), xy...), names: names}
	for k := range 2 {
		centre, sd := moments(xy[k:])
		p.frame.Centre[k], p.frame.Scale[k] = float32(centre), float32(sd)
	}
	for k := range 2 {
		if p.frame.Scale[k] == 0 { // a flat cloud: the axis without extent takes the other's scale
			p.frame.Scale[k] = p.frame.Scale[1-k]
		}
	}
	if p.frame.Scale[0] == 0 {
		return nil, errors.New("all points are the same; allowed are points of which two differ")
	}
	return p, nil
}

// moments returns the mean and the standard deviation of every second number, summed in order.
func moments(v []float32) (mean, sd float64) {
	n := float64((len(v) + 1) / 2)
	for i := 0; i < len(v); i += 2 {
		mean += float64(v[i])
	}
	mean /= n
	for i := 0; i < len(v); i += 2 {
		d := float64(v[i]) - mean
		sd += float64(d * d)
	}
	return mean, math.Sqrt(sd / n)
}

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
	return &brushed{p, modes}
}

// Len returns the number of points.
func (p *Points) Len() int { return len(p.xy) / 2 }

// XY returns the points; the caller must not change them.
func (p *Points) XY() []float32 { return p.xy }

// Names returns what the coordinates are called, each empty where it has no name.
func (p *Points) Names() [2]string { return p.names }

// Sample implements Source.
func (p *Points) Sample(r *random.Source, dst []float32) {
	for i := 0; i+1 < len(dst); i += 2 {
		k := r.IntN(p.Len())
		dst[i], dst[i+1] = p.xy[2*k], p.xy[2*k+1]
	}
}

// Scale implements Source.
func (p *Points) Scale() float32 { return max(p.frame.Scale[0], p.frame.Scale[1]) }

// Frame implements Framed: zero mean and unit variance in each coordinate.
func (p *Points) Frame() Frame { return p.frame }

// Split deals the points out: every hold-th goes to held, the rest to train; both keep the whole's frame. It is for measures
// of memorisation, which need points that training never saw. It refuses a split that leaves either side empty.
func (p *Points) Split(hold int) (train, held *Points, err error) {
	if hold < 2 || p.Len() < hold {
		return nil, nil, fmt.Errorf("holding out every %d-th of %d points; allowed is every 2nd to every %d-th", hold, p.Len(), p.Len())
	}
	train = &Points{names: p.names, frame: p.frame}
	held = &Points{names: p.names, frame: p.frame}
	for i := 0; i < p.Len(); i++ {
		to := train
		if i%hold == hold-1 {
			to = held
		}
		to.xy = append(to.xy, p.xy[2*i], p.xy[2*i+1])
	}
	return train, held, nil
}

// brushed is Points blurred by a brush. It is a mixture, but not a Moded one: its Gaussians overlap.
type brushed struct {
	*Points
	modes []Mode
}

// Sample implements Source.
func (b *brushed) Sample(r *random.Source, dst []float32) {
	for i := 0; i+1 < len(dst); i += 2 {
		m := b.modes[r.IntN(len(b.modes))]
		dst[i], dst[i+1] = blur(r, m.X, m.SDX), blur(r, m.Y, m.SDY)
	}
}

// Density implements Dense.
func (b *brushed) Density(x, y float64) float64 { return density(b.modes, x, y) }

// Mass implements Massed.
func (b *brushed) Mass(xs, ys []float64) []float64 { return mass(b.modes, xs, ys) }
