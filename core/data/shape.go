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

// ClassesOf is how many classes the examples of a source are of; 0 where they have none, or are all of one.
func ClassesOf(s Source) int {
	if c, ok := s.(Classed); ok && c.Classes() > 1 {
		return c.Classes()
	}
	return 0
}
