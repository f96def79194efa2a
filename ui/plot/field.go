package plot

import "math"

// Field is D on a grid over a window: Size rows from the bottom up, each from left to right, edges included.
type Field struct {
	Size int
	D    []float32
}

// At is the field at (u, v) in grid steps from the bottom left corner: the uniform cubic B-spline of the grid, whose edge repeats outward.
// It is smooth to its second derivative, so that iso-lines have no corners, and stays within the grid's values. The
// shader of package view computes the same.
func (f Field) At(u, v float64) float64 {
	i, wu := splineWeights(u)
	j, wv := splineWeights(v)
	sum := 0.0
	for b := range wv {
		row := f.clamp(j+b-1) * f.Size
		for a := range wu {
			sum += wv[b] * wu[a] * float64(f.D[row+f.clamp(i+a-1)])
		}
	}
	return sum
}

func (f Field) clamp(i int) int { return min(max(i, 0), f.Size-1) }

// Softened is the spline at the grid's own points, as a field: each point and its neighbours weighted 1, 4, 1 in rows and in columns.
func (f Field) Softened() Field {
	rows := make([]float32, f.Size*f.Size)
	soft := Field{f.Size, make([]float32, f.Size*f.Size)}
	blend := func(a, b, c float32) float32 { return (a + 4*b + c) / 6 }
	for j := range f.Size {
		for i := range f.Size {
			p := j * f.Size
			rows[p+i] = blend(f.D[p+f.clamp(i-1)], f.D[p+i], f.D[p+f.clamp(i+1)])
		}
	}
	for j := range f.Size {
		for i := range f.Size {
			soft.D[j*f.Size+i] = blend(rows[f.clamp(j-1)*f.Size+i], rows[j*f.Size+i], rows[f.clamp(j+1)*f.Size+i])
		}
	}
	return soft
}

// Reaches are the scales of the field's colours: full at 1/2 less and 1/2 plus one of these.
var Reaches = []float64{.02, .05, .1, .2, .3, .5}

// Reach is the smallest of Reaches that holds 95 % of the field's distances from 1/2. What is not a number does not count.
func (f Field) Reach() float64 {
	within, all := make([]int, len(Reaches)), 0
	for _, d := range f.D {
		if d != d {
			continue
		}
		all++
		for i, r := range Reaches {
			if math.Abs(float64(d)-.5) <= r {
				within[i]++
			}
		}
	}
	for i, n := range within {
		if all > 0 && float64(n) >= .95*float64(all) {
			return Reaches[i]
		}
	}
	return Reaches[len(Reaches)-1]
}

// splineWeights are the cell of a coordinate and the weights of the four grid points from one before it to two after it.
func splineWeights(u float64) (cell int, w [4]float64) {
	floor := math.Floor(u)
	t := u - floor
	s := 1 - t
	return int(floor), [4]float64{s * s * s / 6, (4 - 6*t*t + 3*t*t*t) / 6, (4 - 6*s*s + 3*s*s*s) / 6, t * t * t / 6}
}

// FieldColour is the colour of a value of D on a scale of some reach, where D has been trained with a trust from 0 to 1: the page's own at
// 1/2, towards the hue of the generated below it and of the real above.
func (t Theme) FieldColour(d, reach, trust float64) Colour {
	s := math.Max(-1, math.Min((d-.5)/reach, 1))
	end := t.Real.Field
	if s < 0 {
		end = t.Generated.Field
	}
	return t.Page.Mix(end, math.Pow(math.Abs(s), fieldGamma)*trust)
}

// fieldGamma lifts the middle of the colour scale a little: it says at a glance on which side of 1/2 a place is. The shader of package view has it too.
const fieldGamma = 0.85
