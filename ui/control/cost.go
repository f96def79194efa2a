package control

import (
	"math"
	"strconv"

	"ganvas/core/experiment"
)

// CostText says what a step costs: "about 12 million multiply-adds and 4 ms a step; up to 8 MB".
func CostText(c experiment.Cost) string {
	return "about " + largeText(c.MultiplyAdds) + " multiply-adds and " + timeText(c.Seconds()) + " a step; up to " + largeText(c.Bytes/1e6) + " MB"
}

// largeText is a number of which two figures are of interest: "1.2 billion".
func largeText(x float64) string {
	for _, u := range []struct {
		of   float64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}} {
		if x >= u.of {
			return twoFigures(x/u.of) + u.name
		}
	}
	return twoFigures(math.Max(1, x))
}

// timeText is a time in the unit in which it has few figures.
func timeText(seconds float64) string {
	switch {
	case seconds >= 100:
		return twoFigures(seconds/60) + " minutes"
	case seconds >= 1:
		return twoFigures(seconds) + " s"
	case seconds >= 1e-3:
		return twoFigures(1000*seconds) + " ms"
	}
	return "less than 1 ms"
}

// twoFigures is a number of at least 1.
func twoFigures(x float64) string {
	if x < 9.95 {
		return strconv.FormatFloat(math.Round(10*x)/10, 'f', -1, 64)
	}
	round := math.Pow(10, math.Floor(math.Log10(x))-1)
	return strconv.FormatFloat(math.Round(x/round)*round, 'f', 0, 64)
}
