package session

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/core/wire"
	"ganvas/ui/app"

	"pgregory.net/rapid"
)

// visit is a page with its worker, from a link on.
type visit struct {
	t       *rapid.T
	model   app.Model
	session *Session
	pulls   int
	seconds float64
}

// begin does what the boot script does, and then the page's program.
func begin(t *rapid.T, link string) *visit {
	s, _ := listener()
	v := &visit{t: t, model: app.New(app.Start{Query: link}), session: s}
	v.command(wire.NewCommand("start", query.Pair{Key: "address", Value: link}))
	v.tell(app.AddressChanged{Text: link})
	v.tell(app.WorkerReady{Machine: "go"})
	return v
}

func (v *visit) tell(msg app.Msg) {
	next, effects := app.Update(v.model, msg)
	v.model = next
	for _, e := range effects {
		switch e := e.(type) {
		case app.Send:
			v.command(e.Command)
		case app.Pull:
			v.pulls++
		case app.Wait: // the browser's timer
			v.seconds += e.Seconds
			v.tell(app.Waited{Seconds: v.seconds})
		}
	}
}

// command goes to the worker as text; what it says of it comes back.
func (v *visit) command(c wire.Command) {
	parsed, err := wire.ParseCommand(c.String())
	if err == nil {
		_, err = v.session.Do(parsed, nil)
	}
	switch {
	case err == nil:
	case strings.Contains(err.Error(), "still to be trained"): // a run on the way to a step takes no other
		v.tell(app.WorkerFailed{Text: err.Error(), Verb: c.Verb})
	default:
		v.t.Fatalf("%s: %v", c, err)
	}
}

// live lets the worker work, and answers what has been asked for.
func (v *visit) live() {
	if _, _, err := v.session.Work(); err != nil {
		v.t.Fatal(err)
	}
	pulls := v.pulls
	for v.pulls = 0; pulls > 0; pulls-- {
		shot, err := v.session.Do(wire.Command{Verb: "pull"}, nil)
		if err != nil {
			v.t.Fatal(err)
		}
		v.seconds += 0.02
		v.tell(app.SnapshotCame{Snapshot: shot, Seconds: v.seconds})
	}
}

// However a link is damaged and whatever a reader does then, the worker has an experiment for each command, and there is a run in the end.
func TestAPageAlwaysHasARun(t *testing.T) {
	links := []string{"", "?data=moons&seed=%", "?pac=3&fbclid=x", "#!data=dirac&&=5", "?data=csv", "?g.lr=banana&lr=3#lesson=three", "?view.speed=warp&view.at=40", "?%zz", "?seed=1&seed=2"}
	msgs := []app.Msg{app.PlayToggled{}, app.Stepped{Who: "d"}, app.WasReset{}, app.SeedDrawn{Seed: 3}, app.FieldChanged{Key: "data", Text: "ring"},
		app.FieldChanged{Key: "g.lr", Text: "banana"}, app.FieldChanged{Key: "r1", Text: "0.5"}, app.PresetWanted{Key: "collapse"}, app.CureWanted{}, app.SpeedChosen{Index: 3},
		app.LessonWanted{Key: "three"}, app.LessonLeft{}, app.DefaultsWanted{}, app.SurveyToggled{}, app.LinkWanted{}}
	rapid.Check(t, func(t *rapid.T) {
		v := begin(t, rapid.SampledFrom(links).Draw(t, "link"))
		for range rapid.IntRange(0, 12).Draw(t, "messages") {
			if rapid.Bool().Draw(t, "by address") {
				v.tell(app.AddressChanged{Text: rapid.SampledFrom(links).Draw(t, "to")})
			} else {
				v.tell(rapid.SampledFrom(msgs).Draw(t, "message"))
			}
			if rapid.Bool().Draw(t, "then") {
				v.live()
			}
		}
		v.live()
		if v.session.lane(0).run == nil || v.model.Fault != "" || v.model.Lost {
			t.Fatalf("at the end of %s the page says %q, lost %v", v.model.Link(), v.model.Fault, v.model.Lost)
		}
		if err := v.model.Spec.Check(); err != nil || v.model.Spec.Data == experiment.OwnData {
			t.Fatalf("%v of %s", err, v.model.Spec)
		}
	})
}
