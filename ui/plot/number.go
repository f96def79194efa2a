package plot

import (
	"math"
	"strconv"
	"strings"
)

// Minus is the sign that numbers are written with: as wide as a plus, unlike the hyphen.
const Minus = "\u2212"

// Fixed writes a number with so many decimals: "−1.50".
func Fixed(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-") // no minus zero
	}
	return strings.Replace(s, "-", Minus, 1)
}

// Number writes a number with three significant figures, as a reader would on a blackboard: "0.693", "12.4", "1,240", "1.2e−7".
func Number(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return Minus + "∞"
	case a == 0:
		return "0"
	case a < 1e-4 || a >= 1e7:
		mantissa, e := scientific(v, 1)
		return strings.ReplaceAll(mantissa+"e"+strconv.Itoa(e), "-", Minus)
	case a >= 999.5:
		return Count(int(math.Round(v)))
	}
	_, e := scientific(v, 2)
	return Fixed(v, max(0, 2-e))
}

// scientific is a number's mantissa with so many decimals, and its power of ten after rounding.
func scientific(v float64, decimals int) (mantissa string, power int) {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', decimals, 64), "e")
	power, _ = strconv.Atoi(exponent)
	return mantissa, power
}

// Count writes a whole number in groups of three: "12,400".
func Count(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = Minus, s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}
