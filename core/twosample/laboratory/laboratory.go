// Package laboratory is an experiment with two laws and a statistic, piece by piece: one test of two clouds by permutation, then what the statistic is of
// many draws of clouds as large, of one law and of two, from which errors of both kinds are counted at any threshold, then the power at other sizes.
//
// Each piece takes some milliseconds at most, so that who shows it stays awake.
package laboratory

import (
	"fmt"
	"slices"

	"ganvas/core/random"
	"ganvas/core/twosample"
	"ganvas/core/twosample/permutation"
)

// Law draws n points; chance is a stream of their own.
type Law func(chance *random.Source, n int) twosample.Cloud

// Question is what is asked.
type Question struct {
	A, B      Law
	Statistic twosample.Statistic
	N         int     // points of each cloud
	Level     float64 // of the test; it may change at any time
	Seed      uint32
}

// How much is done.
const (
	Deals      = 1000 // of the permutation test
	Draws      = 300  // of clouds of one law, and as many of two
	PowerDraws = 100  // of each at each other size
)

// Sizes are those at which the power is found.
var Sizes = []int{10, 20, 40, 80, 160, 320}

// Power is the statistic of draws of clouds of N points, of A and A, and of A and B.
type Power struct {
	N          int
	same, both []float64
}

// Share is how often a test at a level tells the two laws apart, whose threshold is the quantile of the draws of one law.
func (p Power) Share(level float64) float64 { return Above(p.both, Threshold(p.same, level)) }

// Laboratory is a question under way.
type Laboratory struct {
	Question
	Test       *permutation.Test
	CloudA     twosample.Cloud // the clouds of the test
	CloudB     twosample.Cloud
	Same, Both []float64 // the statistic of clouds of A and A, and of A and B, as far as they have been drawn
	Powers     []Power

	same, both []float64 // those of the size that is under way
	pieces     int
}

// New asks a question. The error says what is wrong with it.
func New(q Question) (*Laboratory, error) {
	if q.N < 4 {
		return nil, fmt.Errorf("clouds have %d points; allowed: at least 4", q.N)
	}
	l := &Laboratory{Question: q}
	l.CloudA, l.CloudB = q.A(l.stream("a"), q.N), q.B(l.stream("b"), q.N)
	var err error
	l.Test, err = twosample.New(q.Statistic, l.CloudA, l.CloudB, l.stream("deals"))
	return l, err
}

func (l *Laboratory) stream(name string) *random.Source {
	return random.New(l.Seed, "laboratory/"+name)
}

// Work does the next piece, and says whether there is more.
func (l *Laboratory) Work() (more bool) {
	switch {
	case len(l.Test.Null) < Deals:
		l.Test.Deal(1)
	case len(l.Both) < Draws:
		l.Same, l.Both = append(l.Same, l.drawn(l.A, l.A, l.N)), append(l.Both, l.drawn(l.A, l.B, l.N))
	case len(l.Powers) < len(Sizes):
		n := Sizes[len(l.Powers)]
		l.same, l.both = append(l.same, l.drawn(l.A, l.A, n)), append(l.both, l.drawn(l.A, l.B, n))
		if len(l.both) == PowerDraws {
			l.Powers = append(l.Powers, Power{n, l.same, l.both})
			l.same, l.both = nil, nil
		}
	default:
		return false
	}
	return true
}

// drawn is the statistic of fresh clouds of two laws.
func (l *Laboratory) drawn(a, b Law, n int) float64 {
	l.pieces++
	name := fmt.Sprint("draw", l.pieces)
	x, y := a(l.stream(name+"/a"), n), b(l.stream(name+"/b"), n)
	t, err := twosample.New(l.Statistic, x, y, nil)
	if err != nil {
		return 0 // New has seen that the laws go together
	}
	return t.Observed
}

// Above is the share of values above a threshold; 0 of none.
func Above(values []float64, threshold float64) float64 {
	n := 0
	for _, v := range values {
		if v > threshold {
			n++
		}
	}
	return float64(n) / float64(max(1, len(values)))
}

// Threshold is the value that a share of values, the level, exceeds, or less.
func Threshold(values []float64, level float64) float64 {
	all := slices.Clone(values)
	slices.Sort(all)
	return all[max(0, len(all)-1-int(level*float64(len(all))))]
}

// Beyond is the share of deals that exceed a threshold: the level of a test that has it.
func (l *Laboratory) Beyond(threshold float64) float64 { return Above(l.Test.Null, threshold) }
