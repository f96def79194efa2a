//go:build display

package golden

import (
	"testing"

	"ganvas/core/dirac"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// played is a Dirac-GAN's snapshot after so many steps, by its theory.
func played(s dirac.Steps, steps int) *wire.Snapshot {
	s.RateG, s.RateD, s.UpdatesG, s.UpdatesD = .2, .2, 1, 1
	x := dirac.State{At: dirac.Point{Theta: 1, Psi: 1}}
	var path []float32
	for range steps + 1 {
		path = append(path, float32(x.At.Theta), float32(x.At.Psi))
		x = s.Next(x)
	}
	return &wire.Snapshot{Step: uint64(steps), Arrays: []wire.Array{
		wire.Floats(probe.Window, []float32{-1, -1, 1, 1}, 4), wire.Floats(probe.Trajectory, path, len(path)/2, 2),
	}}
}

func portraits() []drawing {
	circling := dirac.Steps{Game: dirac.Game{Loss: "mm"}}
	settling := dirac.Steps{Game: dirac.Game{Loss: "ns", R1: .3}, Order: "simultaneous"}
	cycling := dirac.Steps{Game: dirac.Game{Loss: "wgan"}, Order: "simultaneous", Clip: 1}
	var all []drawing
	for _, t := range plot.Themes {
		look, sharp := view.Look{Theme: t, Scale: 1}, view.Look{Theme: t, Scale: 2}
		plane := func(s dirac.Steps) view.Panel {
			return &view.Distribution{Shown: view.Shown{Layers: everything, Game: &s.Game}}
		}
		all = append(all,
			drawing{"circling-" + t.Key, plane(circling), played(circling, 70), 700, 700, look},
			drawing{"settling-" + t.Key, plane(settling), played(settling, 60), 700, 700, sharp},
			drawing{"cycling-" + t.Key, plane(cycling), played(cycling, 500), 350, 350, look},
		)
	}
	unknown := &view.Distribution{Shown: view.Shown{Layers: everything}}
	return append(all, drawing{"unknown-light", unknown, played(circling, 20), 160, 160, view.Look{Theme: plot.Light, Scale: 1}})
}

func TestPortraits(t *testing.T) {
	for _, p := range portraits() {
		t.Run(p.name, func(t *testing.T) { compare(t, p.name, draw(t, p)) })
	}
}
