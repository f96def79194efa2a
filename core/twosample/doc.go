// Package twosample tests whether two clouds of points, of any number of dimensions, are of one distribution: statistics of how far they are apart,
// what those are by chance, and how often a test errs.
//
// Under the hypothesis that both are of one distribution, the points may be dealt anew into two clouds as large: the null distribution of a statistic
// is its distribution over such deals. A permutation.Test grows it deal by deal. Where the distributions are Gaussian, closed forms say what any statistic
// should find.
//
// Arithmetic is float64, and promises no bits. Chance comes from the streams that are given.
package twosample
