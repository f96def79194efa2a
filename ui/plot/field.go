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

// Stretch is the largest power of two by which D's distance from 1/2 can be multiplied everywhere without leaving [0, 1]; 1 where D is 1/2
// everywhere. What is not a number does not count.
func (f Field) Stretch() int {
	farthest := 0.0
	for _, d := range f.D {
		if off := math.Abs(float64(d) - .5); off > farthest {
			farthest = off
		}
	}
	gain := 1
	for farthest > 0 && farthest*float64(2*gain) <= .5 {
		gain *= 2
	}
	return gain
}

// Stretched is the field with its distance from 1/2 multiplied by Stretch.
func (f Field) Stretched() Field {
	gain := float32(f.Stretch())
	out := Field{f.Size, make([]float32, len(f.D))}
	for i, d := range f.D {
		out.D[i] = .5 + float32((d-.5)*gain)
	}
	return out
}

// splineWeights are the cell of a coordinate and the weights of the four grid points from one before it to two after it.
func splineWeights(u float64) (cell int, w [4]float64) {
	floor := math.Floor(u)
	t := u - floor
	s := 1 - t
	return int(floor), [4]float64{s * s * s / 6, (4 - 6*t*t + 3*t*t*t) / 6, (4 - 6*s*s + 3*s*s*s) / 6, t * t * t / 6}
}

// FieldColour is the colour of a value of D: the page's own at 1/2, towards the hue of the generated at 0 and of the real at 1.
func (t Theme) FieldColour(d float64) Colour {
	s := 2*d - 1
	if s < 0 {
		return t.Page.Mix(t.Generated.Field, math.Min(-s, 1))
	}
	return t.Page.Mix(t.Real.Field, math.Min(s, 1))
}
