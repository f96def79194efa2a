package plot

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Far is the labels of an axis whose numbers are too long to stand side by side: each label times ten to the Power, plus Base, is the number.
type Far struct {
	Base     float64
	decimals int // of Base
	Power    int
}

// Note says what is to be done with the labels, where something is: "× 10⁻⁶ + 52.52".
func (f Far) Note() string {
	var parts []string
	if f.Power != 0 {
		parts = append(parts, "× 10"+superscript(f.Power))
	}
	if f.Base != 0 {
		sign, base := "+ ", math.Abs(f.Base)
		if f.Base < 0 {
			sign = Minus + " "
		}
		text := Fixed(base, f.decimals)
		if f.decimals == 0 && base < 1e15 {
			text = Count(int(base))
		}
		parts = append(parts, sign+text)
	}
	return strings.Join(parts, " ")
}

// superscript writes a whole number as an exponent.
func superscript(n int) string {
	return strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(n))
}

// longest is the most characters of a label: as many as there is room for beside a vertical axis.
const longest = 6

// TicksFrom are the ticks of a scale whose values are counted from an origin: round numbers of what is shown, which are origin and value together.
// They are labelled in full where that is short, and otherwise by what is left of them; then Far says of what.
func (s Scale) TicksFrom(origin float64, n int) ([]Tick, Far) {
	lo, hi := math.Min(s.From, s.To), math.Max(s.From, s.To)
	step, first, count := tickStep(lo+origin, hi+origin, n)
	if count == 0 || math.Abs(first)+float64(count) > 1<<50 { // such numbers are not told apart in float64
		return nil, Far{}
	}
	f := farOf(lo+origin, hi+origin, step)
	unit := math.Pow(10, float64(f.Power))
	decimals := decimalsOf(step / unit)
	ticks := make([]Tick, count)
	for i := range ticks {
		at := stepTimes(step, first+float64(i))
		ticks[i] = Tick{Value: at - origin, Pixel: s.Of(at - origin), Label: Fixed((at-f.Base)/unit, decimals)}
	}
	return ticks, f
}

// farOf chooses what labels leave out: nothing, a power of ten, or the roundest number in sight.
func farOf(lo, hi, step float64) Far {
	if fits(lo, hi, step) {
		return Far{}
	}
	var f Far
	if lo > 0 || hi < 0 { // otherwise zero is the roundest
		f.Base, f.decimals = roundest(lo, hi)
	}
	if lo, hi = lo-f.Base, hi-f.Base; !fits(lo, hi, step) {
		f.Power = int(math.Floor(math.Log10(math.Max(math.Abs(lo), math.Abs(hi)))))
	}
	return f
}

// fits says whether numbers between two, in steps, have short labels.
func fits(lo, hi, step float64) bool {
	if step < 1e-9 || math.Max(math.Abs(lo), math.Abs(hi)) >= 1e9 {
		return false
	}
	decimals := decimalsOf(step)
	return max(utf8.RuneCountInString(Fixed(lo, decimals)), utf8.RuneCountInString(Fixed(hi, decimals))) <= longest
}

// roundest is the number with the fewest digits between two of one sign, the first if there are several, and its decimals.
func roundest(lo, hi float64) (v float64, decimals int) {
	for e := math.Ceil(math.Log10(math.Max(math.Abs(lo), math.Abs(hi)))); e > -15; e-- {
		unit := powerOfTen(1, e)
		k := math.Ceil(lo / unit)
		if math.Abs(k) > 1<<50 {
			break
		}
		if v := stepTimes(unit, k); v <= hi {
			return v, max(0, -int(e))
		}
	}
	return 0, 0
}
