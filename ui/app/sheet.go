package app

import (
	"slices"

	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/ui/plot"
)

// Sheet is what is open beside the picture: one at a time, so that Escape closes it. The zero value is none.
type Sheet string

// The sheets. The editor of a phrase of the sentence is EditorOf its key.
const (
	NoSheet    Sheet = ""
	Settings   Sheet = "settings"   // all settings, one search away
	Numbers    Sheet = "numbers"    // all measures
	Views      Sheet = "layers"     // the layers without a switch in the margin
	Gallery    Sheet = "gallery"    // the named experiments
	Illness    Sheet = "illness"    // what is wrong with the run, and what would mend it
	Drawing    Sheet = "drawing"    // own data, drawn on the plane
	Inspector  Sheet = "inspector"  // one image, and the nearest of training
	Laboratory Sheet = "laboratory" // two samples, tested
	Samples    Sheet = "samples"    // samples and weights in numbers
	Menu       Sheet = "menu"       // what else the page can do
	Help       Sheet = "help"       // the keys
)

// EditorOf is the sheet of a phrase's editor.
func EditorOf(phrase string) Sheet { return Sheet("edit " + phrase) }

// Larger is the larger picture of the page.
type Larger string

// The larger pictures; the zero value is the plane, or what a run fills in its place.
const (
	ThePlane   Larger = ""
	TheMachine Larger = "machine" // both players, unit by unit
	TheCharts  Larger = "charts"
	TheLatent  Larger = "latent" // a plane of noise, of runs of images
)

// AllLarger are they, in the order of reading.
var AllLarger = []Larger{ThePlane, TheMachine, TheCharts, TheLatent}

// HasLarger reports whether the run has such a picture.
func (m Model) HasLarger(l Larger) bool { return l != TheLatent || m.Offers(probe.LatentMap) }

// larger makes another picture the larger one, and asks for what it shows.
func (m Model) larger(l Larger) (Model, []Effect) {
	if !m.HasLarger(l) {
		return m, nil
	}
	m.Larger = l
	if l != TheMachine {
		m.Stepping.On, m.Stepping.Slowly = false, false
	}
	if l == TheLatent {
		m.Aim.Kind = probe.OfMap
	}
	if l == TheMachine || l == TheLatent {
		return m.pulled(nil)
	}
	return m, nil
}

type (
	// SheetToggled opens a sheet in the place of another, or closes it. Sought is what all settings are searched for at first.
	SheetToggled struct {
		Sheet  Sheet
		Sought string
	}
	// SheetClosed closes what is open.
	SheetClosed struct{}
	// ViewToggled makes the next of AllLarger the larger picture, ViewChosen a certain one.
	ViewToggled struct{}
	ViewChosen  struct{ Larger }
	// CurvesTurned changes how charts are looked at.
	CurvesTurned struct{ plot.ChartOptions }
	// MeasureChosen is the measure that the chart of measures shows.
	MeasureChosen struct{ Key string }
	// PresentToggled enters and leaves presenting: large type and no controls, for a lecture hall.
	PresentToggled struct{}
	// BlackToggled turns the page black while presenting, and back.
	BlackToggled struct{}
	// SceneTurned goes to the next or the previous scene while presenting: the steps of an open lesson, else the named experiments.
	SceneTurned struct{ By int }
)

func (SheetToggled) msg()   {}
func (SheetClosed) msg()    {}
func (ViewToggled) msg()    {}
func (ViewChosen) msg()     {}
func (CurvesTurned) msg()   {}
func (MeasureChosen) msg()  {}
func (PresentToggled) msg() {}
func (BlackToggled) msg()   {}
func (SceneTurned) msg()    {}

// shelled takes what is done with the page around the picture, and reports whether this was of that kind.
func (m Model) shelled(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case SheetToggled:
		if m.Sheet == msg.Sheet {
			m.Sheet = NoSheet
		} else {
			m.Sheet, m.Sought = msg.Sheet, msg.Sought
		}
		if m.Sheet == Samples { // it shows what nobody else asks for
			m, effects = m.pulled(nil)
		}
		if m.Sheet == Gallery && m.Outcomes == nil {
			effects = append(effects, FetchPretrained{Cards})
		}
	case SheetClosed:
		m.Sheet = NoSheet
	case ViewToggled:
		i := (slices.Index(AllLarger, m.Larger) + 1) % len(AllLarger)
		for !m.HasLarger(AllLarger[i]) {
			i = (i + 1) % len(AllLarger)
		}
		m, effects = m.larger(AllLarger[i])
	case ViewChosen:
		m, effects = m.larger(msg.Larger)
	case CurvesTurned:
		m.Curves = msg.ChartOptions
	case MeasureChosen:
		m.Watched = msg.Key
		m, effects = m.pulled(nil)
	case Aimed:
		m, effects = m.aimed(msg)
	case Bent:
		if m.Unbent = min(max(msg.Unbent, 0), 1); !m.Layers.Has(picture.Manifold) {
			m.Layers |= picture.Manifold
			m, effects = m.pulled([]Effect{m.setURL()})
		}
	case PlaneRead:
		m, effects = m.read(msg.On)
	case PresentToggled:
		m.Presenting, m.Black, m.Sheet = !m.Presenting, false, NoSheet
	case BlackToggled:
		m.Black = m.Presenting && !m.Black
	case SceneTurned:
		if m.Presenting {
			m, effects = m.sceneTurned(msg.By)
		}
	default:
		return m, nil, false
	}
	return m, effects, true
}
