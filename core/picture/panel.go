package picture

import "ganvas/core/probe"

// Panel is one picture of a run.
type Panel struct {
	Key  string   // stable: the name of its place in the page
	Of   string   // the array of a family's scene without which there is nothing to draw
	Asks []string // the probes that it always shows
}

// Panels are all of them, the one that a page shows first, first.
var Panels = []Panel{
	// The field is read under the pointer even where it is not drawn.
	{Key: "distribution", Of: probe.Window, Asks: []string{probe.Samples, probe.Landed, probe.Trajectory, probe.Field}},
}

// Filled are the panels that a family fills, whose scene has arrays of these names.
func Filled(scene func(name string) bool) (out []Panel) {
	for _, p := range Panels {
		if scene(p.Of) {
			out = append(out, p)
		}
	}
	return out
}
