package plot

import "math"

// untrained is what is left of the field's colour where no sample lies near.
const untrained = 0.14

// Trust is how far D's answers rest on samples, from untrained to 1, at each point of a grid of size by size over a window (rows from the
// bottom up): where real or generated samples lie near, D has been trained; elsewhere it only guesses. Samples are x before y.
func Trust(w Window, size int, clouds ...[]float32) []float32 {
	grid := make([]float32, size*size)
	n := 0
	for _, xy := range clouds {
		for i := 0; i+1 < len(xy); i += 2 {
			u := math.Round(float64((xy[i]-w.X0)/(w.X1-w.X0)) * float64(size-1))
			v := math.Round(float64((xy[i+1]-w.Y0)/(w.Y1-w.Y0)) * float64(size-1))
			if u >= 0 && u < float64(size) && v >= 0 && v < float64(size) { // false for NaN
				grid[int(v)*size+int(u)]++
				n++
			}
		}
	}
	// Three boxes one after another are nearly a Gaussian.
	spare := make([]float32, size*size)
	for range 3 {
		boxed(spare, grid, size, 1, size)
		boxed(grid, spare, size, size, 1)
	}
	mean := float64(n) / float64(size*size)
	for i, v := range grid {
		share := 1.0
		if mean > 0 {
			share = math.Pow(math.Max(0, math.Min(float64(v)/(1.1*mean), 1)), 0.8) // a running sum may end a hair below 0
		}
		grid[i] = float32(untrained + (1-untrained)*share)
	}
	return grid
}

// boxed writes the mean of each point's neighbourhood along one direction of a grid: along is the distance from a point to the next, across
// from a line to the next. Beyond the edge there is nothing.
func boxed(to, from []float32, size, along, across int) {
	reach := max(1, (size+6)/12)
	for line := range size {
		sum, start := float32(0), line*across
		for k := range min(reach, size) {
			sum += from[start+k*along]
		}
		for k := range size {
			if next := k + reach; next < size {
				sum += from[start+next*along]
			}
			if last := k - reach - 1; last >= 0 {
				sum -= from[start+last*along]
			}
			to[start+k*along] = sum / float32(2*reach+1)
		}
	}
}
