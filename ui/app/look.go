package app

import (
	"ganvas/core/picture"
	"ganvas/core/probe"
)

// Aimed says what is looked at among images; where it Opens, beside the picture.
type Aimed struct {
	probe.Aim
	Opens bool
}

func (Aimed) msg() {}

// aimed looks at something else.
func (m Model) aimed(msg Aimed) (Model, []Effect) {
	if msg.Aim == m.Aim && (!msg.Opens || m.Sheet == Inspector) {
		return m, nil
	}
	m.Aim = msg.Aim
	if msg.Opens {
		m.Sheet = Inspector
	}
	return m.pulled(nil)
}

// PlaneRead says that the reader has begun to read the plane or the line, by pointer, keys or a picked sample, or has ended.
type PlaneRead struct{ On bool }

func (PlaneRead) msg() {}

// Bent says how far back the grid is drawn: see Model.Unbent.
type Bent struct{ Unbent float64 }

func (Bent) msg() {}

// readings are what is read of a place beside what is drawn there.
var readings = []string{probe.Descent, probe.Optimal, probe.LineOptimal}

// read asks for what is read, where that begins.
func (m Model) read(on bool) (Model, []Effect) {
	if on == m.Reading {
		return m, nil
	}
	if m.Reading = on; !on {
		return m, nil
	}
	return m.pulled(nil)
}

// Offers reports whether the run has a probe of this name; where its scene has not come yet, it has none.
func (m Model) Offers(name string) bool { return picture.Offered(m.scene, name) }

// lookProbes are what is asked for of single images.
func (m Model) lookProbes() (out []string) {
	if m.Sheet == Inspector {
		out = append(out, probe.Inspected...)
	}
	switch m.Larger {
	case TheMachine:
		out = append(out, probe.Insides...)
	case TheLatent:
		out = append(out, probe.Latents...)
	}
	return out
}
