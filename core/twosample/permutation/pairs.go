package permutation

// Pairs is the statistic of a kernel whose value for points i and j of n is given, j before i: what pairs within either cloud have more of, in the mean, than
// pairs across. No point is paired with itself. Between rows it takes a rest, which may be nil.
func Pairs(n int, k func(i, j int) float64, rest func()) Deals {
	g := gram{make([][]float64, n), make([]float64, n)}
	for i := range n {
		g.rows[i] = make([]float64, i)
		for j := range i {
			v := k(i, j)
			g.rows[i][j] = v
			g.sums[i] += v
		}
		if rest != nil {
			rest()
		}
	}
	return g.apart
}

// gram is kernel values of pairs, rows of the lower triangle without its diagonal, and their sums.
type gram struct {
	rows [][]float64
	sums []float64
}

func (g gram) apart(label []float64, n int) float64 {
	var inA, mixed, inB float64
	for i, row := range g.rows {
		withA := 0.0
		for j, v := range row {
			withA += v * label[j]
		}
		if withB := g.sums[i] - withA; label[i] == 1 {
			inA, mixed = inA+withA, mixed+withB
		} else {
			mixed, inB = mixed+withA, inB+withB
		}
	}
	nb := len(label) - n
	return 2*inA/float64(n*(n-1)) + 2*inB/float64(nb*(nb-1)) - 2*mixed/float64(n*nb)
}
