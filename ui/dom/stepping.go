package dom

import (
	"math"
	"strconv"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/stepping"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// phaseSeen is the phase of the step-through that a Model shows.
type phaseSeen struct {
	step  stepping.Step
	phase stepping.Phase
	move  stepping.Move
	pair  int
	told  control.SteppingWords
}

// steppingOf is it, and whether there is one.
func steppingOf(m app.Model) (w phaseSeen, ok bool) {
	if !m.Stepping.On {
		return w, false
	}
	if w.step, ok = m.NextStep(); !ok {
		return w, false
	}
	w.phase = w.step.Phases()[m.Stepping.Phase]
	w.move, _ = w.step.First(w.phase.Player)
	w.pair = min(m.Stepping.Pair, w.move.Rows()-1)
	w.told = control.SteppingOf(m.Spec, w.step, w.phase, w.pair)
	return w, true
}

// sees puts what the phase looks at into the machine's picture, in place of what it shows otherwise.
func (w phaseSeen) sees(scene *plot.MachineScene, s *wire.Snapshot) {
	m := w.move
	latent := len(m.Noise) / m.Rows()
	scene.Noise = onPlane(m.Noise, latent, 0)
	scene.Real, scene.Samples = nil, nil
	row := func(values []float32, width int, y float32) []float32 {
		return onPlane(m.Row(values, w.pair), width, y)
	}
	on := &plot.MachineStepping{Lit: w.told.Lit, Returns: w.told.Returns, Noise: row(m.Noise, latent, 0)}
	scene.Stepping = on
	if !w.images(s) {
		if line := s.Floats(probe.LineWindow); len(line) == 2 {
			scene.Window = plot.Window{X0: line[0], X1: line[1], Y0: 0, Y1: 1}
		}
		scene.Real, scene.Samples = onPlane(m.Real, m.Size, lineReal), onPlane(m.Made, m.Size, lineMade)
		on.Real, on.Made = row(m.Real, m.Size, lineReal), row(m.Made, m.Size, lineMade)
		switch {
		case w.phase.Player == stepping.G && w.phase.Kind == stepping.Slopes:
			on.Pushes, on.Push = onPlane(m.Push, m.Size, 0), row(m.Push, m.Size, 0)
		case w.phase.Player == stepping.G && w.phase.Kind == stepping.Update:
			on.Afters, on.After = onPlane(m.MadeAfter, m.Size, lineMade), row(m.MadeAfter, m.Size, lineMade)
		}
	}
	judged := m.Judged
	if w.phase.Kind == stepping.Update {
		judged = m.JudgedAfter
	}
	scene.Verdicts = append(append([]float32(nil), judged[stepping.Real].Says...), judged[stepping.Made].Says...)
	for _, j := range judged {
		if r := m.Pair(j.Says, w.pair); r != nil {
			on.Says = append(on.Says, float64(r[0]))
		}
	}
	for i := range scene.Losses {
		if first, ok := w.step.First(i); ok {
			scene.Losses[i] = float64(first.Loss)
		}
	}
	on.Fires = [2][]float32{w.fires(m.UnitsG), w.fires(m.UnitsD[stepping.Made])}
}

// Where the two sorts of samples of one dimension lie between the picture's edges.
const (
	lineReal = .66
	lineMade = .34
)

// images reports whether samples are images.
func (w phaseSeen) images(s *wire.Snapshot) bool { return len(s.Array(probe.RealImages).Shape) == 5 }

// fires is how strongly each shown unit responds to the sample that is followed, beside the strongest of its layer.
func (w phaseSeen) fires(layers [][]float32) (out []float32) {
	for _, l := range layers {
		row := w.move.Row(l, w.pair)
		most := float32(0)
		for _, v := range row {
			most = max(most, v)
		}
		for _, v := range row {
			if !(most > 0) || !(v > 0) {
				v = 0
			} else {
				v /= most
			}
			out = append(out, v)
		}
	}
	return out
}

// onPlane is the first two columns of points; those of one column lie at a height.
func onPlane(values []float32, width int, y float32) (out []float32) {
	if width == 2 {
		return values
	}
	for ; width > 0 && len(values) >= width; values = values[width:] {
		if width > 1 {
			y = values[1]
		}
		out = append(out, values[0], y)
	}
	return out
}

// nearest is the pair one of whose points, each row of a list, lies nearest a place of a box, within some pixels; or -1.
func nearest(box plot.Box, w plot.Window, x, y, within float64, lists ...[]float32) int {
	best := -1
	for _, points := range lists {
		for i := 0; i+1 < len(points); i += 2 {
			px, py, ok := box.On(w, points[i:i+2])
			if d := math.Hypot(px-x, py-y); ok && d < within {
				best, within = i/2, d
			}
		}
	}
	return best
}

// phaseSays names a phase on its button.
func phaseSays(i int, p stepping.Phase) string {
	return strconv.Itoa(i+1) + ". " + []string{"D’s move: ", "G’s move: "}[p.Player] + control.SteppingShort(p)
}

// imagePixels are an image's numbers from 0 to 255, [height, width, channels], as RGBA.
func imagePixels(values []float32, shape []int) []uint8 {
	channels := shape[2]
	out := make([]uint8, 0, 4*shape[0]*shape[1])
	for ; len(values) >= channels; values = values[channels:] {
		for c := range 3 {
			out = append(out, uint8(min(max(values[min(c, channels-1)], 0), 255)))
		}
		out = append(out, 255)
	}
	return out
}

// equalities takes a formula apart at its equals signs, each of which begins a side, so that a narrow page can break it there.
func equalities(tex string) (out []string) {
	for i, s := range strings.Split(tex, " = ") {
		if i > 0 {
			s = "= " + s
		}
		out = append(out, s)
	}
	return out
}
