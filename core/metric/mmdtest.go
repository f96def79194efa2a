package metric

import (
	"ganvas/core/random"
	"ganvas/core/twosample/permutation"
)

// permutations and testPoints set the permutation test's resolution, 1/200, and its power: with 300 points of either kind
// it costs about 40 million additions.
const (
	permutations = 199
	testPoints   = 300
)

// MMDTest is the p-value of the permutation test of MMD² by the mixture kernel: how often 300 fakes and 300 points of data,
// shuffled together and dealt anew, lie at least as far apart as they do. For a perfect generator it is uniform.
var MMDTest = Measure{
	Key: "mmd_p", Label: "MMD test, p-value", Cost: Heavy, Direction: Chance,
	Doc:    "How often a perfect generator looks at least this different on 300 points. Of perfect generators one in twenty gets 0.05 or less.",
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
	test := permutation.New(pairs(append(append([]point(nil), a...), b...), k, rest), len(a), len(b), r)
	for range permutations {
		test.Deal(1)
		rest.take()
	}
	return test.P()
}

// pairs is a kernel's values for all pairs of points.
func pairs(points []point, k func(float64) float64, rest Rest) permutation.Deals {
	return permutation.Pairs(len(points), func(i, j int) float64 { return k(points[i].d2(points[j])) }, rest)
}
