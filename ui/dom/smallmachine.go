package dom

import (
	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// smallScene is what the small machine shows of a snapshot: players as what they do, where that can be drawn, else as their layers.
func smallScene(spec experiment.Spec, s *wire.Snapshot, t wire.Trace) plot.MachineScene {
	scene, units := machineScene(spec, s, t)
	if units {
		scene.Weights = [2][]float32{}
	}
	scene.Field = machineField(s)
	bent := s.Array(probe.Manifold)
	if f := s.Array(probe.LineMap); f.Dim(0) == 1 {
		scene.Sheet, scene.Bent = [2]int{1, f.Dim(1)}, graphOf(f.Floats, scene.Window)
	} else if f.Dim(0) == 0 && len(bent.Floats) > 0 {
		scene.Sheet, scene.Bent = [2]int{bent.Dim(0), bent.Dim(1)}, bent.Floats
	}
	if len(scene.Bent) > 0 {
		scene.Text[0] = nil
	}
	if scene.Field.Size > 0 {
		scene.Text[1] = nil
	}
	return scene
}

// graphOf is values over even steps as the points of a window whose height stands for the values' range.
func graphOf(values []float32, w plot.Window) (xy []float32) {
	for i, v := range values {
		along := float32(i) / float32(max(len(values)-1, 1))
		xy = append(xy, w.X0+along*(w.X1-w.X0), w.Y0+(v-w.X0)/(w.X1-w.X0)*(w.Y1-w.Y0))
	}
	return xy
}
