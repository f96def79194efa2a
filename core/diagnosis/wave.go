package diagnosis

// wave is how a series goes up and down.
type wave struct {
	crossings   int     // of its mean
	first, late float64 // how far it goes from its least to its most, in its first half and in its last
	smooth      float64 // the correlation of a value with the next: near 1 of a wave, near 0 of noise
}

func waveOf(values []float32) (w wave) {
	mean := 0.0
	for _, v := range values {
		mean += float64(v) / float64(len(values))
	}
	var power, next float64
	for i, v := range values {
		d := float64(v) - mean
		power += d * d
		if i > 0 {
			before := float64(values[i-1]) - mean
			next += d * before
			if (d > 0) != (before > 0) {
				w.crossings++
			}
		}
	}
	if power > 0 {
		w.smooth = next / power
	}
	half := len(values) / 2
	w.first, w.late = span(values[:half]), span(values[half:])
	return w
}

func span(values []float32) float64 {
	lo, hi := values[0], values[0]
	for _, v := range values {
		lo, hi = min(lo, v), max(hi, v)
	}
	return float64(hi - lo)
}
