package metric

// point is a point in training's units.
type point struct{ x, y float64 }

// d2 returns the squared distance of two points.
func (a point) d2(b point) float64 { return (a.x-b.x)*(a.x-b.x) + (a.y-b.y)*(a.y-b.y) }

// standard returns the generated and the real points in training's units: all of them, or this many evenly spaced ones.
func (s *Samples) standard(most int) (generated, real []point, err error) {
	if err := s.check(); err != nil {
		return nil, nil, err
	}
	return s.Target.standard(s.Generated, most), s.Target.standard(s.Real, most), nil
}

func (t *Target) standard(xy []float32, most int) []point {
	n, f := len(xy)/2, t.Frame
	points := make([]point, min(n, most))
	for i := range points {
		k := 2 * (i * n / len(points))
		points[i] = point{
			(float64(xy[k]) - float64(f.Centre[0])) / float64(f.Scale[0]),
			(float64(xy[k+1]) - float64(f.Centre[1])) / float64(f.Scale[1]),
		}
	}
	return points
}

// onPoints makes a measure of a function of at most this many points of either kind, in training's units.
func onPoints(most int, f func(generated, real []point, rest Rest) float64) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		generated, real, err := s.standard(most)
		if err != nil {
			return 0, err
		}
		return f(generated, real, s.Rest), nil
	}
}

// everyPoint is for measures that take as many points as there are.
const everyPoint = 1 << 30

// pairPoints is how many points of either kind measures of all pairs take, at some ten milliseconds for the million pairs of
// each two sets. Standard errors fall with its square root.
const pairPoints = 1000
