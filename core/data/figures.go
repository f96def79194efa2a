package data

import "ganvas/core/random"

// Figures are a square, an ellipse or a triangle, anywhere, of any size and at any angle: in the manner of dSprites (Matthey et al., 2017), in bytes
// of grey. FiguresColour have a colour on a ground of another, on 32 by 32 pixels as CIFAR-10 has.
var (
	Figures       Factored = &figures{side: 28, channels: 1}
	FiguresColour Factored = &figures{side: 32, channels: 3}
)

type figures struct{ side, channels int }

// The factors, in their order. A full turn is 1; the square looks the same after a quarter, the ellipse after a half and the triangle after a third.
var figureFactors = []Factor{
	{Key: "x", Label: "Position across", Low: .3, High: .7},
	{Key: "y", Label: "Position down", Low: .3, High: .7},
	{Key: "size", Label: "Size", Low: .14, High: .28},
	{Key: "angle", Label: "Angle", High: 1, Cyclic: true},
	{Key: "hue", Label: "Hue", High: 1, Cyclic: true},
	{Key: "ground", Label: "Hue of the ground", High: 1, Cyclic: true},
}

// Shape implements Shaped.
func (f *figures) Shape() []int { return []int{f.side, f.side, f.channels} }

// Scale implements Source.
func (f *figures) Scale() float32 { return 1 }

// Classes implements Classed.
func (f *figures) Classes() int { return len(figureNames) }

// ClassNames implements Named.
func (f *figures) ClassNames() []string { return figureNames }

// Factors implements Factored: hues are of colour only.
func (f *figures) Factors() []Factor {
	if f.channels == 1 {
		return figureFactors[:4]
	}
	return figureFactors
}

// SampleFactors implements Factored.
func (f *figures) SampleFactors(r *random.Source, pixels []uint8, labels, factors []float32) {
	size, list := Size(f), f.Factors()
	for i := range labels {
		class, own := r.IntN(f.Classes()), factors[i*len(list):(i+1)*len(list)]
		for k, x := range list {
			own[k] = x.Low + float32(r.Float32()*(x.High-x.Low))
		}
		f.Draw(pixels[i*size:(i+1)*size], class, own)
		labels[i] = float32(class)
	}
}

// SampleBytes implements Imaged.
func (f *figures) SampleBytes(r *random.Source, pixels []uint8, labels []float32) {
	f.SampleFactors(r, pixels, labels, make([]float32, len(labels)*len(f.Factors())))
}

// SampleLabelled implements Classed.
func (f *figures) SampleLabelled(r *random.Source, dst, labels []float32) { valued(f, r, dst, labels) }

// Sample implements Source.
func (f *figures) Sample(r *random.Source, dst []float32) { unlabelled(f, r, dst) }

// Draw implements Factored.
func (f *figures) Draw(pixels []uint8, class int, factors []float32) {
	front, back := []uint8{255}, []uint8{0}
	if f.channels == 3 {
		front, back = hue(float64(factors[4]), 1), hue(float64(factors[5]), .4)
	}
	side := float64(f.side)
	cos, sin := turn(float64(factors[3]))
	radius := float64(float64(factors[2]) * side)
	for i := range f.side * f.side {
		x := float64(i%f.side) + .5 - float64(float64(factors[0])*side)
		y := float64(i/f.side) + .5 - float64(float64(factors[1])*side)
		u, v := float64(x*cos)+float64(y*sin), float64(y*cos)-float64(x*sin)
		cover := max(0, min(1, .5-beyond(class, u, v, radius)))
		for k := range f.channels {
			pixels[i*f.channels+k] = mixed(back[k], front[k], cover)
		}
	}
}
