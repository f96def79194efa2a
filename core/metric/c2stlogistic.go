package metric

import "math"

// logisticPoints is how many points of either kind the logistic classifier's test takes: a few tenths of a second.
const logisticPoints = 4000

// C2STLogistic is the classifier two-sample test (Lopez-Paz and Oquab, 2017) by a classifier that learns: the accuracy of a logistic
// regression on smooth features (see features) that half of the points have taught, on the other half, of up to 4,000 of either kind.
// No classifier beats (1 + total variation) / 2; this one comes the nearer the smoother the two densities' log ratio is. ChanceScore
// says what an accuracy is worth.
var C2STLogistic = Measure{
	Key: "c2st_logistic", Label: "Classifier test, logistic", Unit: "share", Cost: Heavy, Direction: Lower,
	Doc:     "How often a classifier that has learnt from half of the points tells the other half's fakes from data: one half is chance. Up to 0.513 is within sampling noise.",
	Points:  logisticPoints,
	Compute: onPoints(logisticPoints, c2stLogistic),
	Perfect: exactly(0.5),
}

func c2stLogistic(generated, real []point, rest Rest) float64 {
	n := min(len(generated), len(real)) / 2
	// Every other point teaches: those of a finite source may come in an order of their own.
	fakes, taughtFakes := everyOther(generated[:2*n])
	data, taughtData := everyOther(real[:2*n])
	classifier := learn(taughtFakes, taughtData, rest)
	right := 0.0
	for i := range n {
		right += correct(classifier.judge(fakes[i])) + correct(-classifier.judge(data[i]))
		rest.some(i)
	}
	return right / float64(2*n)
}

// everyOther deals points out into two hands.
func everyOther(points []point) (a, b []point) {
	for i := 0; i+1 < len(points); i += 2 {
		a, b = append(a, points[i]), append(b, points[i+1])
	}
	return a, b
}

// correct is how right log odds are that should be positive: a toss of a coin where they are 0.
func correct(logOdds float64) float64 {
	switch {
	case logOdds > 0:
		return 1
	case logOdds < 0:
		return 0
	}
	return 0.5
}

// ChanceScore says how an accuracy on n points examined stands to chance. Where fakes and data are of one distribution, the number told
// right is binomial and the accuracy about N(½, 1/4n) (Lopez-Paz and Oquab, 2017): z is the accuracy's distance from ½ in that standard
// deviation, and p the chance of as high an accuracy or a higher one.
func ChanceScore(accuracy float64, n int) (z, p float64) {
	z = (accuracy - 0.5) * 2 * math.Sqrt(float64(n))
	return z, math.Erfc(z/math.Sqrt2) / 2
}
