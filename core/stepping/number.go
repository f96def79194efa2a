package stepping

import (
	"ganvas/core/graph"
	"math"
	"strconv"
	"strings"
)

// fnOf is the name of an element-wise function, or empty.
func fnOf(n *graph.Node) string {
	if e, ok := n.Op().(graph.ElementwiseOp); ok {
		return e.Fn.Name
	}
	return ""
}

// numberTeX writes a number; exact ones are of the formula itself, others measured ones, with three decimals.
func numberTeX(v float64, exact bool) string {
	switch {
	case v != v:
		return `\text{NaN}`
	case math.IsInf(v, -1), exact && v == -.5:
		return "-" + numberTeX(-v, exact)
	case math.IsInf(v, 1):
		return `\infty`
	case exact && v == .5:
		return `\tfrac12`
	case exact:
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	return NumberTeX(v)
}

// NumberTeX writes a measured number: three decimals, and as many digits of what is smaller or much larger.
func NumberTeX(v float64) string {
	if a := math.Abs(v); a != 0 && (a < .001 || a >= 10000) {
		text := strconv.FormatFloat(v, 'e', 2, 64)
		mantissa, power, _ := strings.Cut(text, "e")
		p, _ := strconv.Atoi(power)
		return mantissa + ` \cdot 10^{` + strconv.Itoa(p) + `}`
	}
	return strconv.FormatFloat(v+0, 'f', 3, 64) // no minus zero
}

func length(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x * x
	}
	return math.Sqrt(sum)
}
