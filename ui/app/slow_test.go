package app

import (
	"strings"
	"testing"
)

const slowLink = "g=512,512,512,512,512,512,512,512&d=512,512,512,512,512,512,512,512&g.updates=16&d.updates=16&batch=256"

// A link whose steps take long trains nothing before the reader wants it: by the button that asks, or by any that trains.
func TestASlowLinkAsksFirst(t *testing.T) {
	for _, c := range []struct {
		name, query string
		msg         Msg
		want        string
	}{
		{"train it", slowLink, SlowAgreed{}, "play?rate=400"},
		{"train it to a step", slowLink + "&view.at=40", SlowAgreed{}, "step?n=40&who=both"},
		{"the usual button", slowLink, PlayToggled{}, "play?rate=400"},
		{"a step", slowLink, Stepped{"both"}, "step?n=1&who=both"},
		{"to a step", slowLink, StepGone{3}, "step?n=3&who=both"},
	} {
		p := &page{t: t, model: New(Start{Query: c.query})}
		p.tell(WorkerReady{Machine: "simd"})
		p.snapshot(0)
		if got := p.commands(); !p.model.Asking || p.model.Playing || strings.Contains(got, "play") || strings.Contains(got, "step") {
			t.Errorf("%s: asking %t, playing %t, commands %q", c.name, p.model.Asking, p.model.Playing, got)
		}
		p.tell(VisibilityChanged{Seen: false})
		p.tell(VisibilityChanged{Seen: true})
		p.expect(c.name+": out of sight and back", p.commands(), "pause?")
		p.tell(c.msg)
		p.expect(c.name, p.commands(), c.want)
		if p.model.Asking {
			t.Errorf("%s: it still asks", c.name)
		}
	}
}

// A run that has been agreed to is not asked about again by a reset, but by another that is slow; and what is quick is never asked about.
func TestSlownessIsAskedOncePerRun(t *testing.T) {
	p := open(t, slowLink)
	p.tell(SlowAgreed{})
	p.tell(WasReset{})
	if p.model.Asking || !p.model.Playing {
		t.Error("a reset asks again")
	}
	p.tell(FieldChanged{"seed", "5"})
	if !p.model.Asking || p.model.Playing {
		t.Error("another slow run is not asked about")
	}
	p.tell(DefaultsWanted{})
	if p.model.Asking || !p.model.Playing {
		t.Error("the usual settings are asked about, or do not train")
	}
}
