package imagemetric

import "ganvas/core/judge"

// Judged is images, between -1 and 1, and what a judge of digits read in them.
func Judged(images []float32, r *judge.Reading) Read {
	return Read{Images: images, Features: r.Features, Probabilities: r.Probabilities, Classes: judge.Classes, Count: r.Len()}
}
