package probe

import (
	"strings"
	"testing"

	"ganvas/core/wire"
)

// Walls whose rows, columns or images do not go together are refused, and so are elements of another type; what is left out is not missed.
func TestWallsAreChecked(t *testing.T) {
	images := func(name string, shape ...int) wire.Array {
		return wire.Bytes(name, make([]uint8, wire.Elements(shape)), shape...)
	}
	verdict := func(name string, shape ...int) wire.Array {
		return wire.Floats(name, make([]float32, wire.Elements(shape)), shape...)
	}
	for _, c := range []struct {
		name   string
		arrays []wire.Array
		wrong  string // what the error names, or empty
	}{
		{"all", []wire.Array{images(RealImages, 3, 4, 8, 8, 1), images(RealImagesClass, 3), verdict(RealVerdict, 3, 4), images(Images, 2, 5, 8, 8, 1), images(ImagesAsked, 2), verdict(ImagesVerdict, 2, 5)}, ""},
		{"one wall", []wire.Array{images(Images, 2, 5, 8, 8, 3), verdict(ImagesVerdict, 2, 5)}, ""},
		{"other images", []wire.Array{images(RealImages, 3, 4, 8, 8, 1), images(Images, 2, 5, 8, 8, 3)}, Images},
		{"other columns", []wire.Array{images(Images, 2, 5, 8, 8, 1), verdict(ImagesVerdict, 2, 4)}, ImagesVerdict},
		{"other rows", []wire.Array{images(RealImages, 3, 4, 8, 8, 1), images(RealImagesClass, 4)}, RealImagesClass},
		{"a list", []wire.Array{images(Images, 10, 8, 8, 1)}, Images},
		{"floats for bytes", []wire.Array{verdict(Images, 2, 5, 8, 8, 1)}, Images},
		{"bytes for floats", []wire.Array{images(ImagesVerdict, 2, 5)}, ImagesVerdict},
	} {
		err := Check(&wire.Snapshot{Arrays: c.arrays})
		if (err == nil) != (c.wrong == "") || err != nil && !strings.Contains(err.Error(), "trainer's "+c.wrong+" has") {
			t.Errorf("%s: got %v, want an error of %q", c.name, err, c.wrong)
		}
	}
}
