package imagefile

import (
	"fmt"

	"ganvas/core/imageset"
)

// imageShape is the shape of images in an array: [pixels], [height, width], or these with channels last or, as PyTorch has them, first. Rows of
// pixels are squares, of one channel or, one plane after the other, of three.
func imageShape(name string, axes []int) (shape imageset.Shape, planar bool, err error) {
	switch n := len(axes); {
	case n == 1:
		shape, planar, err = square(name, axes[0])
	case n == 2:
		shape = imageset.Shape{axes[0], axes[1], 1}
	case axes[2] == 1 || axes[2] == 3:
		shape = imageset.Shape(axes)
	case axes[0] == 1 || axes[0] == 3:
		shape, planar = imageset.Shape{axes[1], axes[2], axes[0]}, true
	default:
		err = refuse(name, "1 or 3, as the first or the last of an image's axes", "images of %d by %d by %d: none of these is a number of channels", axes[0], axes[1], axes[2])
	}
	if err == nil {
		if wrong := shape.Check(); wrong != nil {
			err = refuse(name, fmt.Sprintf("a height and a width of 1 to %d", imageset.MaxSide), "images of %s", shape)
		}
	}
	return shape, planar, err
}

// square is the shape of an image of so many numbers.
func square(name string, n int) (shape imageset.Shape, planar bool, err error) {
	for side := 2; side <= imageset.MaxSide; side++ {
		switch n {
		case side * side:
			return imageset.Shape{side, side, 1}, false, nil
		case 3 * side * side:
			return imageset.Shape{side, side, 3}, true, nil
		}
	}
	return shape, false, refuse(name, "rows of a square's pixels, as 784 for 28 by 28 or 3072 for 32 by 32 in colour", "rows of %d numbers", n)
}

// interleave takes planes of channels to pixels of channels.
func interleave(dst, src []uint8, s imageset.Shape) {
	plane := s[0] * s[1]
	for i := range plane {
		for c := range s[2] {
			dst[i*s[2]+c] = src[c*plane+i]
		}
	}
}
