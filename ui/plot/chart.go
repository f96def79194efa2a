package plot

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Chart is curves over the steps of a run.
type Chart struct {
	Stride     int // steps that one value stands for, as in wire.Trace
	Curves     []Curve
	References []Reference
	Bands      []Band
	Events     []Event
	Horizon    int  // the step to which the axis reaches at least
	Exact      bool // its values are measured now and then, and are no means of minibatches that need smoothing
	ChartOptions
}

// ChartOptions are how a reader looks at charts. Their zero value is a square root of time and values as they are.
type ChartOptions struct {
	Linear bool // time as it is; otherwise its square root, which gives the first tenth of a run a third of the axis
	Log    bool // the logarithm of the values; those that are not positive are gaps
	Smooth int  // the most values on either side that a mean takes in; 0 draws values as they are
	// From and To are the steps between which it is looked at; To 0 is the end.
	From, To int
}

// Curve is a column of a trace, in a colour. Values that are not finite are gaps.
type Curve struct {
	Name   string
	Values []float32
	Colour Colour
	Dashed bool
}

// Band is between which values a perfect generator scores.
type Band struct {
	Lo, Hi float64
	Name   string
}

// Event is a step at which something was done to the run, in a few words.
type Event struct {
	Step float64
	Text string
}

// Reference is a value that theory expects, drawn as a dashed level line with its name beside it.
type Reference struct {
	Value  float64
	Name   string
	Colour Colour
}

// LossOptions are what a chart of the losses shows beside them: the losses expected where D = 1/2 everywhere, such as log 4 and log 2.
type LossOptions struct{ D, G *Reference }

// Losses is the chart of both players' losses: D's in ink, G's in the hue of what it makes.
func Losses(t wire.Trace, th Theme, o LossOptions) Chart {
	c := Chart{Stride: t.Stride, Curves: []Curve{{Name: "L_D", Values: t.Column(probe.LossD), Colour: th.Text}, {Name: "L_G", Values: t.Column(probe.LossG), Colour: th.Generated.Ink}}}
	for _, r := range []*Reference{o.D, o.G} {
		if r != nil && (len(c.References) == 0 || c.References[0].Value != r.Value) {
			c.References = append(c.References, Reference{r.Value, r.Name, th.Text})
		}
	}
	return c
}

// Verdicts is the chart of the mean of D over real and over generated samples, each in its samples' hue; both tend to 1/2 when
// they cannot be told apart.
func Verdicts(t wire.Trace, th Theme) Chart {
	return Chart{
		Stride:     t.Stride,
		Curves:     []Curve{{Name: "real", Values: t.Column(probe.DReal), Colour: th.Real.Ink}, {Name: "generated", Values: t.Column(probe.DFake), Colour: th.Generated.Ink}},
		References: []Reference{{0.5, "½", th.Text}},
	}
}

// Penalties is the chart of what the penalties add to D's loss.
func Penalties(t wire.Trace, th Theme) Chart {
	return Chart{Stride: t.Stride, Curves: []Curve{{Name: "penalty", Values: t.Column(probe.Penalty), Colour: th.Text}}}
}

// fewestSteps is the shortest span of an axis of steps.
const fewestSteps = 20

// Steps is the last step that there is room for.
func (c Chart) Steps() int { return max(c.points()*c.stride(), c.Horizon, fewestSteps) }

// Span is the steps at both ends of the axis.
func (c Chart) Span() (from, to float64) {
	all := c.Steps()
	if end := min(c.To, all); c.To > 0 && end-c.From >= fewestSteps {
		return float64(c.From), float64(end)
	}
	return 0, float64(all)
}

// Looked are options that look at the steps between two, or at all where those are too close.
func (o ChartOptions) Looked(from, to float64) ChartOptions {
	if o.From, o.To = int(math.Max(0, math.Min(from, to))), int(math.Max(from, to)+.5); o.To-o.From < fewestSteps {
		o.From, o.To = 0, 0
	}
	return o
}

// smooth is how many values a mean takes in.
func (c Chart) smooth() int {
	if c.Exact {
		return 0
	}
	return c.Smooth
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

// At is the index of the value that stands for a step, or the nearest one to it; -1 where there is none.
func (c Chart) At(step float64) int {
	return min(max(0, int(math.Round((step-float64(c.stride()+1)/2)/float64(c.stride())))), c.points()-1)
}

// bounds are the ends of the value axis: the central 98 % of all values in sight and the references, with some air, so that a spike leaves the
// frame and does not flatten the rest.
func (c Chart) bounds() (lo, hi float64) {
	var all []float32
	from, to := c.Span()
	for _, k := range c.Curves {
		for i, v := range k.Values {
			if at := c.Step(i); finite(v) && (v > 0 || !c.Log) && at >= from-float64(c.stride()) && at <= to+float64(c.stride()) {
				all = append(all, v)
			}
		}
	}
	slices.Sort(all)
	lo, hi = math.Inf(1), math.Inf(-1)
	if n := len(all); n > 0 {
		lo, hi = float64(all[n/100]), float64(all[n-1-n/100])
	}
	var marks []float64
	for _, r := range c.References {
		marks = append(marks, r.Value)
	}
	for _, b := range c.Bands {
		marks = append(marks, b.Lo, b.Hi)
	}
	for _, v := range marks {
		if v > 0 || !c.Log {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	if c.Log {
		lo, hi = air(math.Log10(lo), math.Log10(hi))
		return math.Pow(10, lo), math.Pow(10, hi)
	}
	return air(lo, hi)
}

func air(lo, hi float64) (float64, float64) {
	switch {
	case !(lo <= hi): // nothing to show
		return 0, 1
	case hi-lo < 1e-6*math.Max(math.Abs(lo), math.Abs(hi)), hi == lo:
		m := math.Max(math.Abs(lo), 1) / 20
		return lo - m, hi + m
	}
	pad := 0.08 * (hi - lo)
	return lo - pad, hi + pad
}

// Smoothed is a column's running mean: over k values on either side, but no more than a fifth of those before, so that a run's quick beginning
// stays. It is over the finite values; a gap stays a gap.
func Smoothed(values []float32, k int) []float32 {
	sums, counts := make([]float64, len(values)+1), make([]int, len(values)+1)
	for i, v := range values {
		sums[i+1], counts[i+1] = sums[i], counts[i]
		if finite(v) {
			sums[i+1] += float64(v)
			counts[i+1]++
		}
	}
	out := make([]float32, len(values))
	for i, v := range values {
		out[i] = v
		if finite(v) {
			w := min(k, i/5)
			lo, hi := i-w, min(len(values), i+w+1)
			out[i] = float32((sums[hi] - sums[lo]) / float64(counts[hi]-counts[lo]))
		}
	}
	return out
}

// CSV is the chart's values as a table: the last step that each line stands for, and the curves' values as they are.
func (c Chart) CSV() string {
	var b strings.Builder
	b.WriteString("step")
	for _, k := range c.Curves {
		b.WriteString("," + k.Name)
	}
	for i := range c.points() {
		b.WriteString("\n" + strconv.Itoa((i+1)*c.stride()))
		for _, k := range c.Curves {
			b.WriteByte(',')
			if i < len(k.Values) && finite(k.Values[i]) {
				b.WriteString(strconv.FormatFloat(float64(k.Values[i]), 'g', -1, 32))
			}
		}
	}
	b.WriteByte('\n')
	return b.String()
}
