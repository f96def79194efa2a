package scalar

import "math"

// PolarDirect takes pairs of uniform numbers in [0, 1), multiples of 2^-24 that follow one another in uv, to pairs of independent standard
// normals: with r = sqrt(-2 log(1-u)) and a = 2*pi*v, x is r*cos(a) and y is r*sin(a) (Box and Muller, 1958), to the bits of Log, Cos and
// Sin. It writes len(x) pairs.
//
// It goes without a Code: it is for what is drawn before anything runs, and much faster than a Loop in a program that an engine has only
// just begun to compile. There calls and jumps are what costs, so that its parts are small enough to be put in place, and have no branches.
func PolarDirect(x, y, uv []float32) {
	y, uv = y[:len(x)], uv[:2*len(x)]
	for i := range x {
		log := logSeries(logSplit(1 - uv[2*i]))
		r := float32(math.Sqrt(float64(float32(-2 * log))))
		a := float32(uv[2*i+1] * (2 * math.Pi))
		turns := float32(a * (1 / math.Pi))
		t := turns + rounds
		y[i] = float32(r * flipped(sineSeries(sineSplit(a, t-rounds)), t))
		t = (turns - .5) + (rounds + 1)
		x[i] = float32(r * flipped(sineSeries(sineSplit(a, (t-(rounds+1))+.5)), t))
	}
}

// Every product is rounded before it is added, here as everywhere.

// logSplit is x between 2^-126 and 1 as (1+f) * 2^n.
func logSplit(x float32) (f, n float32) {
	bits := math.Float32bits(x)
	e := int32(bits-sqrtHalf) >> 23
	return math.Float32frombits(bits-uint32(e)<<23) - 1, float32(e)
}

// logSeries is log((1+f) * 2^n).
func logSeries(f, n float32) float32 {
	s := f / (f + 2)
	z := float32(s * s)
	r := float32(z*log2) + log1
	r = float32(r*z) + log0
	tail := float32(s*(f-float32(z*r))) - float32(n*ln2Lo)
	return (f - tail) + float32(n*ln2Hi)
}

// sineSplit is x - n*pi. Within a turn it never leaves [-pi/2, pi/2], to which Sin and Cos hold it elsewhere.
func sineSplit(x, n float32) float32 {
	r := x - float32(n*piHi)
	r -= float32(n * piMid)
	return r - float32(n*piLo)
}

// sineSeries is sin(r).
func sineSeries(r float32) float32 {
	z := float32(r * r)
	p := float32(z*sin3) + sin2
	p = float32(p*z) + sin1
	p = float32(p*z) + sin0
	return float32(float32(p*z)*r) + r
}

// flipped is y with the sign that the last bit of t says.
func flipped(y, t float32) float32 {
	return math.Float32frombits(math.Float32bits(y) ^ math.Float32bits(t)<<31)
}
