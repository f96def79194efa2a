package data

import (
	"gonum.org/v1/gonum/floats"
	"math"
	"testing"
)

// The line's density in closed form: a uniform blur along it, a Gaussian across.
func TestLineDensity(t *testing.T) {
	const sd = 0.04
	length := math.Hypot(3, 1.2)
	cx, cy := -3/length, 1.2/length
	phi := func(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
	for _, p := range [][2]float64{{0, 0}, {1.5, -0.6}, {-1.5, 0.6}, {1.2, -0.45}, {0.03, 0.05}, {1.6, -0.63}} {
		along, across := p[0]*cx+p[1]*cy, p[1]*cx-p[0]*cy
		want := (phi((along+length/2)/sd) - phi((along-length/2)/sd)) / length *
			math.Exp(-across*across/(2*sd*sd)) / (sd * math.Sqrt(2*math.Pi))
		if got := Line.Density(p[0], p[1]); math.Abs(got-want) > 1e-9*peak(sd, length) {
			t.Errorf("density at %v is %.12g, want %.12g", p, got, want)
		}
	}
}

// The circles' density in closed form: exp(-(r-R)²/2s²) I₀(rR/s²) exp(-rR/s²) / 2πs² for each.
func TestCirclesDensity(t *testing.T) {
	const sd = 0.08
	for _, p := range [][2]float64{{1, 0}, {0.6, 0.8}, {0, 2.1}, {-1.3, 0.7}, {0.01, 0}} {
		want := 0.0
		for _, radius := range []float64{1, 2} {
			r := math.Hypot(p[0], p[1])
			want += math.Exp(-(r-radius)*(r-radius)/(2*sd*sd)) * scaledBessel(r*radius/(sd*sd)) / (2 * math.Pi * sd * sd) / 2
		}
		if got := Circles.Density(p[0], p[1]); math.Abs(got-want) > 1e-9*peak(sd, 4*math.Pi) {
			t.Errorf("density at %v is %.12g, want %.12g", p, got, want)
		}
	}
}

// peak is the height of a curve of the given length blurred by sd, away from its ends.
func peak(sd, length float64) float64 { return 1 / (length * sd * math.Sqrt(2*math.Pi)) }

// scaledBessel returns I₀(z) exp(-z), by the trapezoid rule on its integral over a period, which converges geometrically.
func scaledBessel(z float64) float64 {
	const n = 4096
	sum := 0.0
	for i := range n {
		sum += math.Exp(z * (math.Cos(2*math.Pi*float64(i)/n) - 1))
	}
	return sum / n
}

// Published facts: the ring's radius and noise, the grid's spacing and noise.
func TestPublishedModes(t *testing.T) {
	for _, c := range []struct {
		source        *Mixture
		modes         int
		sd, neighbour float64 // the distance of the nearest other mode
	}{
		{Ring8, 8, 0.1, 4 * math.Sin(math.Pi/8)},
		{Ring8Sharp, 8, 0.02, 4 * math.Sin(math.Pi/8)},
		{Grid25, 25, 0.05, 2},
		{Disjoint, 3, 0.1, 4 * math.Hypot(0.3, 0.25)},
	} {
		modes, nearest := c.source.Modes(), math.Inf(1)
		for i, a := range modes {
			if a.SD[0] != c.sd || a.SD[1] != c.sd {
				t.Errorf("a mode is %v wide, want %v", a.SD[0], c.sd)
			}
			for _, b := range modes[:i] {
				nearest = min(nearest, floats.Distance(a.At, b.At, 2))
			}
		}
		if len(modes) != c.modes || math.Abs(nearest-c.neighbour) > 1e-12 {
			t.Errorf("%d modes, neighbours %v apart; want %d, %v", len(modes), nearest, c.modes, c.neighbour)
		}
	}
}
