package app

import (
	"fmt"
	"strings"
	"testing"

	"ganvas/core/experiment"
)

// rowsOf is a file of so many rows of two columns.
func rowsOf(n int) []byte {
	var b strings.Builder
	b.WriteString("x,y\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%d\n", i*7919%1000, i*104729%1000)
	}
	return []byte(b.String())
}

// Own points bring the settings that they are usually learnt with, which count as unchanged; what has been touched stays, and comes along to other data,
// what the points brought does not.
func TestOwnPointsBringTheirSettings(t *testing.T) {
	p := open(t, "g.lr=0.003&seed=5")
	p.tell(PointsDropped{Name: "a.csv", Text: rowsOf(150)})
	s := p.model.Spec
	if s.Data != experiment.OwnData || s.Rows != 113 || s.Seed != 5 || s.Generator.Rate != .003 {
		t.Errorf("it runs %q", s)
	}
	if changed := p.model.Changed(); len(changed) != 2 {
		t.Errorf("%d settings count as changed, want the rate and the seed", len(changed))
	}
	p.tell(PointsDropped{Name: "b.csv", Text: rowsOf(1000)})
	if s = p.model.Spec; s.Rows != 750 || s.Seed != 5 {
		t.Errorf("another file runs %q", s)
	}
	p.tell(FieldChanged{Key: "data", Text: "moons"})
	if want := parsed(t, "data=moons&seed=5&g.lr=0.003"); p.model.Spec != want {
		t.Errorf("moons run %q, want %q", p.model.Spec, want)
	}
	p.tell(FieldChanged{Key: "data", Text: experiment.OwnData})
	if p.model.Spec != s {
		t.Errorf("the points again run %q, want %q", p.model.Spec, s)
	}
}

// What another program has found out is taken as it is.
func TestSettingsOfPointsAreTaken(t *testing.T) {
	p := open(t, "")
	p.tell(PointsDropped{Name: "a.csv", Text: rowsOf(150), Rows: 150, Usual: "data=csv&rows=113&noise=mixture&blobs=3"})
	if s := p.model.Spec; s.Rows != 113 || s.Blobs != 3 || len(p.model.Changed()) > 0 {
		t.Errorf("it runs %q, %d changed", s, len(p.model.Changed()))
	}
}

// Axes are asked for with pulls, and in the address where points have more than two columns.
func TestAxesAreChosen(t *testing.T) {
	for _, c := range []struct {
		shown string
		first bool
		axis  string
		want  string
	}{
		{"", true, "3", "3,2"}, {"", false, "1", "2,1"}, {"1,3", true, "3", "3,1"}, {"1,3", false, PrincipalAxes, PrincipalAxes},
		{PrincipalAxes, true, "1", "1,2"}, {PrincipalAxes, false, "1", "2,1"}, {PrincipalAxes, true, "3", "3,1"},
	} {
		if got := (Model{Axes: c.shown}).AxesWith(c.first, c.axis); got != c.want {
			t.Errorf("%q with %s (first: %v) are %q, want %q", c.shown, c.axis, c.first, got, c.want)
		}
	}
	p := open(t, "")
	p.tell(AxesChosen{Axes: "1,3"})
	if q := p.model.PullCommand(Pull{}).Query; !strings.Contains(q, "axes=1,3") || !strings.Contains(q, "constants=1") {
		t.Errorf("it asks for %q", q)
	}
	for _, wrong := range []string{"", "1", "1,1", "0,2", "x,y", "01,2"} {
		if p.tell(AxesChosen{Axes: wrong}); p.model.Axes != "1,3" {
			t.Errorf("%q becomes %q", wrong, p.model.Axes)
		}
	}
}
