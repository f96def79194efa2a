package imageset

import "math"

// Statistics are what people are told of a set.
type Statistics struct {
	Count, Total    int
	Shape           Shape
	Classes         []Class
	Low, High       float64  // of the file's values, for the bytes 0 and 255
	Least, Greatest uint8    // of the bytes
	Mean, Deviation float64  // of the bytes
	Histogram       [256]int // of the bytes
}

// Class is a class's name and how many images are of it.
type Class struct {
	Name  string
	Count int
}

// Statistics counts.
func (s *Set) Statistics() Statistics {
	t := Statistics{Count: s.Len(), Total: s.Total, Shape: s.Shape, Low: s.Low, High: s.High, Least: 255}
	for _, b := range s.Pixels {
		t.Histogram[b]++
	}
	n, sum, square := float64(len(s.Pixels)), 0., 0.
	for b, k := range t.Histogram {
		if k > 0 {
			t.Least, t.Greatest = min(t.Least, uint8(b)), uint8(b)
		}
		sum += float64(float64(k) * float64(b))
		square += float64(float64(k) * float64(b*b))
	}
	t.Mean = sum / n
	t.Deviation = math.Sqrt(max(0, square/n-float64(t.Mean*t.Mean)))
	for _, name := range s.Classes {
		t.Classes = append(t.Classes, Class{Name: name})
	}
	for _, l := range s.Labels {
		t.Classes[l].Count++
	}
	return t
}
