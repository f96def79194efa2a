package scalar

import "math"

// LogDirect is Log of a number between 2^-126 and 1, to the same bits. It and SinCosDirect go without a Code: they are for what is drawn before
// anything runs, and much faster than a Loop in a program that an engine has only just begun to compile.
func LogDirect(x float32) float32 {
	// Every product is rounded before it is added, here as everywhere.
	bits := math.Float32bits(x)
	e := int32(bits-sqrtHalf) >> 23
	f := math.Float32frombits(bits-uint32(e)<<23) - 1
	n := float32(e)
	s := f / (f + 2)
	z := float32(s * s)
	r := float32(z*log2) + log1
	r = float32(r*z) + log0
	r = float32(z * r)
	tail := float32(s*(f-r)) - float32(n*ln2Lo)
	return (f - tail) + float32(n*ln2Hi)
}

// SinCosDirect is Sin and Cos of an angle of at least 0, to the same bits.
func SinCosDirect(x float32) (sin, cos float32) {
	turns := float32(x * (1 / math.Pi))
	t := turns + rounds
	sin = sineDirect(x, t-rounds, t)
	t = (turns - .5) + (rounds + 1)
	return sin, sineDirect(x, (t-(rounds+1))+.5, t)
}

// sineDirect is sin(x - n*pi), with the sign that the last bit of t says.
func sineDirect(x, n, t float32) float32 {
	r := x - float32(n*piHi)
	r -= float32(n * piMid)
	r -= float32(n * piLo)
	if r > math.Pi/2 {
		r = math.Pi / 2
	}
	if r < -math.Pi/2 {
		r = -math.Pi / 2
	}
	z := float32(r * r)
	p := float32(z*sin3) + sin2
	p = float32(p*z) + sin1
	p = float32(p*z) + sin0
	y := float32(float32(p*z)*r) + r
	return math.Float32frombits(math.Float32bits(y) ^ math.Float32bits(t)<<31)
}
