// Package script says what determines a run: the Spec that it began with, and every turn of a knob and every stretch in which one player
// trained alone, each with its step. From the same script come the same bits.
//
// A script is text, a URL query: the Spec's own fields, and with the key "turns" what happened on the way,
//
//	data=moons&turns=300:g.lr:0.001/d.lr:0.002,450:d*20
//
// which is moons, with both learning rates turned at once after step 300, and the discriminator trained alone for 20 steps after step 450. The package knows no fields: what a key means and what it may hold is the family's of the run (core/run).
package script

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/query"
)

// Key is the key that turns have in a query. No field of a Spec has it.
const Key = "turns"

// MaxTurns is the most turns that a script has, so that its text stays within what one message carries.
const MaxTurns = 4096

// Script is a Spec and its turns, in the order in which they happen.
type Script struct {
	Spec  string // a query: see core/experiment
	Turns []Turn
}

// Turn is knobs that were turned at once, or a stretch of single-player steps, which has no knobs.
type Turn struct {
	Step  uint64       // how many steps had been done
	Knobs []query.Pair // by field: {"g.lr", "0.001"}
	Who   string       // the way to train: "d", "g"
	N     uint64       // steps of it, at least 1
}

// Knobs is a turn of knobs.
func Knobs(step uint64, pairs ...query.Pair) Turn { return Turn{Step: step, Knobs: pairs} }

// Stretch is n steps trained another way than usual.
func Stretch(step uint64, who string, n uint64) Turn { return Turn{Step: step, Who: who, N: n} }

// Stretch reports whether the turn is a stretch.
func (t Turn) Stretch() bool { return len(t.Knobs) == 0 }

// End is the step after which the turn has no more to say: a stretch's last, or the turn's own.
func (t Turn) End() uint64 { return t.Step + t.N }

// Error says what is wrong with a script's text.
type Error struct{ Field, Value, Allowed string }

// Error names the field, the value and what is allowed.
func (e *Error) Error() string {
	return fmt.Sprintf("%s is %q; allowed: %s", e.Field, e.Value, e.Allowed)
}

// String is the script as a query, canonical where the Spec is.
func (s Script) String() string {
	if len(s.Turns) == 0 {
		return s.Spec
	}
	turns := query.Format(query.Pair{Key: Key, Value: s.Text()})
	if s.Spec == "" {
		return turns
	}
	return s.Spec + "&" + turns
}

// Text is the turns alone, as they stand behind their key; empty where there are none.
func (s Script) Text() string {
	texts := make([]string, len(s.Turns))
	for i, t := range s.Turns {
		texts[i] = t.String()
	}
	return strings.Join(texts, ",")
}

// String is "300:g.lr:0.001/d.lr:0.002" for knobs and "450:d*20" for a stretch.
func (t Turn) String() string {
	step := strconv.FormatUint(t.Step, 10) + ":"
	if t.Stretch() {
		return step + t.Who + "*" + strconv.FormatUint(t.N, 10)
	}
	knobs := make([]string, len(t.Knobs))
	for i, k := range t.Knobs {
		knobs[i] = k.Key + ":" + k.Value
	}
	return step + strings.Join(knobs, "/")
}

// Parse reads what String writes. Only the turns are looked at; the Spec is what is left, as it stands. The error is an *Error.
func Parse(text string) (Script, error) {
	var spec []string
	turns, seen := "", false
	for part := range strings.SplitSeq(text, "&") {
		key, value, _ := strings.Cut(part, "=")
		if key != Key {
			if part != "" {
				spec = append(spec, part)
			}
			continue
		}
		if seen {
			return Script{}, &Error{Key, value, "the key once"}
		}
		seen = true
		var err error
		if turns, err = query.Unescape(value); err != nil {
			return Script{}, &Error{Key, value, "two hexadecimal digits after every %"}
		}
	}
	s := Script{Spec: strings.Join(spec, "&")}
	if turns == "" {
		return s, nil
	}
	for item := range strings.SplitSeq(turns, ",") {
		t, ok := parseTurn(item)
		if !ok {
			return Script{}, &Error{Key, item, "STEP:KEY:VALUE/KEY:VALUE, or STEP:WHO*STEPS"}
		}
		s.Turns = append(s.Turns, t)
	}
	return s, s.Check()
}

func parseTurn(text string) (Turn, bool) {
	first, rest, ok := strings.Cut(text, ":")
	if !ok {
		return Turn{}, false
	}
	step, ok := number(first)
	if !ok {
		return Turn{}, false
	}
	if who, n, ok := strings.Cut(rest, "*"); ok && !strings.Contains(who, ":") {
		steps, ok := number(n)
		return Stretch(step, who, steps), ok && who != ""
	}
	t := Turn{Step: step}
	for knob := range strings.SplitSeq(rest, "/") {
		key, value, ok := strings.Cut(knob, ":")
		if !ok || key == "" || value == "" || strings.Contains(value, ":") {
			return Turn{}, false
		}
		t.Knobs = append(t.Knobs, query.Pair{Key: key, Value: value})
	}
	return t, true
}

// number reads a whole number as FormatUint writes it.
func number(text string) (uint64, bool) {
	n, err := strconv.ParseUint(text, 10, 64)
	return n, err == nil && strconv.FormatUint(n, 10) == text
}

// maxStep keeps sums of steps and lengths within 64 bits.
const maxStep = 1 << 62

// Check reports whether the turns are in order: no step before the one before, no stretch that begins within another, and none empty.
func (s Script) Check() error {
	if len(s.Turns) > MaxTurns {
		return &Error{Key, strconv.Itoa(len(s.Turns)) + " turns", "at most " + strconv.Itoa(MaxTurns)}
	}
	at, end := uint64(0), uint64(0)
	for _, t := range s.Turns {
		switch {
		case t.Step > maxStep || t.N > maxStep:
			return &Error{Key, t.String(), "steps up to " + strconv.FormatUint(maxStep, 10)}
		case t.Step < at:
			return &Error{Key, t.String(), "steps in order: the turn before is at " + strconv.FormatUint(at, 10)}
		case t.Stretch() && t.N == 0:
			return &Error{Key, t.String(), "a stretch of at least 1 step"}
		case t.Stretch() && t.Step < end:
			return &Error{Key, t.String(), "a stretch after the one before, which ends at " + strconv.FormatUint(end, 10)}
		}
		at = t.Step
		if t.Stretch() {
			end = t.End()
		}
	}
	return nil
}

// Until is the script of what has happened by a step: later turns are left out, and a stretch that goes on past the step ends there.
// It shares no memory with s.
func (s Script) Until(step uint64) Script {
	out := Script{Spec: s.Spec}
	for _, t := range s.Turns {
		switch {
		case t.Step > step || t.Stretch() && t.Step == step:
			continue
		case t.End() > step:
			t.N = step - t.Step
		}
		out.Turns = append(out.Turns, t)
	}
	return out
}

// Add returns the script with one more turn at its end. A stretch that goes on where the last of its kind ends lengthens that one. It
// shares no memory with s.
func (s Script) Add(t Turn) Script {
	turns := slices.Clone(s.Turns)
	if n := len(turns); n > 0 && t.Stretch() {
		if last := &turns[n-1]; last.Stretch() && last.Who == t.Who && last.End() == t.Step {
			last.N += t.N
			return Script{s.Spec, turns}
		}
	}
	return Script{s.Spec, append(turns, t)}
}

// Way is how the step after this one is trained: the stretch's that it falls in, or otherwise the usual; and for how many steps that stays so
// at least before the next stretch begins, or 0 where none does.
func (s Script) Way(step uint64, usual string) (who string, n uint64) {
	for _, t := range s.Turns {
		switch {
		case !t.Stretch() || t.End() <= step:
		case t.Step <= step:
			return t.Who, t.End() - step
		default:
			return usual, t.Step - step
		}
	}
	return usual, 0
}
