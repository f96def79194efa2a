package embed

import (
	"errors"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// MaxAddress is the number of bytes above which an address is not read.
const MaxAddress = 8192

// Lab is what an address asks for.
type Lab struct {
	Options
	Spec experiment.Spec
}

// viewPrefix may stand before the keys that the whole page's addresses have it for, so that those can be copied.
const viewPrefix = "view."

// Parse reads an address's query. The errors name field, value and what is allowed, all that were found; the Lab has the defaults
// in their places.
func Parse(text string) (Lab, []*experiment.FieldError) {
	lab := Lab{Defaults(), experiment.Default()}
	if len(text) > MaxAddress {
		return lab, []*experiment.FieldError{{Field: "address", Value: text, Allowed: "at most " + strconv.Itoa(MaxAddress) + " characters"}}
	}
	pairs, err := query.Parse(text)
	if err != nil {
		return lab, []*experiment.FieldError{{Field: "address", Value: text, Allowed: "% only before two hexadecimal digits"}}
	}
	var wrong []*experiment.FieldError
	var spec []query.Pair
	seen := map[string]bool{}
	for _, p := range pairs {
		o := optionOf(p.Key)
		switch {
		case seen[p.Key]:
			wrong = append(wrong, &experiment.FieldError{Field: p.Key, Value: p.Value, Allowed: "each key once"})
		case p.Key == viewPrefix+"play":
			p = query.Pair{Key: "autoplay", Value: map[bool]string{true: "off", false: "visible"}[p.Value == "0"]}
			Find(p.Key).set(&lab.Options, p.Value)
		case o == nil && experiment.Find(p.Key) == nil:
			wrong = append(wrong, &experiment.FieldError{Field: p.Key, Value: p.Value, Allowed: allowedKeys()})
		case o == nil:
			spec = append(spec, p)
		default:
			if e := o.read(&lab.Options, p.Value); e != nil {
				wrong = append(wrong, e)
			}
		}
		seen[p.Key] = true
	}
	if lab.Spec, err = experiment.Parse(query.Format(spec...)); err != nil {
		lab.Spec = experiment.Default()
		wrong = append(wrong, fieldError(err, text))
	}
	if lab.Spec.Data == experiment.OwnData {
		lab.Spec = experiment.Default()
		wrong = append(wrong, &experiment.FieldError{Field: "data", Value: experiment.OwnData, Allowed: "data that an address can hold: a reader's own points do not travel with it"})
	}
	return lab, wrong
}

// allowedKeys says what an address may hold.
func allowedKeys() string {
	var out []string
	for _, o := range All {
		out = append(out, o.Key)
	}
	return "one of " + strings.Join(out, ", ") + ", or a setting such as data or g.lr"
}

// optionOf is the option of an address's key, or nil where it is not ours.
func optionOf(key string) *Option {
	if own, ok := strings.CutPrefix(key, viewPrefix); ok {
		if own != "layers" && own != "speed" && own != "theme" {
			return nil
		}
		key = own
	}
	return Find(key)
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
	var parts []string
	if s := l.Spec.String(); s != "" {
		parts = append(parts, s)
	}
	was := Defaults()
	for _, o := range All {
		if v := o.Get(&l.Options); v != o.Get(&was) {
			parts = append(parts, query.Format(query.Pair{Key: o.Key, Value: v}))
		}
	}
	return strings.Join(parts, "&")
}

// Page is the address of a whole page with the lab's experiment, as app.New reads it.
func (l Lab) Page() string {
	parts := []string{"view.layers=" + l.Layers.String(), "view.speed=" + speeds()[l.Speed], "view.theme=" + string(l.Theme)}
	if s := l.Spec.String(); s != "" {
		parts = append([]string{s}, parts...)
	}
	return strings.Join(parts, "&")
}
