package plot

import (
	"math"
	"slices"

	"ganvas/core/wire"
)

// Chart is curves over the steps of a run.
type Chart struct {
	Stride     int // steps that one value stands for, as in wire.Trace
	Curves     []Curve
	References []Reference
	// Fixed says that Lo and Hi are the value axis; otherwise it fits the curves.
	Fixed  bool
	Lo, Hi float64
}

// Curve is a column of a trace, in a colour. Values that are not finite are gaps.
type Curve struct {
	Values []float32
	Colour Colour
}

// Reference is a value that theory expects, drawn as a dashed level line.
type Reference struct {
	Value  float64
	Colour Colour
}

// LossOptions are what a chart of the losses shows beside them.
type LossOptions struct {
	// Theory says that TheoryD and TheoryG are the losses expected where D = 1/2 everywhere, such as 2 log 2 and log 2.
	Theory           bool
	TheoryD, TheoryG float64
	Penalty          bool // the penalty too, in the quiet colour
}

// Losses is the chart of both players' losses: D's in ink, G's in the hue of what it makes.
func Losses(t wire.Trace, th Theme, o LossOptions) Chart {
	c := Chart{Stride: t.Stride}
	if o.Penalty {
		c.Curves = append(c.Curves, Curve{t.Penalty, th.Quiet})
	}
	c.Curves = append(c.Curves, Curve{t.LossD, th.Text}, Curve{t.LossG, th.Generated.Ink})
	if o.Theory {
		c.References = []Reference{{o.TheoryD, th.Text}, {o.TheoryG, th.Generated.Ink}}
	}
	return c
}

// Verdicts is the chart of the mean of D over real and over generated samples, each in its samples' hue; both tend to 1/2 when
// they cannot be told apart.
func Verdicts(t wire.Trace, th Theme) Chart {
	return Chart{
		Stride:     t.Stride,
		Curves:     []Curve{{t.DReal, th.Real.Ink}, {t.DFake, th.Generated.Ink}},
		References: []Reference{{0.5, th.Quiet}},
		Fixed:      true, Lo: 0, Hi: 1,
	}
}

// fewestSteps is the shortest span of an axis of steps.
const fewestSteps = 20

// Frame is the chart's axes in a panel.
func (c Chart) Frame(s Size) Frame {
	left, top, right, bottom := chartMargins.in(s)
	steps := float64(max(c.points()*c.stride(), fewestSteps))
	lo, hi := c.bounds()
	f := Frame{X: Scale{0, steps, left, right}, Y: Scale{lo, hi, bottom, top}, Scale: s.Scale}
	f.label(75, 34)
	for i, t := range f.XTicks {
		f.XTicks[i].Label = Count(int(math.Round(t.Value)))
	}
	return f
}

func (c Chart) stride() int { return max(c.Stride, 1) }

func (c Chart) points() int {
	n := 0
	for _, k := range c.Curves {
		n = max(n, len(k.Values))
	}
	return n
}

// Step is the middle of the steps that the i-th value stands for.
func (c Chart) Step(i int) float64 {
	s := float64(c.stride())
	return float64(i)*s + (s+1)/2
}

// Nearest is the index of the value nearest to a pixel along the frame, or -1 where there is none.
func (c Chart) Nearest(f Frame, px float64) int {
	n := c.points()
	if n == 0 {
		return -1
	}
	s := float64(c.stride())
	i := math.Round((f.X.Value(px) - (s+1)/2) / s)
	return int(math.Min(math.Max(i, 0), float64(n-1)))
}

// bounds are the ends of the value axis: the central 98 % of all values and the references, with some air, so that a spike leaves the
// frame and does not flatten the rest. Positive curves stand on zero where it is near.
func (c Chart) bounds() (lo, hi float64) {
	if c.Fixed {
		return c.Lo, c.Hi
	}
	var all []float32
	for _, k := range c.Curves {
		for _, v := range k.Values {
			if finite(v) {
				all = append(all, v)
			}
		}
	}
	slices.Sort(all)
	lo, hi = math.Inf(1), math.Inf(-1)
	if n := len(all); n > 0 {
		lo, hi = float64(all[n/100]), float64(all[n-1-n/100])
	}
	for _, r := range c.References {
		lo, hi = math.Min(lo, r.Value), math.Max(hi, r.Value)
	}
	return air(lo, hi)
}

func air(lo, hi float64) (float64, float64) {
	switch {
	case lo > hi: // nothing to show
		return 0, 1
	case hi-lo < 1e-6*math.Max(math.Abs(lo), math.Abs(hi)), hi == lo:
		m := math.Max(math.Abs(lo), 1) / 2
		return lo - m, hi + m
	}
	pad := 0.08 * (hi - lo)
	if lo >= 0 && lo < (hi-lo) {
		return 0, hi + pad
	}
	return lo - pad, hi + pad
}

// Curves adds a chart's curves: each as it is, faintly, and its running mean over it, boldly.
func (g *Geometry) Curves(f Frame, c Chart) {
	width := float32(f.Scale)
	for _, k := range c.Curves {
		g.Stroke(c.path(f, k.Values), width, k.Colour.Alpha(0.35))
	}
	for _, k := range c.Curves {
		g.Stroke(c.path(f, Smoothed(k.Values)), 2*width, k.Colour.Alpha(1))
	}
}

func (c Chart) path(f Frame, values []float32) []Point {
	line := make([]Point, len(values))
	for i, v := range values {
		line[i] = Point{float32(f.X.Of(c.Step(i))), float32(f.Y.Of(float64(v)))}
	}
	return line
}

// Smoothed is a column's running mean: Gaussian weights with a standard deviation of 1.2 % of its length, over the finite
// values; a gap stays a gap.
func Smoothed(values []float32) []float32 {
	sd := 0.012 * float64(len(values))
	weights := make([]float64, int(3*sd)+1)
	for k := range weights {
		weights[k] = math.Exp(-float64(k*k) / (2*sd*sd + 1e-9))
	}
	out := make([]float32, len(values))
	for i, v := range values {
		if !finite(v) {
			out[i] = v
			continue
		}
		sum, weight := 0.0, 0.0
		for j := max(0, i-len(weights)+1); j < min(len(values), i+len(weights)); j++ {
			if w := weights[max(i-j, j-i)]; finite(values[j]) {
				sum += w * float64(values[j])
				weight += w
			}
		}
		out[i] = float32(sum / weight)
	}
	return out
}

// References adds a chart's references as dashed lines.
func (g *Geometry) References(f Frame, c Chart) {
	for i, r := range c.References {
		y := f.level(r.Value)
		dash := 5 * f.Scale
		// Two references at one height take turns, dash by dash.
		for x := f.Left() + dash*float64(i%2); x < f.Right(); x += 2 * dash {
			g.Rect(float32(x), y, float32(math.Min(x+dash, f.Right())), y+f.hair(), r.Colour.Alpha(0.8))
		}
	}
}
