package dom

import "ganvas/ui/plot"

// verdict is a value of D for people: with two digits, or four where two would round away which side of 1/2 it is on.
func verdict(d float64) string {
	if two := plot.Fixed(d, 2); two != plot.Fixed(.5, 2) {
		return two
	}
	return plot.Fixed(d, 4)
}
