package opt

import (
	"math"

	. "ganvas/core/graph"
)

// Schedule is a named factor over a run: 1 at its start, the final share f at its end.
type Schedule struct {
	Key   string // stable, in Specs and URLs: "cosine"
	Label string // for people
	Doc   string // one sentence for people
	// At is the factor at time t in [0, 1], with the final share in (0, 1]: scalars.
	At func(t, final *Node) *Node
}

// Schedules is the catalogue, in the order of a menu.
var Schedules = []Schedule{
	{"cosine", "Cosine", "Falls along half a cosine: slow, fast, slow.", Cosine},
	{"constant", "Constant", "Stays as it is.", Constant},
	{"linear", "Linear", "Falls by the same amount every step.", Linear},
	{"exponential", "Exponential", "Falls by the same factor every step.", Exponential},
}

// FindSchedule returns the schedule with this key.
func FindSchedule(key string) (Schedule, bool) {
	for _, s := range Schedules {
		if s.Key == key {
			return s, true
		}
	}
	return Schedule{}, false
}

// Constant is 1.
func Constant(_, _ *Node) *Node { return Scalar(1) }

// Cosine is f + (1-f)·½(1 + cos πt).
func Cosine(t, final *Node) *Node {
	half := Mul(Scalar(.5), Add(Scalar(1), Cos(Mul(Scalar(math.Pi), t))))
	return Add(final, Mul(Sub(Scalar(1), final), half))
}

// Linear is 1 - (1-f)t.
func Linear(t, final *Node) *Node { return Sub(Scalar(1), Mul(Sub(Scalar(1), final), t)) }

// Exponential is f to the power t.
func Exponential(t, final *Node) *Node { return Exp(Mul(t, Log(final))) }

// Time is where a step lies on the way to the horizon: min(step/horizon, 1), scalars.
func Time(step, horizon *Node) *Node { return Min(Scalar(1), Div(step, horizon)) }
