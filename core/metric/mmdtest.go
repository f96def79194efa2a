package metric

import "ganvas/core/random"

// permutations and testPoints set the permutation test's resolution, 1/200, and its power: with 300 points of either kind
// it costs about 40 million additions.
const (
	permutations = 199
	testPoints   = 300
)

// MMDTest is the p-value of the permutation test of MMD² by the mixture kernel: how often 300 fakes and 300 points of data,
// shuffled together and dealt anew, lie at least as far apart as they do. For a perfect generator it is uniform.
var MMDTest = Measure{
	Key: "mmd_p", Label: "MMD test, p-value", Cost: Heavy, Sense: Chance,
	Doc:    "How often a perfect generator looks at least this different on 300 points. Of perfect generators one in twenty falls below 0.05.",
	Points: testPoints,
	Compute: onPoints(testPoints, func(generated, real []point, rest Rest) float64 {
		return permutationTest(generated, real, Kernels[3].Of, random.New(0, "metric/mmd_p"), rest)
	}),
	// The mean of i/200 over i = 1 ... 200, and of them those between which nine in ten lie.
	Perfect: func(*Target, *Samples) Floor {
		return Floor{(permutations + 2) / (2. * (permutations + 1)), .05, .95}
	},
}

// permutationTest returns (1 + the number of permutations at least as far apart) / (1 + the number of permutations).
func permutationTest(a, b []point, k func(float64) float64, r *random.Source, rest Rest) float64 {
	g := newGram(append(append([]point(nil), a...), b...), k, rest)
	label := make([]float64, len(a)+len(b))
	for i := range a {
		label[i] = 1
	}
	observed := g.mmd2(label, len(a))
	reached := 1
	for range permutations {
		shuffle(label, r)
		if g.mmd2(label, len(a)) >= observed {
			reached++
		}
		rest.take()
	}
	return float64(reached) / (permutations + 1)
}

// shuffle puts the labels into a random order.
func shuffle(label []float64, r *random.Source) {
	for i := len(label) - 1; i > 0; i-- {
		j := r.IntN(i + 1)
		label[i], label[j] = label[j], label[i]
	}
}

// gram is a sample's kernel values of pairs, rows of the lower triangle without its diagonal, and their sums.
type gram struct {
	rows [][]float64
	sums []float64
}

func newGram(points []point, k func(float64) float64, rest Rest) gram {
	g := gram{make([][]float64, len(points)), make([]float64, len(points))}
	for i, p := range points {
		g.rows[i] = make([]float64, i)
		for j, q := range points[:i] {
			v := k(p.d2(q))
			g.rows[i][j] = v
			g.sums[i] += v
		}
		rest.take()
	}
	return g
}

// mmd2 returns the unbiased squared maximum mean discrepancy of the na points labelled 1 from the others, labelled 0.
// Labels are numbers so that the loop over pairs has no branch to guess.
func (g gram) mmd2(label []float64, na int) float64 {
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
	nb := len(label) - na
	return 2*inA/float64(na*(na-1)) + 2*inB/float64(nb*(nb-1)) - 2*mixed/float64(na*nb)
}
