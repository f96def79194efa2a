package metric

// point is a point in training's units.
type point []float64

// d2 returns the squared distance of two points.
func (a point) d2(b point) float64 {
	sum := 0.0
	for k, v := range a {
		d := v - b[k]
		sum += d * d
	}
	return sum
}

// standard returns the generated and the real points in training's units: all of them, or this many evenly spaced ones.
func (s *Samples) standard(most int) (generated, real []point, err error) {
	if err := s.check(); err != nil {
		return nil, nil, err
	}
	return s.Target.standard(s.Generated, most), s.Target.standard(s.Real, most), nil
}

func (t *Target) standard(points []float32, most int) []point {
	n, size, f := t.count(points), t.size(), t.Frame
	out := make([]point, min(n, most))
	all := make(point, len(out)*size)
	for i := range out {
		out[i], all = all[:size:size], all[size:]
		row := points[i*n/len(out)*size:]
		for k := range out[i] {
			out[i][k] = (float64(row[k]) - float64(f.Centre[k])) / float64(f.Scale[k])
		}
	}
	return out
}

// onPoints makes a measure of a function of at most this many points of either kind, in training's units.
func onPoints(most int, f func(generated, real []point, rest Rest) float64) func(*Samples) (float64, error) {
	return on((*Samples).standard, most, f)
}

// onDistances is onPoints for what a single point far out can make as large as it likes.
func onDistances(most int, f func(generated, real []point, rest Rest) float64) func(*Samples) (float64, error) {
	return on((*Samples).winsorised, most, f)
}

func on(points func(s *Samples, most int) (generated, real []point, err error), most int,
	f func(generated, real []point, rest Rest) float64) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		generated, real, err := points(s, most)
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
