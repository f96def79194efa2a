package embed

import (
	"errors"
	"ganvas/ui/app"

	"ganvas/core/address"
	"ganvas/core/experiment"
	"ganvas/core/query"
)

// MaxAddress is the number of bytes of an address that are read.
const MaxAddress = address.MaxText

// Lab is what an address asks for.
type Lab struct {
	Options
	Spec  experiment.Spec
	Turns string // the script of the run's turns
}

// viewPrefix may stand before the keys that the whole page's addresses have it for, so that those can be copied.
const viewPrefix = "view."

// Parse reads what stands behind the path of a lab's address. What is not allowed is noted, and the Lab has the default in its place.
func Parse(text string) (Lab, []address.Note) {
	lab := Lab{Options: Defaults()}
	a := address.Parse(text, lab.keys())
	if lab.Drawn == "" {
		a = a.WithoutPoints()
	}
	lab.Spec, lab.Turns = a.Spec, a.Turns
	if lab.Layers == app.DefaultLayers {
		lab.Layers = app.UsualLayers(lab.Spec)
	}
	return lab, a.Notes
}

// keys are those of an address that put their values into the options.
func (l *Lab) keys() (keys []address.Key) {
	key := func(name string, o *Option, empty string) {
		keys = append(keys, address.Key{Name: name, Allowed: o.Allowed, Take: func(v string) bool { return o.read(&l.Options, orElse(v, empty)) == nil }})
	}
	for i := range All {
		key(All[i].Key, &All[i], "")
	}
	for _, page := range []struct{ key, empty string }{{"layers", none}, {"speed", ""}, {"theme", "auto"}, {"at", ""}, {"drawn", ""}} {
		key(viewPrefix+page.key, Find(page.key), page.empty)
	}
	return append(keys,
		address.Key{Name: viewPrefix + "play", Allowed: "0 or 1", Take: func(v string) bool {
			l.Autoplay = map[bool]string{true: "off", false: "visible"}[v == "0"]
			return v == "0" || v == "1"
		}},
		// A link's check is of the link, to which a lab's author adds options.
		address.Key{Name: "ok", Allowed: "anything", Take: func(string) bool { return true }})
}

// read puts a value into the options, or leaves them as they were.
func (o *Option) read(options *Options, value string) *experiment.FieldError {
	next := *options
	if !o.set(&next, value) {
		return &experiment.FieldError{Field: o.Key, Value: value, Allowed: o.Allowed}
	}
	*options = next
	return nil
}

// fieldError is an error as one that names a field.
func fieldError(err error, value string) *experiment.FieldError {
	var e *experiment.FieldError
	if errors.As(err, &e) {
		return e
	}
	return &experiment.FieldError{Field: "address", Value: value, Allowed: "what can be read: " + err.Error()}
}

// String is the query that brings the lab back: the Spec's canonical text, then what differs from the defaults, in the order of All.
func (l Lab) String() string {
	was := Defaults()
	a := address.Address{Spec: l.Spec, Turns: l.Turns}
	for _, o := range All {
		if v := o.Get(&l.Options); v != o.Get(&was) {
			a.Own = append(a.Own, query.Pair{Key: o.Key, Value: v})
		}
	}
	return a.Query()
}

// Page is the address of a whole page with the lab's experiment, as app.New reads it.
func (l Lab) Page() string {
	a := address.Address{Spec: l.Spec, Turns: l.Turns}
	for _, p := range []query.Pair{{Key: "layers", Value: l.Layers.String()}, {Key: "speed", Value: speeds()[l.Speed]}, {Key: "theme", Value: string(l.Theme)}} {
		a.Own = append(a.Own, query.Pair{Key: viewPrefix + p.Key, Value: p.Value})
	}
	if l.Drawn != "" && l.Spec.Owns() {
		a.Own = append(a.Own, query.Pair{Key: viewPrefix + "drawn", Value: l.Drawn})
	}
	return "?" + a.Query()
}
