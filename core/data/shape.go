package data

// Shaped is a Source of other examples than points of the plane.
type Shaped interface {
	Source
	// Shape is one example's: {2} for a point of the plane, {height, width, channels} for an image.
	Shape() []int
}

// ShapeOf is the shape of one example of a source: a point of the plane, unless it says otherwise.
func ShapeOf(s Source) []int {
	if x, ok := s.(Shaped); ok {
		return x.Shape()
	}
	return []int{2}
}

// Size is how many numbers one example of a source has.
func Size(s Source) int {
	n := 1
	for _, d := range ShapeOf(s) {
		n *= d
	}
	return n
}
