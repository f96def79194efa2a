//go:build display

package golden

import (
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// walls is a snapshot of images whose pixels are their row, column and place: three rows, of five columns each.
func walls(channels int) *wire.Snapshot {
	const down, across, high, wide = 3, 5, 6, 4
	pixels := make([]uint8, 0, down*across*high*wide*channels)
	for cell := range down * across {
		for at := range high * wide * channels {
			pixels = append(pixels, uint8(16*cell+at*7))
		}
	}
	verdict := make([]float32, down*across)
	for i := range verdict {
		verdict[i] = float32(i) / float32(len(verdict)-1)
	}
	return &wire.Snapshot{Arrays: []wire.Array{
		wire.Bytes(probe.RealImages, pixels, down, across, high, wide, channels),
		wire.Bytes(probe.RealImagesClass, []uint8{0, 1, 2}, down),
		wire.Floats(probe.RealVerdict, verdict, down, across),
		wire.Bytes(probe.Images, pixels, down, across, high, wide, channels),
	}}
}

func TestGoldenWalls(t *testing.T) {
	for _, theme := range plot.Themes {
		look := view.Look{Theme: theme, Scale: 1}
		for _, p := range []drawing{
			{"wall-" + theme.Key, view.New("wall.real"), walls(1), 300, 240, look},
			{"wall-colour-" + theme.Key, view.New("wall.generated"), walls(3), 300, 240, look},
		} {
			t.Run(p.name, func(t *testing.T) { compare(t, p.name, draw(t, p)) })
		}
	}
}

// What is no wall is an empty panel, and what has no verdicts has no bars.
func TestWallsOfNothing(t *testing.T) {
	for _, s := range []*wire.Snapshot{nil, {}, scene(20)} {
		draw(t, drawing{"nothing", view.New("wall.real"), s, 100, 80, view.Look{Theme: plot.Light, Scale: 1}})
	}
}
