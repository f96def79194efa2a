package probe

// Split is numbers in twice as many float32s: each as it rounds, and then what rounding has left of each.
func Split(x [2]float64) []float32 {
	high := [2]float32{float32(x[0]), float32(x[1])}
	return []float32{high[0], high[1], float32(x[0] - float64(high[0])), float32(x[1] - float64(high[1]))}
}

// Join undoes Split, to about 15 digits; nothing is 0.
func Join(parts []float32) (x [2]float64) {
	if len(parts) == 4 {
		x = [2]float64{float64(parts[0]) + float64(parts[2]), float64(parts[1]) + float64(parts[3])}
	}
	return x
}

// JoinOne is Join of a number: its two parts are LineOrigin's.
func JoinOne(parts []float32) float64 {
	if len(parts) != 2 {
		return 0
	}
	return float64(parts[0]) + float64(parts[1])
}
