package app

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"ganvas/core/lesson"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// Until is what a run is to be trained until: a step, or a goal about what is measured.
type Until struct {
	Text string // as it was asked for, or empty
	Step uint64
	Goal lesson.Goal // without conditions where it is a step
}

type (
	// UntilWanted trains the run until something, or takes it back to a step that it has passed.
	UntilWanted struct{ Until }
	// UntilUnread says that a text asks for nothing that can be waited for.
	UntilUnread struct{ Reason string }
)

func (UntilWanted) msg() {}
func (UntilUnread) msg() {}

// errUntil is what may stand in the field.
var errUntil = errors.New("give a step, such as 3000, or a measure and its value: modes = 8, js < 2 floor, high_quality > 90 %")

// ParseUntil reads a step ("3000", "step 3,000") or conditions joined by "and", as lessons' tasks have them (core/lesson), with three
// liberties: "=" for equality, "%", and "2 floor" for twice what a perfect generator scores. Names that are not known are refused.
func ParseUntil(text string, known func(name string) bool) (Until, error) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	number := strings.NewReplacer(",", "", " ", "", "\u202f", "").Replace(strings.TrimPrefix(text, "step "))
	if n, err := strconv.ParseUint(number, 10, 53); err == nil {
		return Until{Text: text, Step: n}, nil
	}
	var parts []string
	for part := range strings.SplitSeq(text, " and ") {
		parts = append(parts, plainCondition(part))
	}
	goal, err := lesson.ParseGoal(strings.Join(parts, " and "), func(name string) bool {
		measure, floor := strings.CutSuffix(name, floorOf)
		return known(measure) || !floor && lesson.IsQuantity(name) && name != "gradient" // no visible panel asks for its probe
	})
	if err != nil {
		return Until{}, errUntil
	}
	return Until{Text: text, Goal: goal}, nil
}

// floorOf ends the name of a measure's floor.
const floorOf = ".floor"

// plainCondition is a condition in the words of core/lesson.
func plainCondition(text string) string {
	for _, sense := range []string{"<=", ">=", "<", ">", "="} {
		left, right, ok := strings.Cut(text, sense)
		if !ok {
			continue
		}
		left, right = strings.TrimSpace(left), strings.TrimSpace(right)
		if n, ok := strings.CutSuffix(right, "%"); ok {
			right = strings.TrimSpace(n) + "/100"
		}
		if n, ok := cutAny(right, " floors", " floor"); ok {
			right = n + "*" + left + floorOf
		} else if right == "floor" {
			right = left + floorOf
		}
		if sense == "=" {
			return left + " within 0 of " + right
		}
		return left + " " + sense + " " + right
	}
	return text
}

func cutAny(text string, suffixes ...string) (string, bool) {
	for _, s := range suffixes {
		if rest, ok := strings.CutSuffix(text, s); ok {
			return rest, true
		}
	}
	return text, false
}

// measured looks names up in a Snapshot whose measures are of its own step; others are not known.
func measured(s *wire.Snapshot) lesson.Lookup {
	read := lesson.Reading(s)
	return func(name string) float64 {
		key, floor := strings.CutSuffix(name, floorOf)
		for _, m := range s.Measures {
			switch {
			case m.Key == key && m.Step != s.Step:
				return math.NaN()
			case m.Key == key && floor:
				return m.Floor
			}
		}
		return read(name)
	}
}

// waitsUntil trains the run until something.
func (m Model) waitsUntil(u Until) (Model, []Effect) {
	if len(u.Goal.Conditions) == 0 {
		m.rewind, m.until = rewind{}, Until{}
		return m.gone(u.Step)
	}
	m, effects := m.played(true)
	if m.Playing {
		m.until = u
		m.Notice = "Training until " + u.Text + "."
	}
	return m, effects
}

// Until is what the run is trained until, or empty.
func (m Model) Until() string { return m.until.Text }

// met reports whether a Snapshot shows what the run is to be trained until.
func (m Model) met(s *wire.Snapshot) bool {
	return m.until.Text != "" && m.Playing && m.until.Goal.Holds(measured(s))
}

// reached stops the run, which has gone on meanwhile, and takes it to the very step of the Snapshot that shows what it was to be trained until.
func (m Model) reached(s *wire.Snapshot) (Model, []Effect) {
	text := m.until.Text
	m.until = Until{}
	m, effects := m.jumped(s.Step)
	m.Notice = strings.ToUpper(text[:1]) + text[1:] + ": at step " + plot.Count(int(s.Step)) + "."
	return m, append(effects, Announce{m.Notice})
}
