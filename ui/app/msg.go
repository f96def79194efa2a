package app

import (
	"ganvas/core/query"
	"ganvas/core/wire"
)

// Msg is something that has happened: a hand on a control, or an answer of the worker.
type Msg interface{ msg() }

// What the page's hands do.
type (
	// FieldChanged says that the control of the field Key now holds Text.
	FieldChanged struct{ Key, Text string }
	// WeightSet sets a weight of a player by hand; Key is that of an experiment.Weight.
	WeightSet struct{ Key, Text string }
	// PlayToggled starts or pauses training.
	PlayToggled struct{}
	// Stepped trains one step of "both", only "d" or only "g", and pauses.
	Stepped struct{ Who string }
	// WasReset starts the same Spec again from step 0.
	WasReset struct{}
	// SeedDrawn starts the same Spec with another seed, drawn by the browser.
	SeedDrawn struct{ Seed uint32 }
	// SpeedChosen sets the speed to Speeds[Index].
	SpeedChosen struct{ Index int }
	// LayerToggled shows or hides the layer Key.
	LayerToggled struct {
		Key string
		On  bool
	}
	// ThemeChosen sets the colour scheme.
	ThemeChosen struct{ Theme Theme }
	// ThemeToggled turns a light page dark and a dark page light.
	ThemeToggled struct{}
	// ShortcutsSwitched lets single keys press buttons, or not.
	ShortcutsSwitched struct{ On bool }
	// NoticeRead takes the Notice away.
	NoticeRead struct{}
	// LinkWanted asks for the page's link in the clipboard; LinkCopied says how that went.
	LinkWanted struct{}
	LinkCopied struct{ OK bool }
	// TextCopied says how it went with a table that was to be put into the clipboard.
	TextCopied struct{ OK bool }
	// PointsDropped brings the reader's own data, as data.CSV reads them, with what is to be said of them; or a saved experiment. Rows is how many
	// points there are, and Usual the Spec that they are usually learnt with (experiment.ForPoints), where another program has read them; otherwise
	// the text is read.
	PointsDropped struct {
		Name  string
		Text  []byte
		Told  string
		Rows  int
		Usual string
	}
	// PointsUnread says that a file could not be read.
	PointsUnread struct{ Name, Reason string }
	// WentOnSlower goes on with a run that has failed, from the last good step, where the worker has left it, with
	// learning rates that are SlowDown times smaller.
	WentOnSlower struct{}
	// SurveyToggled asks for all measures of the samples, those too that take long, or gives up those that are still to come.
	SurveyToggled struct{}
	// DefaultsWanted puts every field back to the Base.
	DefaultsWanted struct{}
)

// What the browser and the worker say.
type (
	// LoadingChanged says what is being waited for; an empty What ends the wait.
	LoadingChanged struct{ Loading }
	// WorkerReady says that the worker listens, and which machine it computes on: "simd" or "go".
	WorkerReady struct{ Machine string }
	// MachineChanged says that the worker now computes on another machine.
	MachineChanged struct{ Machine string }
	// SnapshotCame brings the answer to a Pull, once it has been handed to the panels, at a time in seconds.
	SnapshotCame struct {
		*wire.Snapshot
		Seconds float64
		Undrawn bool // it is still to be drawn: a Drawn follows
	}
	// Drawn says that the panels show the last Snapshot; Waited that a Wait is over; both at a time in seconds.
	Drawn  struct{ Seconds float64 }
	Waited struct{ Seconds float64 }
	// WorkerFailed brings the worker's error, in words. Where it is Fatal the worker is no more. Otherwise a command was not
	// obeyed: if that was the one that opens a run there is no run, else the run is as it was.
	WorkerFailed struct {
		Text  string
		Verb  string // of the command, or empty where a turn of training failed
		Fatal bool
	}
	// GraphicsChanged says why pictures cannot be drawn, or with an empty Text that they can again.
	GraphicsChanged struct{ Text string }
	// StorageRefused says that the browser keeps nothing for the next visit.
	StorageRefused struct{}
	// SchemeChanged says that the browser's preferred scheme has changed.
	SchemeChanged struct{ Dark bool }
)

func (FieldChanged) msg() {}

// Pair is the weight as it is set in a run.
func (w WeightSet) Pair() query.Pair { return query.Pair{Key: w.Key, Value: w.Text} }

func (WeightSet) msg()         {}
func (PlayToggled) msg()       {}
func (Stepped) msg()           {}
func (WasReset) msg()          {}
func (SeedDrawn) msg()         {}
func (SpeedChosen) msg()       {}
func (LayerToggled) msg()      {}
func (ThemeChosen) msg()       {}
func (ThemeToggled) msg()      {}
func (LinkWanted) msg()        {}
func (ShortcutsSwitched) msg() {}
func (NoticeRead) msg()        {}
func (SurveyToggled) msg()     {}
func (LinkCopied) msg()        {}
func (TextCopied) msg()        {}
func (PointsDropped) msg()     {}
func (PointsUnread) msg()      {}
func (WentOnSlower) msg()      {}
func (DefaultsWanted) msg()    {}
func (LoadingChanged) msg()    {}
func (WorkerReady) msg()       {}
func (MachineChanged) msg()    {}
func (SnapshotCame) msg()      {}
func (Drawn) msg()             {}
func (Waited) msg()            {}
func (WorkerFailed) msg()      {}
func (GraphicsChanged) msg()   {}
func (StorageRefused) msg()    {}
func (SchemeChanged) msg()     {}
