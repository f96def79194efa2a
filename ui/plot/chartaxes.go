package plot

import "math"

// chartMargins are a chart's blank borders in CSS pixels at a scale of 1: room for its labels.
var chartMargins = Margins{Left: 42, Top: 8, Right: 42, Bottom: 22}

// Axes are where a chart's steps and values lie, in pixels from the picture's top left corner.
type Axes struct {
	Left, Top, Right, Bottom float64
	From, Steps              float64 // at the left and the right edge
	Lo, Hi                   float64 // at the bottom and the top
	Linear, Log              bool
	XTicks, YTicks           []Tick
}

// Axes are the chart's in a picture of a size, whose Scale is how large its letters are.
func (c Chart) Axes(s Size) Axes {
	m := chartMargins
	a := Axes{
		Left: m.Left * s.Scale, Top: m.Top * s.Scale, Right: math.Max(s.W-m.Right*s.Scale, m.Left*s.Scale+1), Bottom: math.Max(s.H-m.Bottom*s.Scale, m.Top*s.Scale+1),
		Linear: c.Linear, Log: c.Log,
	}
	a.From, a.Steps = c.Span()
	a.Lo, a.Hi = c.bounds()
	a.label(s.Scale)
	return a
}

// X is the pixel of a step, and StepAt its inverse.
func (a Axes) X(step float64) float64 {
	t := a.time()
	from := t.Share(a.From)
	return a.Left + (t.Share(step)-from)/(1-from)*(a.Right-a.Left)
}

// StepAt is the step at a pixel, within the axis.
func (a Axes) StepAt(px float64) float64 {
	t := a.time()
	from := t.Share(a.From)
	return t.StepAt(from + math.Max(0, math.Min((px-a.Left)/(a.Right-a.Left), 1))*(1-from))
}

func (a Axes) time() Time { return Time{a.Steps, a.Linear} }

// Y is the pixel of a value; NaN of one that has no logarithm where that is asked for.
func (a Axes) Y(v float64) float64 {
	lo, hi := a.Lo, a.Hi
	if a.Log {
		v, lo, hi = math.Log10(v), math.Log10(lo), math.Log10(hi)
		if math.IsInf(v, 0) {
			return math.NaN()
		}
	}
	return a.Bottom - (v-lo)/(hi-lo)*(a.Bottom-a.Top)
}

// label finds the ticks: round steps with room for their numbers, and round values.
func (a *Axes) label(scale float64) {
	for _, step := range a.roundSteps(52 * scale) {
		a.XTicks = append(a.XTicks, Tick{step, a.X(step), Count(int(step))})
	}
	n := max(2, int((a.Bottom-a.Top)/scale/40))
	if a.Log {
		for e := math.Ceil(math.Log10(a.Lo)); e <= math.Log10(a.Hi); e++ {
			v := math.Pow(10, e)
			a.YTicks = append(a.YTicks, Tick{v, a.Y(v), power(v, e)})
		}
		if len(a.YTicks) > 1 {
			return
		}
		a.YTicks = nil
	}
	for _, t := range (Scale{a.Lo, a.Hi, a.Bottom, a.Top}).Ticks(n) {
		a.YTicks = append(a.YTicks, Tick{t.Value, a.Y(t.Value), short(t)})
	}
}

// power is the label of 10 to the power of e, without digits that it does not need: beside a chart there is room for few.
func power(v, e float64) string {
	if e < 0 && e > -5 {
		return Fixed(v, int(-e))
	}
	return short(Tick{Value: v, Label: Number(v)})
}

// short is a tick's label that has room beside a chart: of 10,000 and more in thousands or millions.
func short(t Tick) string {
	switch v := math.Abs(t.Value); {
	case v >= 1e6 && v < 1e9:
		return whole(t.Value/1e6) + "M"
	case v >= 1e4 && v < 1e6:
		return whole(t.Value/1e3) + "k"
	}
	return t.Label
}

// whole is a round number with no more decimals than it has.
func whole(v float64) string { return Fixed(v, decimalsOf(math.Abs(v))) }

// roundSteps are the axis' ends and round numbers between that stand some pixels apart, in ascending order.
func (a *Axes) roundSteps(apart float64) []float64 {
	steps := []float64{a.Steps}
	if a.Linear {
		var all []float64
		for _, t := range (Scale{From: a.From, To: a.Steps}).Ticks(max(2, int((a.Right-a.Left)/apart/1.3))) {
			all = append(all, t.Value)
		}
		return all
	}
	for e := math.Floor(math.Log10(a.Steps)); e >= 0; e-- {
		for _, m := range []float64{5, 2, 1} {
			step := powerOfTen(m, e)
			if last := steps[len(steps)-1]; step < last && a.X(last)-a.X(step) >= apart && a.X(step)-a.Left >= apart*0.7 && step > a.From {
				steps = append(steps, step)
			}
		}
	}
	steps = append(steps, a.From)
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return steps
}

// Ticks are the round steps along an axis of a width in CSS pixels, which stands alone.
func (t Time) Ticks(width float64) []Tick {
	a := Axes{Right: width, Bottom: 1, Steps: t.Steps, Linear: t.Linear}
	var ticks []Tick
	for _, step := range a.roundSteps(64) {
		ticks = append(ticks, Tick{step, a.X(step), Count(int(step))})
	}
	return ticks
}
