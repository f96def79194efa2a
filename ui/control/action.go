package control

import "ganvas/ui/app"

// Action is a button, with the key that presses it from anywhere but a control.
type Action struct {
	Key      string // stable, in the page's ids
	Label    string // on the button
	Doc      string // what it does, for the list of shortcuts and for screen readers
	Shortcut string // the key as browsers name it (KeyboardEvent.key), or empty
	Place    Place
	// Msg is what pressing it says; nil where only the browser knows what to say (a drawn seed).
	Msg app.Msg
}

// Place is where a button stands.
type Place uint8

// The places.
const (
	Transport Place = iota // under the thumb
	Tools                  // at the end of the bar
)

// NewSeed is the key of the one action whose Msg the browser has to make up.
const NewSeed = "new-seed"

// Actions is the catalogue, in the order of reading.
var Actions = []Action{
	{"play", "Play", "Train, or pause.", " ", Transport, app.PlayToggled{}},
	{"step", "Step", "One step of both players, then pause.", "s", Transport, app.Stepped{Who: "both"}},
	{"step-d", "D", "Step D only: the discriminator moves, then pause.", "d", Transport, app.Stepped{Who: "d"}},
	{"step-g", "G", "Step G only: the generator moves, then pause.", "g", Transport, app.Stepped{Who: "g"}},
	{"reset", "Reset", "Back to step 0 of the same run.", "r", Transport, app.WasReset{}},
	{NewSeed, "New seed", "Another run of the same experiment.", "n", Tools, nil},
	{"link", "Copy link", "A link that brings back this experiment, bit for bit.", "l", Tools, app.LinkWanted{}},
	{"save", "Save", "A small file that brings back this experiment with its points: drop it onto the picture of any Ganvas.", "f", Tools, app.SaveWanted{}},
	{"theme", "Dark", "Turn a light page dark, or a dark page light.", "t", Tools, app.ThemeToggled{}},
	{"help", "Help", "Open or close this list.", "?", Tools, app.HelpToggled{}},
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

// KeyName is a shortcut as people call it.
func KeyName(shortcut string) string {
	if shortcut == " " {
		return "Space"
	}
	return shortcut
}
