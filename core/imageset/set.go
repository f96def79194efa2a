// Package imageset is sets of images as bytes: what a reader of image files hands to whatever trains on them, and what a page keeps of them.
//
// An image is height rows from the top, of width pixels, of 1 or 3 channels, a byte each. What the bytes were before is said by Low and High and is
// of no matter for training. Nothing here reads a file that others wrote: see package imagefile.
package imageset

import "fmt"

// The limits of a set.
const (
	MaxBytes   = 64 << 20 // of pixels: MNIST whole, or 21,845 colour images of 32 by 32
	MaxSide    = 256      // of an image
	MaxClasses = 256
)

// Shape is the height, the width and the channels of an image.
type Shape [3]int

// Size is how many bytes an image has.
func (s Shape) Size() int { return s[0] * s[1] * s[2] }

// String is the shape as people write it: 28x28x1.
func (s Shape) String() string { return fmt.Sprintf("%dx%dx%d", s[0], s[1], s[2]) }

// Check refuses a shape that is none of an image.
func (s Shape) Check() error {
	for i, name := range [2]string{"height", "width"} {
		if s[i] < 1 || s[i] > MaxSide {
			return fmt.Errorf("images have the %s %d; allowed are 1 to %d", name, s[i], MaxSide)
		}
	}
	if s[2] != 1 && s[2] != 3 {
		return fmt.Errorf("images have %d channels; allowed are 1 (grey) and 3 (colour)", s[2])
	}
	return nil
}

// Set is images of one shape. Whoever has it must not change it.
type Set struct {
	Shape     Shape
	Pixels    []uint8  // of one image after the other
	Labels    []uint8  // the class of each image, or nil
	Classes   []string // the classes' names, or nil
	Low, High float64  // what the bytes 0 and 255 were in the file
	Total     int      // images in the file, of which Len() are kept
}

// Len is the number of images.
func (s *Set) Len() int { return len(s.Pixels) / s.Shape.Size() }

// Image is the bytes of one.
func (s *Set) Image(i int) []uint8 {
	n := s.Shape.Size()
	return s.Pixels[i*n : (i+1)*n : (i+1)*n]
}

// Check says what is wrong with a set: whoever has one that passes may index it.
func (s *Set) Check() error {
	if err := s.Shape.Check(); err != nil {
		return err
	}
	n := s.Shape.Size()
	switch {
	case len(s.Pixels)%n != 0 || len(s.Pixels) < 2*n || len(s.Pixels) > MaxBytes:
		return fmt.Errorf("a set of %s images has %d bytes of pixels; allowed are those of 2 images or more, up to %d bytes", s.Shape, len(s.Pixels), MaxBytes)
	case len(s.Classes) > MaxClasses:
		return fmt.Errorf("a set has %d classes; allowed are at most %d", len(s.Classes), MaxClasses)
	case s.Labels != nil && len(s.Labels) != s.Len():
		return fmt.Errorf("a set of %d images has %d labels; allowed is one for each", s.Len(), len(s.Labels))
	case s.Total < s.Len():
		return fmt.Errorf("a set keeps %d images of %d", s.Len(), s.Total)
	}
	for i, l := range s.Labels {
		if int(l) >= len(s.Classes) {
			return fmt.Errorf("image %d has the class %d; allowed are 0 to %d", i+1, l, len(s.Classes)-1)
		}
	}
	return nil
}
