package control

import (
	"math"
	"strconv"
)

// Notches is the number of a slider's last position; the first is 0.
const Notches = 200

// Scale is how a slider's positions stand for values. At is rounded to what is worth reading; Notch(At(i)) is i for every i but
// where rounding makes two positions meet.
type Scale interface {
	At(notch int) float64
	Notch(x float64) int
}

// Linear is a scale of equal steps from Min to Max.
type Linear struct{ Min, Max float64 }

// At is the value of a position.
func (s Linear) At(notch int) float64 {
	return significant(s.Min+(s.Max-s.Min)*float64(notch)/Notches, 4)
}

// Notch is the position nearest to a value.
func (s Linear) Notch(x float64) int { return clamp((x - s.Min) / (s.Max - s.Min)) }

// Log is a scale of equal ratios up to Max. Where Min is 0, position 0 is 0 and the next begins logDecades below Max.
type Log struct{ Min, Max float64 }

const logDecades = 6

func (s Log) floor() (float64, float64) {
	if s.Min > 0 {
		return s.Min, 0
	}
	return s.Max * math.Pow(10, -logDecades), 1
}

// At is the value of a position.
func (s Log) At(notch int) float64 {
	low, first := s.floor()
	if notch <= 0 && first > 0 {
		return 0
	}
	share := (float64(notch) - first) / (Notches - first)
	return significant(low*math.Pow(s.Max/low, share), 2)
}

// Notch is the position nearest to a value.
func (s Log) Notch(x float64) int {
	low, first := s.floor()
	if x <= 0 {
		return 0
	}
	share := math.Log(x/low) / math.Log(s.Max/low)
	if share < 0 {
		share = 0
	}
	return clamp((first + share*(Notches-first)) / Notches)
}

// Memory is a scale from 0 to just under 1 by equal ratios of 1-x: the time over which an average remembers.
type Memory struct{ Max float64 }

// At is the value of a position.
func (s Memory) At(notch int) float64 {
	if notch >= Notches {
		return s.Max
	}
	rest := significant(math.Pow(1-s.Max, float64(notch)/Notches), 2)
	return math.Round((1-rest)*1e7) / 1e7
}

// Notch is the position nearest to a value.
func (s Memory) Notch(x float64) int {
	if x >= 1 {
		return Notches
	}
	return clamp(math.Log(1-x) / math.Log(1-s.Max))
}

// clamp is the position of a share of the slider.
func clamp(share float64) int {
	return int(math.Round(Notches * math.Max(0, math.Min(1, share))))
}

// significant rounds to a number of decimal digits.
func significant(x float64, digits int) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64)
	return y
}

// Text is a number as a person types it: the shortest that means x.
func Text(x float64) string {
	if x != 0 && math.Abs(x) < 1e-4 {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// Ticks are some round values of a control's slider, for the letters below it: the ends, and powers of ten where the scale is logarithmic.
func Ticks(c Control) []float64 {
	switch s := c.Scale().(type) {
	case Log:
		low, _ := s.floor()
		ticks := []float64{s.Min}
		for e := math.Ceil(math.Log10(low) + 1); math.Pow(10, e) <= s.Max; e++ {
			if int(math.Round(e))%2 == 0 || s.Max/low < 1e5 {
				ticks = append(ticks, significant(math.Pow(10, e), 1))
			}
		}
		return ticks
	case Memory:
		return []float64{0, .9, .99, .999}
	}
	return []float64{c.Min, significant((c.Min+c.Max)/2, 3), c.Max}
}
