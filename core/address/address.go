// Package address takes a page's address apart and puts it together. It is the one place that does: the worker, the page and labs each hand it
// what stands behind the path, as the browser has it, and get an Address.
//
// An address holds keys and values of an experiment (core/experiment), its script of turns, the lesson that is open, and keys of whoever
// asks, each a Key: the page's "view.speed", a lab's "panels". As text it is "?data=moons&view.speed=60#lesson=what-is-a-gan&step=2", or, where a
// page may not change its query, all of it behind "#!".
//
// Links are damaged on their way: systems add keys, escape twice, cut; people type. So Parse never fails. What is known is used, what is not is
// named in a Note and is gone when the address is next written. String writes what Parse reads: Parse(a.String()) is a, without Notes.
//
// It is for links. Commands, saved files and tests say what they mean, and are read by experiment.Parse.
package address

import (
	"ganvas/core/form"
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// Address is what a link asks for. All of it is in force as it stands: the Spec passes Check.
type Address struct {
	Spec experiment.Spec
	// Turns is the script of the run's turns, which this package carries as it stands; empty where there are none.
	Turns string
	// Own are the pairs of the reader's keys that were taken, in the order of the keys.
	Own    []query.Pair
	Lesson string // the key of the lesson that is open, or empty
	Step   int    // of the lesson, from 1, or 0 for where its reader left off
	Notes  []Note // what was not taken as it stands
}

// Key is a key of an address that is neither an experiment's nor a lesson's.
type Key struct {
	Name    string
	Allowed string // for people: what it takes
	// Take puts a value in force, or reports that there is no such value.
	Take func(value string) bool
}

// The keys that every address may have beside an experiment's.
const (
	turnsKey  = "turns"
	lessonKey = "lesson"
	stepKey   = "step" // of a lesson
	checkKey  = "ok"
)

// MaxStep bounds the steps of a lesson that a link may ask for.
const MaxStep = 99

// Parse reads what stands in a page's address behind its path, or a whole link, or a query alone.
func Parse(text string, keys []Key) Address {
	pairs, notes := split(text)
	r := reader{Address: Address{Notes: notes}, keys: keys, lesson: holds(pairs, lessonKey)}
	r.chooseFamily(pairs)
	for _, p := range pairs {
		r.take(p)
	}
	r.tellTwice()
	spec, wrong := experiment.ReadBy(r.grammar, r.spec)
	r.Spec = spec
	for _, e := range wrong {
		r.Notes = append(r.Notes, refused(e))
	}
	if e := turnsFault(r.Address); e != nil {
		r.Turns = ""
		r.Notes = append(r.Notes, refused(e))
	}
	r.check(pairs)
	r.Own = r.inOrder()
	return r.Address
}

// chooseFamily takes the last family of those that pairs name and that there are, and tells of others.
func (r *reader) chooseFamily(pairs []query.Pair) {
	r.grammar, _ = form.Grammar(form.Players)
	for _, p := range pairs {
		if p.Key != form.Key || r.find(p.Key) != nil {
			continue
		}
		r.count(p.Key)
		g, ok := form.Grammar(experiment.Plain(p.Value))
		if !ok {
			r.Notes = append(r.Notes, refused(form.Unknown(p.Value)))
			continue
		}
		r.grammar = g
	}
}

func holds(pairs []query.Pair, key string) bool {
	_, ok := query.Get(pairs, key)
	return ok
}

// reader takes pairs one by one; of a key that is given twice the last value that is good counts.
type reader struct {
	Address
	keys    []Key
	lesson  bool // the address names one, so that step is its
	spec    []query.Pair
	grammar experiment.Grammar[experiment.Spec] // of the family that the address names
	own     map[string]string                   // values in force, by key
	seen    []string
	twice   []string
	ok      string // the check that the link brings along
}

func (r *reader) take(p query.Pair) {
	k := r.find(p.Key)
	switch {
	case foreign(p.Key) || p.Key == form.Key:
		return
	case k == nil && p.Key == checkKey:
		r.ok = p.Value
		return
	case k == nil && r.grammar.Fields.Find(p.Key) == nil && !r.common(p.Key):
		r.Notes = append(r.Notes, unknown(p, r.nearest(p.Key)))
		return
	}
	r.count(p.Key)
	switch {
	case k != nil:
		r.takeOwn(k, p.Value)
	case p.Key == turnsKey:
		r.Turns = p.Value
	case p.Key == lessonKey:
		r.takeLesson(p.Value)
	case p.Key == stepKey && r.lesson:
		r.takeStep(p.Value)
	default:
		r.spec = append(r.spec, p)
	}
}

// common reports whether a key is one that every address may have.
func (r *reader) common(key string) bool {
	return key == turnsKey || key == lessonKey || key == stepKey && r.lesson
}

func (r *reader) find(name string) *Key {
	for i := range r.keys {
		if r.keys[i].Name == name {
			return &r.keys[i]
		}
	}
	return nil
}

func (r *reader) takeOwn(k *Key, value string) {
	if !r.takeReading(k, experiment.Readings(value)...) {
		r.takeReading(k, experiment.Left(value))
		r.refuse(k.Name, value, k.Allowed)
	}
}

// takeReading takes the first of a value's readings that is good, and reports whether there is one.
func (r *reader) takeReading(k *Key, readings ...string) bool {
	for _, v := range readings {
		if k.Take(v) {
			if r.own == nil {
				r.own = map[string]string{}
			}
			r.own[k.Name] = v
			return true
		}
	}
	return false
}

func (r *reader) refuse(key, value, allowed string) {
	r.Notes = append(r.Notes, refused(&experiment.FieldError{Field: key, Value: value, Allowed: allowed}))
}

func (r *reader) takeLesson(value string) {
	for _, key := range experiment.Readings(value) {
		if isLesson(key) {
			r.Lesson = key
			return
		}
	}
	r.refuse(lessonKey, value, "the name of a lesson: small letters, digits and -")
}

func (r *reader) takeStep(value string) {
	for _, text := range experiment.Readings(value) {
		if n, err := strconv.ParseUint(text, 10, 32); err == nil && 1 <= n && n <= MaxStep {
			r.Step = int(n)
			return
		}
	}
	r.refuse(stepKey, value, "a whole number from 1 to "+strconv.Itoa(MaxStep))
}

// isLesson reports whether a key can be a lesson's: it becomes part of a path.
func isLesson(key string) bool {
	for _, c := range []byte(key) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return key != "" && len(key) <= 64
}

// inOrder are the pairs of the reader's keys.
func (r *reader) inOrder() (own []query.Pair) {
	for _, k := range r.keys {
		if v, ok := r.own[k.Name]; ok {
			own = append(own, query.Pair{Key: k.Name, Value: v})
		}
	}
	return own
}

// WithoutPoints is the address for whoever does not have the points of its author, which do not travel with a link: with other data, and a Note
// where it asks for them.
func (a Address) WithoutPoints() Address {
	if !a.Spec.Owns() {
		return a
	}
	a.Notes = append(a.Notes[:len(a.Notes):len(a.Notes)], Note{Field: "data", Value: experiment.OwnData, Allowed: pointsAllowed,
		Text: "This link was made with its author's own points, which do not travel with it: drop a CSV of points onto the plane."})
	a.Spec = elsewhere(a.Spec)
	return a
}

const pointsAllowed = "data that a link can hold: a reader's own points do not travel with it"

// elsewhere is the Spec with default data, and the defaults of these alone where the rest makes no sense with them.
func elsewhere(s experiment.Spec) experiment.Spec {
	data := experiment.Default().Data
	if f := s.Find(experiment.Made); f != nil && f.Get(&s) == experiment.OwnData {
		_ = f.Set(&s, f.Choices[0].Key) // what is learnt, which goes with any data
	}
	if next, err := s.With(query.Format(query.Pair{Key: "data", Value: data})); err == nil {
		return next
	}
	return s.Usual(data)
}

// Script is the run that the address asks for, as text: see core/script.
func (a Address) Script() string {
	s := a.Spec.String()
	if a.Turns == "" {
		return s
	}
	turns := query.Format(query.Pair{Key: turnsKey, Value: a.Turns})
	if s == "" {
		return turns
	}
	return s + "&" + turns
}
