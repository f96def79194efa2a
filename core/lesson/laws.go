package lesson

import "math"

// function is what an expression may call, with so many arguments.
type function struct {
	arguments int
	of        func(x []float64) float64
}

// functions are they. Those behind the first line are distances between laws that have no closed form, by quadrature.
var functions = map[string]function{
	"log": one(math.Log), "sqrt": one(math.Sqrt), "abs": one(math.Abs), "exp": one(math.Exp), "normal": one(normal),

	"jsd":            one(jsdNormal),
	"kl_two":         two(klTwo),
	"kl_two_reverse": two(klTwoReverse),
	"jsd_two":        two(jsdTwo),
	"noise_loss":     {3, func(x []float64) float64 { return noiseLoss(x[0], x[1], x[2]) }},
}

func one(f func(float64) float64) function {
	return function{1, func(x []float64) float64 { return f(x[0]) }}
}

func two(f func(a, b float64) float64) function {
	return function{2, func(x []float64) float64 { return f(x[0], x[1]) }}
}

// normal is the share of N(0, 1) below x.
func normal(x float64) float64 { return .5 * math.Erfc(-x/math.Sqrt2) }

// integral is that of f from a to b by the trapezoid rule, which for smooth laws that end at 0 on both sides is as good as exact.
func integral(a, b float64, f func(x float64) float64) float64 {
	const n = 1200
	h := (b - a) / n
	sum := (f(a) + f(b)) / 2
	for i := 1; i < n; i++ {
		sum += f(a + h*float64(i))
	}
	return sum * h
}

// density is that of N(m, s²).
func density(x, m, s float64) float64 {
	z := (x - m) / s
	return math.Exp(-z*z/2) / (s * math.Sqrt(2*math.Pi))
}

// part is p log(p/q) at a place, 0 where p is 0.
func part(p, q float64) float64 {
	if p == 0 {
		return 0
	}
	return p * math.Log(p/q)
}

// jsdNormal is the Jensen-Shannon divergence of N(0, 1) and N(m, 1), in nats.
func jsdNormal(m float64) float64 {
	m = math.Abs(m)
	return integral(-9, m+9, func(x float64) float64 {
		p, q := density(x, 0, 1), density(x, m, 1)
		return (part(p, (p+q)/2) + part(q, (p+q)/2)) / 2
	})
}

// twoBlobs is the density of ½N(-2, ½²) + ½N(2, ½²).
func twoBlobs(x float64) float64 { return (density(x, -2, .5) + density(x, 2, .5)) / 2 }

// klTwo is the Kullback-Leibler divergence of the two blobs from N(m, s²).
func klTwo(m, s float64) float64 {
	return integral(-7, 7, func(x float64) float64 {
		p, z := twoBlobs(x), (x-m)/s
		return p * (math.Log(p) + z*z/2 + math.Log(s*math.Sqrt(2*math.Pi)))
	})
}

// klTwoReverse is that of N(m, s²) from the two blobs.
func klTwoReverse(m, s float64) float64 {
	return integral(m-8*s, m+8*s, func(x float64) float64 {
		q, z := density(x, m, s), (x-m)/s
		return q * (-z*z/2 - math.Log(s*math.Sqrt(2*math.Pi)) - logTwoBlobs(x))
	})
}

// logTwoBlobs is exact where the density itself is too small for a float64.
func logTwoBlobs(x float64) float64 {
	a, b := -2*(x+2)*(x+2), -2*(x-2)*(x-2)
	return max(a, b) + math.Log1p(math.Exp(-math.Abs(a-b))) - math.Log(math.Sqrt(2*math.Pi))
}

// jsdTwo is the Jensen-Shannon divergence of the two blobs and N(m, s²).
func jsdTwo(m, s float64) float64 {
	return integral(min(-7, m-9*s), max(7, m+9*s), func(x float64) float64 {
		p, q := twoBlobs(x), density(x, m, s)
		return (part(p, (p+q)/2) + part(q, (p+q)/2)) / 2
	})
}

// noiseLoss is what a model loses of the mean log density in d dimensions where a share of its samples is noise N(0, w²I) and the rest is as the data,
// N(0, I): E log p - E log((1-share) p + share noise), over the squared length of a point, which has d degrees of freedom.
func noiseLoss(d, share, w float64) float64 {
	half := d / 2
	lead, _ := math.Lgamma(half)
	// With r = t², so that the density is smooth at 0 for d = 1 too.
	return integral(0, math.Sqrt(d)+9, func(t float64) float64 {
		r := t * t
		p := 2 * math.Exp((d-1)*math.Log(max(t, 1e-300))-r/2-half*math.Ln2-lead)
		return -p * math.Log(1-share+share*math.Exp(r/2*(1-1/(w*w))-d*math.Log(w)))
	})
}
