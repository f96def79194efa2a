package app

import (
	"ganvas/core/picture"
	"ganvas/core/probe"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// Model is everything that the page shows. It is a value: Update returns a new one and never changes the old.
type Model struct {
	// Spec is what runs: the last one without a fault.
	Spec experiment.Spec
	// Drafts are the fields whose text is not good, by field key: the run goes on with Spec's value.
	Drafts map[string]Draft

	Ready   bool           // the worker listens
	Playing bool           // training goes on, or will as soon as Ready
	Speed   int            // index into Speeds
	Layers  picture.Layers // what the plane shows
	Axes    string         // of points of more than two columns: see ShownAxes
	Theme   Theme
	Dark    bool   // the browser prefers a dark scheme
	Machine string // what computes: "simd", "simd2" (on two threads) or "go", empty until known
	Deaf    bool   // shortcuts are switched off
	Diagram bool   // the small machine is shown: a lab's

	Sheet      Sheet     // what is open beside the picture
	Sought     string    // what all settings are searched for when they are opened
	Larger     Larger    // the larger picture
	Stepping   Stepping  // the step-through
	Aim        probe.Aim // what is looked at among images
	Unbent     float64   // how far the grid of noise is drawn back to where it lies before G bends it, from 0 to 1
	Reading    bool      // the reader points at the picture, or has picked a sample: see PlaneRead
	Curves     plot.ChartOptions
	Watched    string // the measure that has a chart of the reader's choice, or empty
	Presenting bool   // shown to a lecture hall
	Black      bool   // and black, for a moment
	Reach      Reach  // the scale of the field's colours

	// Staged are the fields, by key, whose text waits for a restart.
	Staged map[string]string

	Loading Loading
	// Fault is the plain explanation of why training has stopped, or empty. The run stands at the last good step, unless it is
	// Lost.
	Fault string
	Lost  bool // there is no run
	// Asking says that a step takes so long that none is trained before the reader wants it.
	Asking bool
	// Graphics is why pictures cannot be drawn, or empty.
	Graphics string
	// Notice is one sentence about what has just been done, or empty.
	Notice string

	Snapshot *wire.Snapshot // the latest, or nil before the first
	Rate     Rate
	Paces    []Pace // how fast it went
	// Toward is the step that a run is still being taken to, or 0. It plays there, where it is Playing.
	Toward uint64
	Record Record

	Judge Judge // of images

	Outcomes []plot.Outcome // on the gallery's cards, or nil before they have come; none where they cannot be had
	outcome  outcome
	awaited  awaited

	surveying bool // all measures of this run have been asked for, and are not all there

	CSV      []byte // the points that were dropped, as text, or nil
	CSVName  string
	Drawn    string          // the text of the drawing that they are (core/sketch), or empty
	ownUsual experiment.Spec // what they are usually learnt with

	Reader Reader // the lesson that is open
	Preset string // the key of the preset that was opened last, or empty: see Exhibit
	Calm   bool   // the browser prefers reduced motion: nothing starts by itself

	Unseen bool // the reader cannot see the page, so that the run rests
	Turned bool // the reader has turned a knob, or moved a player alone: the run's turns are other than its link's were

	base   experiment.Spec // what the run began with; Spec is what its turns have made of it
	turns  string          // of the run, as the link has them
	way    string          // the script that the worker has told last
	untold bool            // the worker has not said yet what the last turn has made of the way

	asked   uint64 // the step to which the way to Toward has been asked for
	opening bool   // a run has been asked for and has not answered yet
	before  bool   // the next Snapshot may be of the run before

	scene     []wire.Array // what never changes in the run
	sceneless bool         // it has not come yet
	boot      string       // the script of the run that the worker has opened before this program was there, which
	begun     bool         // nobody has put another in the place of
	fast      int          // the speed to which slow motion goes back
	ill       illness
	touches   []touch // what can be undone
	jump      jump
	rewind    rewind
	until     Until
	tour      tour
	pull      puller
}

// Draft is what a field holds while it is not good.
type Draft struct {
	Text  string
	Error string // what is allowed
}

// Loading is what is being waited for.
type Loading struct {
	What string  // "Downloading the trainer", or empty when nothing is
	Done float64 // from 0 to 1, or negative where that is not known
	// Stops says that the reader can give it up.
	Stops bool
}

// Start is what the browser knows before the first Msg.
type Start struct {
	Query        string // what stands behind the path of the page's address
	Dark         bool   // the browser prefers a dark scheme
	CalmlyPlease bool   // the browser prefers reduced motion: start paused
	At           uint64 // the step to which to train before anything else, or 0 for the address's own
	Notice       string // what is to be said already
	Unseen       bool   // the reader cannot see the page yet
	Deaf         bool   // no shortcuts
	Diagram      bool   // the small machine is shown
	Begun        bool   // a script has opened the address's run already, and has asked for its first Snapshot
}

// smoothing is how many values on either side the curves' means take in at first.
const smoothing = 12

// New is the Model of a page that has just been opened. What is wrong with the address becomes the Notice, and defaults
// stand in for it. Its lesson is opened by AddressChanged.
func New(s Start) Model {
	m := Model{
		Playing: !s.CalmlyPlease,
		Calm:    s.CalmlyPlease,
		Speed:   DefaultSpeed,
		fast:    DefaultSpeed,
		Aim:     probe.FirstAim,
		Curves:  plot.ChartOptions{Smooth: smoothing},
		Layers:  DefaultLayers,
		Dark:    s.Dark,
		Unseen:  s.Unseen,
		Deaf:    s.Deaf,
		Diagram: s.Diagram,
		Loading: Loading{What: "Starting the trainer", Done: -1},
	}
	m, _ = m.withAddress(s.Query)
	m.base, m.boot, m.begun, m.sceneless, m.pull.early = m.Spec, m.script(), s.Begun && m.CSV == nil, true, s.Begun // a drawing is not known to the script
	if s.At > 0 {
		m.Toward = s.At
	}
	m = m.asks()
	m.Notice = strings.TrimSpace(s.Notice + " " + m.Notice)
	return m
}

// Night reports whether the page is shown dark.
func (m Model) Night() bool {
	return m.Theme == Dark || m.Theme == Auto && m.Dark
}

// Step is the step of the latest Snapshot, of the run that is meant: 0 until that has answered.
func (m Model) Step() uint64 {
	if m.Snapshot == nil || m.opening {
		return 0
	}
	return m.Snapshot.Step
}

// Text is what the control of a field shows: its draft, what waits for a restart, or else the Spec's value.
func (m Model) Text(f *experiment.Field) string {
	if d, ok := m.Drafts[f.Key]; ok {
		return d.Text
	}
	next := m.Next()
	return f.Get(&next)
}
