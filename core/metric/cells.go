package metric

// cells is a partition of the space of the data: cells by number, and one more, the last, for all that lies outside.
type cells interface {
	// count is how many cells there are, without the outside.
	count() int
	// of is the cell of a point, count() for the outside.
	of(point []float32) int
}

// shares are the shares of points in the cells, the outside's last.
func shares(c cells, points []float32, size int) []float64 {
	out := make([]float64, c.count()+1)
	share := float64(size) / float64(len(points))
	for ; len(points) >= size; points = points[size:] {
		out[c.of(points[:size])] += share
	}
	return out
}
