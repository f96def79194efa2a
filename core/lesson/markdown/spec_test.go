package markdown

import (
	"errors"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/form"
)

// Steps, solutions and claims may be of any family and of any named experiment, and the base's data go with them.
func TestSetupsOfAnyFamily(t *testing.T) {
	const text = "---\ntitle: T\nsummary: S\nminutes: 5\nbase: data=moons&seed=3\n---\n" +
		"## One\ntext\n```setup\nrun: family=vae&beta=4\npoint: beta, measure heldout\n```\n" +
		"```task\nsay: s\ngoal: heldout > -2\nwithin: 9\nsolution: beta=1\n```\n```claims\nhere: after 1\nother: family=flow after 2\nhere.divergence < other.loss\n```\n" +
		"## Two\ntext\n```setup\nrun: preset=collapse&unroll=5\n```\n## Three\ntext\n```setup\nrun:\npoint: g.lr\n```\n"
	f, err := Parse("x", text)
	if err != nil {
		t.Fatal(err)
	}
	collapse, _ := form.FindPreset("collapse")
	for _, c := range []struct{ got, want string }{
		{f.Steps[0].Setup.Run.String(), "family=vae&data=moons&seed=3&beta=4"},
		{f.Claims[0].Runs[0].Spec.String(), "family=vae&data=moons&seed=3&beta=4"},
		{f.Claims[0].Runs[1].Spec.String(), "family=flow&data=moons&seed=3"},
		{f.Steps[1].Setup.Run.String(), canonical(t, collapse.Query+"&unroll=5")},
		{f.Steps[2].Setup.Run.String(), "data=moons&seed=3"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func canonical(t *testing.T, text string) string {
	t.Helper()
	s, err := form.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return s.String()
}

// What a setup points at is of its own family; families and experiments that there are not are named.
func TestBadSpecsOfSetups(t *testing.T) {
	for _, c := range []struct{ rows, value, allowed string }{
		{"run: family=vae\npoint: g.lr", "g.lr", "family=vae"},
		{"run:\npoint: beta", "beta", "a field of the step's experiment"},
		{"run: family=oracle", "oracle", "one of gan, empirical"},
		{"run: family=vae&g.lr=1", "1", "only these fields"},
		{"run: preset=oracle", "oracle", "named experiment"},
		{"run: preset=collapse&beta=1", "1", "only these fields"},
	} {
		_, err := Parse("x", front+"## One\n```setup\n"+c.rows+"\n```\ntext\n")
		var e *Error
		if !errors.As(err, &e) || e.Value != c.value || !strings.Contains(e.Allowed, c.allowed) {
			t.Errorf("%q: got %v", c.rows, err)
		}
	}
	if _, err := readSpec(experiment.Default(), "preset="); err == nil {
		t.Error("a preset of no name is one")
	}
}
