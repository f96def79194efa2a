package dom

import (
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

func TestWallsAreToldInWords(t *testing.T) {
	s := &wire.Snapshot{Arrays: []wire.Array{
		wire.Bytes(probe.RealImages, make([]uint8, 2*3*8*4), 2, 3, 8, 4, 1),
		wire.Floats(probe.RealVerdict, []float32{.9, .9, .9, .6, .6, .6}, 2, 3),
		wire.Bytes(probe.Images, make([]uint8, 2*3*8*4), 2, 3, 8, 4, 1),
		wire.Floats(probe.ImagesVerdict, []float32{.5, .7, .49, .45, .45, .45}, 2, 3),
	}}
	measured := *s
	measured.Measures = []wire.Measure{{Key: "agreement", Value: .84, Floor: .994}}
	for _, c := range []struct{ got, want string }{
		{wallRest(&measured, false), "84 % read as asked (real 99 %); 33 % fool D"},
		{wallText(s, probe.RealImages, probe.RealVerdict), "6 images of the data, 4 by 8 pixels; D says 0.75 of them on average."},
		{wallText(s, probe.Images, "none"), "6 generated images, 4 by 8 pixels."},
		{wallRest(s, true), "under each: D, full at ½ ± 0.50; wedge: D is wrong"},
		{wallRest(s, false), "always the same noise; 33 % fool D"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
