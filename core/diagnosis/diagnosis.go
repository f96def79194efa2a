// Package diagnosis names what goes wrong in a GAN's training, from what is recorded and measured of a run: what is seen, why it is so and what
// would mend it. It knows nothing of how a run is trained, and looks at no weights. A rule is a pure function; tests hold each to a run that must
// trigger it and to healthy ones that must not.
package diagnosis

import (
	"ganvas/core/experiment"
	"ganvas/core/wire"
)

// Look is what is known of a run at a step.
type Look struct {
	Spec experiment.Spec
	// Trace is the history of the records up to the step, Measures those of the step or shortly before.
	Trace    wire.Trace
	Measures []wire.Measure
	Step     uint64
	Points   int // how many points the data have, or 0 where they are drawn anew for ever
	// Most is the most modes that were covered at an earlier measurement, at the step MostAt; 0 where that is not known.
	Most   int
	MostAt uint64
}

// Finding is what a rule says of a Look.
type Finding struct {
	Rule
	Fact string // what is seen, with its numbers
}

// Rule is one thing that can go wrong.
type Rule struct {
	Key   string // stable
	Title string // in a few words
	Why   string
	Helps string // what would mend it
	Try   string // fields to set, as a query, or empty where there is none; see TryFor
	seen  func(Look) (fact string, ok bool)
	try   func(experiment.Spec) string // in place of Try, where it depends
}

// Of is the weightiest thing that goes wrong, and whether there is one.
func Of(l Look) (Finding, bool) {
	for _, r := range Rules {
		if fact, ok := r.seen(l); ok {
			if r.try != nil {
				r.Try = r.try(l.Spec)
			}
			return Finding{r, fact}, true
		}
	}
	return Finding{}, false
}

// early is how many steps pass before anything but too few points is said: until then every run looks ill.
const early = 150

// lately is the mean of a column over the last fifth of the trace and whether there is one.
func (l Look) lately(key string) (float64, bool) {
	values := l.Trace.Column(key)
	values = values[len(values)-len(values)/5:]
	sum := 0.0
	for _, v := range values {
		sum += float64(v)
	}
	return sum / float64(len(values)), len(values) > 0
}

// stays is how far a column goes from its least to its most in the last fifth of the trace.
func (l Look) stays(key string) float64 {
	values := l.Trace.Column(key)
	if len(values) < 5 {
		return 0
	}
	return span(values[len(values)-len(values)/5:])
}

// measure is a measure and what a perfect generator scores, and whether it is there.
func (l Look) measure(key string) (value, floor float64, ok bool) {
	for _, m := range l.Measures {
		if m.Key == key {
			return m.Value, m.Floor, m.Value == m.Value
		}
	}
	return 0, 0, false
}
