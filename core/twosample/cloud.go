package twosample

import "ganvas/core/random"

// Cloud is points of Dim coordinates each, one after another.
type Cloud struct {
	Dim    int
	Values []float64
}

// Len is the number of points.
func (c Cloud) Len() int { return len(c.Values) / c.Dim }

// At is point i, in place.
func (c Cloud) At(i int) []float64 { return c.Values[i*c.Dim : (i+1)*c.Dim] }

// Floats is a cloud of float32s.
func Floats(dim int, values []float32) Cloud {
	c := Cloud{dim, make([]float64, len(values))}
	for i, v := range values {
		c.Values[i] = float64(v)
	}
	return c
}

// Gaussian is n points of a round Gaussian of standard deviation sd about mean, which has a number for each dimension.
func Gaussian(r *random.Source, n int, sd float64, mean ...float64) Cloud {
	c := Cloud{len(mean), make([]float64, n*len(mean))}
	for i := range c.Values {
		c.Values[i] = mean[i%c.Dim] + sd*float64(r.Normal())
	}
	return c
}

// joined is the points of two clouds, those of the first before those of the second.
func joined(a, b Cloud) Cloud {
	return Cloud{a.Dim, append(append(make([]float64, 0, len(a.Values)+len(b.Values)), a.Values...), b.Values...)}
}

// distance2 is the squared distance of two points.
func distance2(x, y []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += (v - y[i]) * (v - y[i])
	}
	return sum
}
