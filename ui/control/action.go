package control

import "ganvas/ui/app"

// Action is something that the page does at the press of a button, or of a key from anywhere but a control.
type Action struct {
	Key      string // stable, in the page's ids
	Label    string // on the button
	Doc      string // what it does, for the list of keys and for screen readers
	Shortcut string // the key as browsers name it (KeyboardEvent.key), "Shift+" before it where that is held, or empty
	Place    Place
	// Msg is what pressing it says; nil where only the browser knows what to say (a drawn seed).
	Msg app.Msg
}

// Place is where a button stands.
type Place uint8

// The places.
const (
	Transport Place = iota // under the thumb
	Tools                  // at the end of the head
	More                   // behind "More"
	Keys                   // nowhere: a key alone
	Clicker                // nowhere: a key alone, and only while presenting
)

// What only the browser can do or say.
const (
	NewSeed = "new-seed"
	Print   = "print"
)

// Actions is the catalogue, in the order of reading.
var Actions = []Action{
	{"play", "Train", "Train, or pause.", " ", Transport, app.PlayToggled{}},
	{"backward", "Backward", "Play backward, or stop that.", "j", Transport, app.RewindToggled{}},
	{"step", "Step", "One step of both players, then pause.", ".", Transport, app.Stepped{Who: "both"}},
	{"step-d", "D", "Step D only: the discriminator moves, then pause. It counts as a step.", "d", Transport, app.Stepped{Who: "d"}},
	{"step-g", "G", "Step G only: the generator moves, then pause. It counts as a step.", "g", Transport, app.Stepped{Who: "g"}},
	{"stepping", "Step through", "Step through: the next step phase by phase, with its numbers. Full stop and comma go on and back.", "p", Transport, app.SteppingToggled{}},
	{"reset", "Reset", "Back to step 0 of the same run.", "r", Transport, app.WasReset{}},
	{"back", "", "One step back.", ",", Keys, app.Wandered{By: -1}},
	{"on-10", "", "10 steps on.", "ArrowRight", Keys, app.Wandered{By: 10}},
	{"back-10", "", "10 steps back.", "ArrowLeft", Keys, app.Wandered{By: -10}},
	{"on-100", "", "100 steps on.", "Shift+ArrowRight", Keys, app.Wandered{By: 100}},
	{"back-100", "", "100 steps back.", "Shift+ArrowLeft", Keys, app.Wandered{By: -100}},
	{"start", "", "To step 0.", "Home", Keys, app.StepGone{}},
	{"end", "", "To the end of the schedules.", "End", Keys, app.EndGone{}},
	{"slow", "", "Slow motion, and back.", "s", Keys, app.SlowToggled{}},
	{"undo", "", "Undo the last change of a setting.", "Ctrl+z", Keys, app.Undone{}},
	{"settings", "", "Find a setting.", "/", Keys, app.SheetToggled{Sheet: app.Settings}},
	{"view", "", "The next larger picture: the plane or the walls of images, the machine, the charts, or the latent map of images.", "v", Keys, app.ViewToggled{}},
	{"link", "Share", "Share: copy a link that brings back this experiment, bit for bit.", "l", Tools, app.LinkWanted{}},
	{"present", "Present", "Present: large type, for a lecture hall.", "f", Tools, app.PresentToggled{}},
	{"theme", "Dark", "Turn a light page dark, or a dark page light.", "t", Tools, app.ThemeToggled{}},
	{"menu", "More", "More: seeds, files, printing, keys.", "m", Tools, app.SheetToggled{Sheet: app.Menu}},
	{NewSeed, "New seed", "New seed: another run of the same experiment.", "n", More, nil},
	{"machine", "Machine", "Both networks, unit by unit.", "", More, app.ViewChosen{Larger: app.TheMachine}},
	{"latent", "Latent map", "Images of a plane of noise, and on the way from one to another.", "", More, app.ViewChosen{Larger: app.TheLatent}},
	{"draw", "Draw data", "Draw your own data on the plane.", "", More, app.SheetToggled{Sheet: app.Drawing}},
	{"laboratory", "Two-sample laboratory", "Two-sample laboratory: do these two clouds come from one distribution? Any two of data, samples and your own points, by a statistic of your choice.", "", More, app.SheetToggled{Sheet: app.Laboratory}},
	{"samples", "Samples in numbers", "Samples in numbers: mean and covariance beside the data’s, a linear generator’s weights, and all of it as tables to copy or save.", "", More, app.SheetToggled{Sheet: app.Samples}},
	{"save", "Save the experiment", "Save the experiment: a small file that brings it back with its points. Drop it onto the picture of any Ganvas.", "", More, app.SaveWanted{}},
	{Print, "Print", "Print the page as it stands.", "", More, nil},
	{"numbers", "All measures", "All measures of the samples.", "", More, app.SheetToggled{Sheet: app.Numbers}},
	{"help", "Keys", "Keys: open or close this list.", "?", More, app.SheetToggled{Sheet: app.Help}},
	{"scene-on", "", "While presenting: the next scene.", "PageDown", Clicker, app.SceneTurned{By: 1}},
	{"scene-back", "", "While presenting: the scene before.", "PageUp", Clicker, app.SceneTurned{By: -1}},
	{"black", "", "While presenting: a black page, and back.", "b", Clicker, app.BlackToggled{}},
}

// SteppingKeys are the keys that have another meaning while the step-through is open.
var SteppingKeys = map[string]app.Msg{
	".": app.PhaseTurned{By: 1}, ",": app.PhaseTurned{By: -1}, "PageDown": app.PhaseTurned{By: 1}, "PageUp": app.PhaseTurned{By: -1},
	"ArrowRight": app.PairTurned{By: 1}, "ArrowLeft": app.PairTurned{By: -1}, "ArrowDown": app.PairTurned{By: 1}, "ArrowUp": app.PairTurned{By: -1},
	"s": app.SteppingSlowly{},
}

// ByShortcut is the action of a key, and whether there is one.
func ByShortcut(key string) (Action, bool) {
	for _, a := range Actions {
		if a.Shortcut != "" && a.Shortcut == key {
			return a, true
		}
	}
	return Action{}, false
}

// ActionOf is the action with a key; a key of none is a fault of the program.
func ActionOf(key string) Action {
	for _, a := range Actions {
		if a.Key == key {
			return a
		}
	}
	panic("control: no action " + key)
}

var keyNames = map[string]string{
	" ": "Space", ".": ". (full stop)", ",": ", (comma)", "ArrowLeft": "←", "ArrowRight": "→", "Shift+ArrowLeft": "Shift ←", "Shift+ArrowRight": "Shift →",
	"Ctrl+z": "Ctrl Z", "PageDown": "Page ↓", "PageUp": "Page ↑",
}

// KeyName is a shortcut as people call it.
func KeyName(shortcut string) string {
	if name, ok := keyNames[shortcut]; ok {
		return name
	}
	return shortcut
}
