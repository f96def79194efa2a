package embed

import (
	"ganvas/core/picture"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/form"
	"ganvas/core/sketch"
	"ganvas/ui/app"
)

// The heights of a lab that are not a number of pixels.
const (
	Fit  = 0  // as high as the frame that it stands in
	Auto = -1 // as high as what it shows at the frame's width; it tells its parent
)

// Options are what a lab's address asks for, beside the experiment.
type Options struct {
	Panels   []string // keys of Panels
	Controls Set      // what can be seen
	Lock     Set      // what can be seen but not turned by hand
	Bar      bool     // a line on top with the name
	Height   int      // in CSS pixels, or Fit, or Auto
	Theme    app.Theme
	Lang     string   // the language of the labels
	Autoplay string   // "visible", "slide", "on" or "off"
	Origins  []string // of pages that may command, beside those of the lab's own site; "*" is any, "null" is any that has none
	At       int      // the step to which to train at first
	Rest     int      // after how many seconds out of sight memory is given back, or 0 for never
	Layers   picture.Layers
	Speed    int    // index into app.Speeds
	Goal     string // what is to be reached, as lesson.Goal writes it, or empty
	Drawn    string // the text of a drawing (core/sketch) that is the data of data=csv, or empty
}

// Shows reports whether a panel is shown.
func (o *Options) Shows(panel string) bool { return slices.Contains(o.Panels, panel) }

// Defaults are the options of an address that asks for nothing.
func Defaults() Options {
	return Options{
		Panels: []string{"plane"}, Controls: Set{"transport", "layers"}, Lang: "en", Autoplay: "visible",
		Rest: 30, Layers: app.DefaultLayers, Speed: app.DefaultSpeed,
	}
}

// Languages are the languages that labels are written in.
var Languages = []Item{{"en", "English", ""}}

// Option is one key of a lab's address.
type Option struct {
	Key     string
	Label   string
	Doc     string
	Allowed string // for people: what may stand behind "give"
	// Get returns the value as it stands in an address; set reads it, and reports whether it is good.
	Get func(*Options) string
	set func(*Options, string) bool
}

// Range of the numbers.
const (
	MinHeight, MaxHeight = 120, 4000
	MaxAt                = 100000
	MinRest, MaxRest     = 5, 3600
	maxOrigins           = 16
)

// All is the catalogue of options, in the order in which an author thinks of them.
var All = []Option{
	{"panels", "Panels", "Which pictures are shown.", "some of " + strings.Join(keys(Panels), ", ") + ", with commas",
		func(o *Options) string { return strings.Join(o.Panels, ",") },
		func(o *Options, s string) (ok bool) {
			o.Panels, ok = list(s, keys(Panels), nil)
			return ok && len(o.Panels) > 0
		}},
	{"controls", "Controls", "Which controls are shown.", allowedControls("none"),
		func(o *Options) string { return orNone(o.Controls) },
		func(o *Options, s string) (ok bool) {
			o.Controls, ok = set(s, keys(Buttons))
			return ok
		}},
	{"lock", "Locked", "Which of the shown settings cannot be turned by hand.", allowedLocks(),
		func(o *Options) string { return orNone(o.Lock) },
		func(o *Options, s string) (ok bool) {
			o.Lock, ok = set(s, nil)
			return ok
		}},
	{"height", "Height", "How high the lab is: what its frame gives, what it needs at the frame's width (auto), or a number of pixels.",
		"fit, auto, or a whole number from " + strconv.Itoa(MinHeight) + " to " + strconv.Itoa(MaxHeight),
		func(o *Options) string { return height(o.Height) }, setHeight},
	{"theme", "Theme", "Light or dark, whatever the browser prefers.", "auto, light or dark",
		func(o *Options) string { return orElse(string(o.Theme), "auto") },
		func(o *Options, s string) bool {
			o.Theme = app.Theme(strings.Replace(s, "auto", "", 1))
			return s == "auto" || s == string(app.Light) || s == string(app.Dark)
		}},
	{"lang", "Language", "The language of the labels.", "one of " + strings.Join(keys(Languages), ", "),
		func(o *Options) string { return o.Lang },
		func(o *Options, s string) bool { o.Lang = s; return contains(keys(Languages), s) }},
	{"autoplay", "Start", "When training starts by itself: once the lab is seen; on slides, once the deck says that its slide begins; at once, seen or not; or never. Where the reader prefers reduced motion it never does.",
		"visible, slide, on or off",
		func(o *Options) string { return o.Autoplay },
		func(o *Options, s string) bool {
			o.Autoplay = s
			return contains([]string{"visible", "slide", "on", "off"}, s)
		}},
	{"speed", "Speed", "The steps a second at first.", "one of " + strings.Join(speeds(), ", "),
		func(o *Options) string { return app.SpeedKey(app.Speeds[o.Speed]) },
		func(o *Options, s string) bool {
			for i, key := range speeds() {
				if key == s {
					o.Speed = i
					return true
				}
			}
			return false
		}},
	{"layers", "Layers", "What is shown on the plane at first.", "some of " + strings.Join(layers(), ", ") + ", with commas, or none",
		func(o *Options) string { return orElse(o.Layers.String(), none) }, setLayers},
	{"at", "First step", "The step to which the lab trains before it shows itself at work.", "a whole number from 0 to " + strconv.Itoa(MaxAt),
		func(o *Options) string { return strconv.Itoa(o.At) },
		func(o *Options, s string) (ok bool) { o.At, ok = whole(s, 0, MaxAt); return ok }},
	{"goal", "Goal", "What the reader is to bring about: the lab tells when it holds first (ganvas:goal).", "conditions on step, loss_d, loss_g, d_real, d_fake or measures, such as modes >= 8 and js < 0.1",
		func(o *Options) string { return o.Goal }, setGoal},
	{"drawn", "Drawing", "A drawing as data, for data=csv: what the page’s own link has behind view.drawn.", "nothing, or a drawing as a link of the page has it, whole",
		func(o *Options) string { return o.Drawn },
		func(o *Options, s string) bool {
			d, err := sketch.Parse(s)
			o.Drawn = s
			return s == "" || err == nil && len(d.Points()) >= sketch.Fewest
		}},
	{"bar", "Bar", "A line on top with the name.", "on or off",
		func(o *Options) string { return onOff(o.Bar) },
		func(o *Options, s string) bool { o.Bar = s == "on"; return s == "on" || s == "off" }},
	{"rest", "Rest", "After how many seconds out of sight the lab gives its memory back. Seen again, it trains to where it was.",
		"never, or a whole number from " + strconv.Itoa(MinRest) + " to " + strconv.Itoa(MaxRest),
		func(o *Options) string {
			if o.Rest == 0 {
				return "never"
			}
			return strconv.Itoa(o.Rest)
		},
		func(o *Options, s string) (ok bool) {
			if s == "never" {
				o.Rest = 0
				return true
			}
			o.Rest, ok = whole(s, MinRest, MaxRest)
			return ok
		}},
	{"origin", "Commanded by", "Which other sites' pages may command the lab.", "up to 16 origins such as https://course.example, with commas; null for pages that have none; * for any",
		func(o *Options) string { return strings.Join(o.Origins, ",") }, setOrigins},
}

func allowedControls(nothing string) string {
	return nothing + ", all, or some of " + strings.Join(keys(Buttons), ", ") + ", " + strings.Join(keys(Settings()), ", ") + " and settings such as g.lr, with commas"
}

func allowedLocks() string {
	return "none, all, or some of " + strings.Join(keys(Settings()), ", ") + " and settings such as g.lr, with commas"
}

// Find is the option of a key, or nil.
func Find(key string) *Option {
	for i := range All {
		if All[i].Key == key {
			return &All[i]
		}
	}
	return nil
}

// isSetting reports whether a key is a group's or a field's.
func isSetting(key string) bool {
	return contains(keys(Settings()), key) || form.Any(key) != nil
}
