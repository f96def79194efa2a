package twosample

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// MeanThreshold is what the difference of the means of two clouds of n numbers of variance 1 exceeds with the probability of the level, where their
// distributions are one: z√(2/n), with the normal quantile z of 1 - level/2.
func MeanThreshold(level float64, n int) float64 {
	return distuv.UnitNormal.Quantile(1-level/2) * math.Sqrt(2/float64(n))
}

// MeanPower is the probability with which that threshold is exceeded where the means differ by mu: Φ(μ√(n/2) - z) and, the other way round,
// Φ(-μ√(n/2) - z).
func MeanPower(mu, level float64, n int) float64 {
	z, far := distuv.UnitNormal.Quantile(1-level/2), math.Abs(mu)*math.Sqrt(float64(n)/2)
	return distuv.UnitNormal.CDF(far-z) + distuv.UnitNormal.CDF(-far-z)
}
