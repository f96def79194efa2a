package experiment

import (
	"math"
	"strconv"
	"strings"
)

// parseNumber reads a finite decimal number: digits with at most one point, and an exponent. Hexadecimals, underscores,
// infinities and NaN are no numbers here.
func parseNumber(text string) (float64, bool) {
	if text == "" || len(text) > 40 || strings.ContainsFunc(text, notDecimal) {
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return 0, false
	}
	return x + 0, true // turns -0 into 0
}

func notDecimal(c rune) bool { return !strings.ContainsRune("0123456789.eE+-", c) }

// formatNumber is the shortest decimal that reads back as x: "0.006", "1e-5".
func formatNumber(x float64) string {
	s := strconv.FormatFloat(x, 'g', -1, 64)
	mantissa, exponent, ok := strings.Cut(s, "e")
	if !ok {
		return s
	}
	sign := ""
	if exponent[0] == '-' {
		sign = "-"
	}
	return mantissa + "e" + sign + strings.TrimLeft(exponent[1:], "0")
}

// parseInteger reads a whole number that is not negative, in plain digits or as a number such as "3e3".
func parseInteger(text string) (int64, bool) {
	x, ok := parseNumber(text)
	if !ok || x != math.Trunc(x) || x < 0 || x > 1<<53 {
		return 0, false
	}
	return int64(x), true
}
