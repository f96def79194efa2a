package embed

import (
	"ganvas/core/form"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/ui/app"
)

// Prefix begins the type of every message of a lab, in both directions. What a lab hears without it is not meant for it, and is passed over.
const Prefix = "ganvas:"

// Message is what a page says to a lab: the fields of its object that the protocol knows, as text. Fields that are neither text nor a
// number nor a boolean are given as "[object]" or the like, which nothing allows.
type Message map[string]string

// Fields are the fields of messages to a lab; no other is looked at.
var Fields = []string{"type", "version", "id", "key", "value", "spec", "rate", "n", "who"}

// MaxText is the length above which a field's text is cut by whoever reads it from the message: nothing that long is allowed.
const MaxText = MaxAddress

// Command is something that a page may say to a lab.
type Command struct {
	Type   string
	Fields string // what it needs beside its type, for people
	Doc    string
	Free   bool // any parent may say it: it changes nothing for the reader
	read   func(Message, app.Model) ([]app.Msg, *experiment.FieldError)
}

// MaxSteps is how many steps one message may ask for.
const MaxSteps = MaxAt

// Commands is the catalogue.
var Commands = []Command{
	{"ganvas:set", `key: "g.lr", value: "0.001"`, "Sets a setting, as a hand on its control does: live ones in the run, others by a new run.", false, readSet},
	{"ganvas:open", `spec: "data=moons&seed=3"`, "Opens another experiment from step 0.", false, readOpen},
	{"ganvas:play", `rate: 60, or "max" (may be left out)`, "Trains, at a speed that the page offers.", false, readPlay},
	{"ganvas:pause", "", "Stops training.", false, readPlain(app.PlayWanted{On: false})},
	{"ganvas:train", `n: 100, who: "both", "d" or "g"`, "Trains so many steps and pauses; of one player one step.", false, readTrain},
	{"ganvas:reset", "", "Goes back to step 0 of the same experiment.", false, readPlain(app.WasReset{})},
	{"ganvas:layers", `value: "real,generated"`, "Shows these layers on the plane, or none.", false, readLayersWanted},
	{"ganvas:theme", `value: "dark"`, "Shows the lab light, dark or as the browser prefers (auto).", true, readTheme},
	{"ganvas:ask", "", "Asks for a ganvas:state.", true, readPlain()},
	{"ganvas:seen", `value: "false"`, "Says that the lab cannot be seen though it is in sight, as on a slide that is hidden, or can be again (true).", true, readSeen},
	{"ganvas:spare", "", "Gives the graphics back, of which a browser has few, unless the lab is seen. They come back when it is.", true, readPlain()},
	{"ganvas:wake", "", "Loads the lab now, though it is not seen yet.", true, readPlain()},
}

func types() string {
	var out []string
	for _, c := range Commands {
		out = append(out, c.Type)
	}
	return strings.Join(out, ", ")
}

// Hear reads a message that came from a page of an origin to a lab of a site's origin, which shows m. It returns what is to happen, and the
// answer to the page or nil. A message that is not meant for a lab has neither.
func Hear(o *Options, origin, site string, text Message, m app.Model) ([]app.Msg, Event) {
	kind := text["type"]
	if !strings.HasPrefix(kind, Prefix) {
		return nil, nil
	}
	refuse := func(field, value, allowed string) ([]app.Msg, Event) {
		return nil, refusal(text, &experiment.FieldError{Field: field, Value: value, Allowed: allowed})
	}
	if v, ok := text["version"]; ok && v != strconv.Itoa(Version) {
		return refuse("version", v, strconv.Itoa(Version))
	}
	for _, c := range Commands {
		if c.Type != kind {
			continue
		}
		if !c.Free && !o.MayCommand(origin, site) {
			return refuse("origin", origin, "commands from a page of the lab's own site, or list this one in the lab's address as origin="+origin)
		}
		msgs, wrong := c.read(text, m)
		if wrong != nil {
			return nil, refusal(text, wrong)
		}
		if kind == "ganvas:ask" {
			return nil, answerTo(text, State(o, m))
		}
		return msgs, answerTo(text, Event{"type": "ganvas:done", "version": Version})
	}
	return refuse("type", kind, "one of "+types())
}

// answerTo ties an answer to the message's id. A ganvas:done that nobody has given an id to wait for is not sent.
func answerTo(text Message, e Event) Event {
	if id, ok := text["id"]; ok {
		e["to"] = cut(id)
	} else if e["type"] == "ganvas:done" {
		return nil
	}
	return e
}

// refusal says what is wrong with a message.
func refusal(text Message, wrong *experiment.FieldError) Event {
	return answerTo(text, Problem(wrong, text["type"]))
}

func readPlain(msgs ...app.Msg) func(Message, app.Model) ([]app.Msg, *experiment.FieldError) {
	return func(Message, app.Model) ([]app.Msg, *experiment.FieldError) { return msgs, nil }
}

// readSet checks the value against the whole experiment, so that a refusal reaches the page and the control shows no text that is not good.
func readSet(text Message, m app.Model) ([]app.Msg, *experiment.FieldError) {
	key, value := text["key"], text["value"]
	if form.FieldOf(m.Spec, key) == nil {
		return nil, &experiment.FieldError{Field: "key", Value: key, Allowed: "the key of a setting, such as g.lr"}
	}
	next, err := form.With(m.Spec, query.Format(query.Pair{Key: key, Value: value}))
	if err != nil {
		return nil, fieldError(err, value)
	}
	if next.Owns() && m.CSV == nil {
		return nil, noPoints()
	}
	return []app.Msg{app.FieldChanged{Key: key, Text: value}}, nil
}

func noPoints() *experiment.FieldError {
	return &experiment.FieldError{Field: "data", Value: experiment.OwnData, Allowed: "data that a message can name: a reader's own points do not travel with it"}
}

func readOpen(text Message, _ app.Model) ([]app.Msg, *experiment.FieldError) {
	spec, err := form.Parse(text["spec"])
	if err != nil {
		return nil, fieldError(err, text["spec"])
	}
	if spec.Owns() {
		return nil, noPoints()
	}
	return []app.Msg{app.SpecWanted{Query: spec.String()}}, nil
}

func readPlay(text Message, _ app.Model) ([]app.Msg, *experiment.FieldError) {
	play := app.PlayWanted{On: true}
	rate, ok := text["rate"]
	if !ok {
		return []app.Msg{play}, nil
	}
	for i, key := range speeds() {
		if key == rate {
			return []app.Msg{app.SpeedChosen{Index: i}, play}, nil
		}
	}
	return nil, &experiment.FieldError{Field: "rate", Value: rate, Allowed: Find("speed").Allowed}
}

func readTrain(text Message, _ app.Model) ([]app.Msg, *experiment.FieldError) {
	who := orElse(text["who"], "both")
	if who != "both" && who != "d" && who != "g" {
		return nil, &experiment.FieldError{Field: "who", Value: who, Allowed: "both, d or g"}
	}
	most := MaxSteps
	if who != "both" {
		most = 1
	}
	n, ok := whole(orElse(text["n"], "1"), 1, most)
	switch {
	case !ok && most == 1:
		return nil, &experiment.FieldError{Field: "n", Value: text["n"], Allowed: "1, where one player moves alone"}
	case !ok:
		return nil, &experiment.FieldError{Field: "n", Value: text["n"], Allowed: "a whole number from 1 to " + strconv.Itoa(MaxSteps)}
	case who != "both":
		return []app.Msg{app.Stepped{Who: who}}, nil
	}
	return []app.Msg{app.StepsWanted{N: uint64(n)}}, nil
}

func readLayersWanted(text Message, _ app.Model) ([]app.Msg, *experiment.FieldError) {
	y, ok := readLayers(text["value"])
	if !ok {
		return nil, &experiment.FieldError{Field: "value", Value: text["value"], Allowed: Find("layers").Allowed}
	}
	return []app.Msg{app.LayersWanted{Layers: y}}, nil
}

// readSeen has nothing to do: whoever loads the lab has heard it, and tells by VisibilityChanged.
func readSeen(text Message, _ app.Model) ([]app.Msg, *experiment.FieldError) {
	if v := text["value"]; v != "true" && v != "false" {
		return nil, &experiment.FieldError{Field: "value", Value: v, Allowed: "true or false"}
	}
	return nil, nil
}

func readTheme(text Message, _ app.Model) ([]app.Msg, *experiment.FieldError) {
	var o Options
	if wrong := Find("theme").read(&o, text["value"]); wrong != nil {
		wrong.Field = "value"
		return nil, wrong
	}
	return []app.Msg{app.ThemeChosen{Theme: o.Theme}}, nil
}
