package picture

import (
	"slices"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Panel is one picture of a run.
type Panel struct {
	Key  string   // stable: the name of its place in the page
	View string   // the picture of the page that it is a part of: "plane", "line", "walls"
	Of   string   // the array of a family's scene without which there is nothing to draw
	Asks []string // the probes that it always shows
}

// Panels are all of them, the one that a page shows first, first.
var Panels = []Panel{
	// The field is read under the pointer even where it is not drawn.
	{Key: "distribution", View: "plane", Of: probe.Window, Asks: []string{probe.Samples, probe.Landed, probe.Trajectory, probe.Field}},
	{Key: "line", View: "line", Of: probe.LineWindow, Asks: []string{probe.LineSamples, probe.LineField, probe.LineMap}},
	{Key: "wall.real", View: "walls", Of: probe.RealImages, Asks: []string{probe.RealVerdict}},
	{Key: "wall.generated", View: "walls", Of: probe.RealImages, Asks: []string{probe.Images, probe.ImagesVerdict}},
}

// Filled are the panels that a run fills whose scene this is; all of them where that has not come yet.
func Filled(scene []wire.Array) (out []Panel) {
	for _, p := range Panels {
		if len(scene) == 0 || slices.ContainsFunc(scene, func(a wire.Array) bool { return a.Name == p.Of }) {
			out = append(out, p)
		}
	}
	return out
}
