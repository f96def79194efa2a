package control

import (
	"math"
	"strconv"
	"strings"

	"ganvas/core/stepping"
	"ganvas/ui/plot"
)

// weightName is a weight in words: "weight 3→7 of layer 2".
func weightName(c stepping.Change) string {
	layer, what, _ := strings.Cut(c.Path, "/")
	n, err := strconv.Atoi(layer)
	if err != nil {
		return strings.ReplaceAll(c.Path, "/", " ")
	}
	what = strings.ReplaceAll(what, "/", " ")
	var at []string
	for _, i := range c.Place {
		at = append(at, strconv.Itoa(i+1))
	}
	return what + " " + strings.Join(at, "→") + " of layer " + strconv.Itoa(n+1)
}

// mostWritten is how many numbers of a vector are written out.
const mostWritten = 3

func vector(v []float32) string {
	var parts []string
	for i, x := range v {
		if i == mostWritten {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, plot.Fixed(float64(x), 3))
	}
	if len(v) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// vectorTeX is a vector, or a number.
func vectorTeX(v []float32) string {
	if len(v) == 1 {
		return stepping.NumberTeX(float64(v[0]))
	}
	return listTeX(v)
}

// listTeX is numbers in brackets.
func listTeX(v []float32) string {
	var parts []string
	for i, x := range v {
		if i == mostWritten {
			parts = append(parts, `\dots`)
			break
		}
		parts = append(parts, stepping.NumberTeX(float64(x)))
	}
	return "(" + strings.Join(parts, `, `) + ")"
}

func negated(v []float32) []float32 {
	out := make([]float32, len(v))
	for i, x := range v {
		out[i] = -x
	}
	return out
}

func norm(v []float32) float64 {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	return math.Sqrt(sum)
}

// wayText is the way that an arrow points, in words.
func wayText(push []float32) string {
	words := [2][2]string{{"left", "right"}, {"down", "up"}}
	longest := 0.0
	for _, x := range push {
		longest = max(longest, math.Abs(float64(x)))
	}
	var out []string
	for i := min(len(push), 2) - 1; i >= 0; i-- {
		if x := float64(push[i]); math.Abs(x) > .4*longest {
			side := 0
			if x > 0 {
				side = 1
			}
			out = append(out, words[i][side])
		}
	}
	if len(out) == 0 {
		return "nowhere"
	}
	return strings.Join(out, " and ")
}
