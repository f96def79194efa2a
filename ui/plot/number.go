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
		s := strconv.FormatFloat(v, 'e', 1, 64)
		mantissa, exponent, _ := strings.Cut(s, "e")
		e, _ := strconv.Atoi(exponent)
		return strings.ReplaceAll(mantissa+"e"+strconv.Itoa(e), "-", Minus)
	case a >= 999.5:
		return Count(int(math.Round(v)))
	}
	return Fixed(v, max(0, 2-int(math.Floor(math.Log10(a)*(1+1e-15)))))
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
