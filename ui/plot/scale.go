package plot

import "math"

// Scale is a linear map from data to pixels: From lands on At, To lands on Until. An axis that points up has At > Until.
type Scale struct{ From, To, At, Until float64 }

// Of is the pixel of a value. A scale of no extent sends everything to its middle.
func (s Scale) Of(v float64) float64 {
	if s.To == s.From {
		return (s.At + s.Until) / 2
	}
	return s.At + (v-s.From)/(s.To-s.From)*(s.Until-s.At)
}

// Value is the value at a pixel, the inverse of Of.
func (s Scale) Value(px float64) float64 {
	if s.Until == s.At {
		return (s.From + s.To) / 2
	}
	return s.From + (px-s.At)/(s.Until-s.At)*(s.To-s.From)
}

// Tick is a labelled place on an axis.
type Tick struct {
	Value float64
	Pixel float64 // along the axis, in the pixels of the frame
	Label string  // "−1.5", ready to show; all labels of an axis have the same number of decimals
}

// Ticks are at most about n round numbers within the scale, ascending, spaced by 1, 2 or 5 times a power of ten. A scale that is empty or not
// finite has none.
func (s Scale) Ticks(n int) []Tick {
	lo, hi := math.Min(s.From, s.To), math.Max(s.From, s.To)
	step, first, count := tickStep(lo, hi, n)
	decimals := decimalsOf(step)
	var ts []Tick
	for i := 0; i < count; i++ {
		v := stepTimes(step, first+float64(i))
		ts = append(ts, Tick{v, s.Of(v), Fixed(v, decimals)})
	}
	return ts
}

// tickStep returns the spacing, the index of the first tick (its value is step times that), and how many there are.
func tickStep(lo, hi float64, n int) (step, first float64, count int) {
	if !(hi > lo) || n < 1 || math.IsInf(hi-lo, 0) {
		return 0, 0, 0
	}
	step = niceStep((hi - lo) / float64(n))
	// A tick that falls on the window's edge counts, though rounding may put it a hair outside.
	const hair = 1e-9
	first = math.Ceil(lo/step - hair)
	if count = int(math.Floor(hi/step+hair)-first) + 1; count < 1 && n < 8 { // the step is longer than the window
		return tickStep(lo, hi, n+1)
	}
	return step, first, max(count, 0)
}

// niceStep is the smallest of 1, 2 and 5 times a power of ten that is no less than x.
func niceStep(x float64) float64 {
	e := math.Floor(math.Log10(x))
	for _, m := range []float64{1, 2, 5} {
		if s := powerOfTen(m, e); s >= x*(1-1e-9) {
			return s
		}
	}
	return powerOfTen(1, e+1)
}

// powerOfTen is m times ten to the e, divided rather than multiplied for negative e so that 0.2 is the float64 nearest 0.2.
func powerOfTen(m, e float64) float64 {
	if e < 0 {
		return m / math.Pow(10, -e)
	}
	return m * math.Pow(10, e)
}

// stepTimes is k steps, as the float64 nearest that round number.
func stepTimes(step, k float64) float64 {
	if step < 1 {
		return k / math.Round(1/step)
	}
	return k*step + 0 // plus zero turns minus zero into zero
}

func decimalsOf(step float64) int {
	d := 0
	for s := step; d < 12 && math.Abs(s-math.Round(s)) > 1e-6*s; d++ {
		s *= 10
	}
	return d
}
