package app

import (
	"testing"

	"ganvas/core/experiment"
)

// Other data bring what they need, but for what somebody has turned.
func TestOtherDataBringTheirSettings(t *testing.T) {
	p := open(t, "d.lr=0.001&batch=64")
	p.tell(FieldChanged{"data", "ring8-sharp"})
	s, own := p.model.Spec, experiment.DefaultFor("ring8-sharp")
	if s.Generator.Hidden != own.Generator.Hidden || s.Steps != own.Steps {
		t.Errorf("what nobody has touched is %q, want as in %q", s, own)
	}
	if s.Discriminator.Rate != .001 || s.Batch != 64 {
		t.Errorf("what was turned is %q", s)
	}
	p.expect("the commands", p.commands(), "open?data=ring8-sharp&d.lr=0.001&batch=64 play?rate=400")

	p.tell(DefaultsWanted{})
	if p.model.Spec != own {
		t.Errorf("the defaults are %q, want %q", p.model.Spec, own)
	}
	p.tell(FieldChanged{"data", "ring8"})
	if p.model.Spec != experiment.Default() {
		t.Errorf("back at the first data it is %q", p.model.Spec)
	}
}

// The reader's own points have no classes, so that an experiment on classes cannot go on with them: it starts as these data need it.
func TestPointsTakeThePlaceOfDataWithClasses(t *testing.T) {
	p := open(t, "condition=concat")
	p.tell(PointsDropped{Name: "a.csv", Text: []byte("1,2\n3,4\n5,6\n")})
	if err := p.model.Spec.Check(); err != nil || p.model.Spec.Data != experiment.OwnData {
		t.Errorf("%q: %v", p.model.Spec, err)
	}
}
