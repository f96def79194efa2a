package embed

import (
	"ganvas/core/picture"
	"strings"
	"testing"

	"ganvas/core/wire"
	"ganvas/ui/app"

	"github.com/google/go-cmp/cmp"
)

const site, course = "https://ganvas.example", "https://course.example"

// lab is a lab's page that shows a run at step 5.
func lab(query string) app.Model {
	m := app.New(app.Start{Query: query})
	m, _ = app.Update(m, app.WorkerReady{Machine: "simd"})
	m, _ = app.Update(m, app.SnapshotCame{Snapshot: &wire.Snapshot{Step: 5}, Seconds: 1})
	return m
}

func TestCommandsBecomeMessagesOfThePage(t *testing.T) {
	o := Options{Origins: []string{course}, Lang: "en", Panels: []string{"plane"}}
	for _, test := range []struct {
		text Message
		want []app.Msg
	}{
		{Message{"type": "ganvas:set", "key": "g.lr", "value": "0.001"}, []app.Msg{app.FieldChanged{Key: "g.lr", Text: "0.001"}}},
		{Message{"type": "ganvas:open", "spec": "data=moons&seed=3"}, []app.Msg{app.SpecWanted{Query: "data=moons&seed=3"}}},
		{Message{"type": "ganvas:play"}, []app.Msg{app.PlayWanted{On: true}}},
		{Message{"type": "ganvas:play", "rate": "60", "version": "1"}, []app.Msg{app.SpeedChosen{Index: 7}, app.PlayWanted{On: true}}},
		{Message{"type": "ganvas:pause"}, []app.Msg{app.PlayWanted{On: false}}},
		{Message{"type": "ganvas:reset"}, []app.Msg{app.WasReset{}}},
		{Message{"type": "ganvas:train", "n": "100"}, []app.Msg{app.StepsWanted{N: 100}}},
		{Message{"type": "ganvas:train", "who": "d"}, []app.Msg{app.Stepped{Who: "d"}}},
		{Message{"type": "ganvas:layers", "value": "real,generated"}, []app.Msg{app.LayersWanted{Layers: picture.Real | picture.Generated}}},
		{Message{"type": "ganvas:theme", "value": "dark"}, []app.Msg{app.ThemeChosen{Theme: app.Dark}}},
	} {
		msgs, answer := Hear(&o, course, site, test.text, lab(""))
		if d := cmp.Diff(test.want, msgs); d != "" || answer != nil {
			t.Errorf("%v: %s, answer %v", test.text, d, answer)
		}
		test.text["id"] = "17"
		if _, answer := Hear(&o, course, site, test.text, lab("")); answer["type"] != "ganvas:done" || answer["to"] != "17" {
			t.Errorf("%v: the answer is %v", test.text, answer)
		}
	}
}

func TestWrongMessagesAreAnsweredInWords(t *testing.T) {
	o := Options{Origins: []string{course}}
	for _, test := range []struct {
		text                  Message
		field, value, allowed string
	}{
		{Message{"type": "ganvas:explode"}, "type", "ganvas:explode", "ganvas:set"},
		{Message{"type": "ganvas:play", "version": "2"}, "version", "2", "1"},
		{Message{"type": "ganvas:set", "key": "constructor", "value": "1"}, "key", "constructor", "g.lr"},
		{Message{"type": "ganvas:set"}, "key", "", "g.lr"},
		{Message{"type": "ganvas:set", "key": "g.lr", "value": "[object]"}, "g.lr", "[object]", "number"},
		{Message{"type": "ganvas:set", "key": "data", "value": "csv"}, "data", "csv", "travel"},
		{Message{"type": "ganvas:open", "spec": "data=unicorns"}, "data", "unicorns", "moons"},
		{Message{"type": "ganvas:play", "rate": "1e308"}, "rate", "1e308", "max"},
		{Message{"type": "ganvas:train", "n": "1000000000"}, "n", "1000000000", "100000"},
		{Message{"type": "ganvas:train", "n": "-1"}, "n", "-1", "100000"},
		{Message{"type": "ganvas:train", "n": "2", "who": "d"}, "n", "2", "1"},
		{Message{"type": "ganvas:train", "who": "everyone"}, "who", "everyone", "both"},
		{Message{"type": "ganvas:layers", "value": "x"}, "value", "x", "manifold"},
		{Message{"type": "ganvas:theme", "value": "x"}, "value", "x", "dark"},
	} {
		msgs, answer := Hear(&o, course, site, test.text, lab(""))
		if msgs != nil || answer["type"] != "ganvas:error" || answer["field"] != test.field || answer["value"] != test.value {
			t.Errorf("%v: %v, %v", test.text, msgs, answer)
			continue
		}
		if allowed := answer["allowed"].(string); !strings.Contains(allowed, test.allowed) || !strings.Contains(answer["text"].(string), allowed) {
			t.Errorf("%v: the answer says %v", test.text, answer)
		}
	}
	for _, text := range []Message{{}, {"type": "slide"}, {"type": "GANVAS:play"}} {
		if msgs, answer := Hear(&o, course, site, text, lab("")); msgs != nil || answer != nil {
			t.Errorf("%v is not meant for a lab: %v, %v", text, msgs, answer)
		}
	}
}

func TestWhoMayCommand(t *testing.T) {
	for _, test := range []struct {
		listed       string
		origin, site string
		may          bool
	}{
		{"", course, site, false},
		{"", site, site, true},
		{"", "http://ganvas.example", site, false},
		{"", site + ":8443", site, false},
		{"", "https://ganvas.example.evil.example", site, false},
		{"", "null", "null", false}, // two files, or two sandboxed frames, are strangers
		{"", "", "", false},
		{"null", "null", "null", true},
		{"null", course, site, false},
		{course, course, site, true},
		{course, "https://course.example:444", site, false},
		{course, "https://sub.course.example", site, false},
		{course, site, site, true},
		{"*", "https://anyone.example", site, true},
		{"*", "null", "null", true},
	} {
		var o Options
		if !setOrigins(&o, test.listed) {
			t.Fatalf("%q is not allowed", test.listed)
		}
		if got := o.MayCommand(test.origin, test.site); got != test.may {
			t.Errorf("origin=%s: a page of %q commands a lab of %q: %v", test.listed, test.origin, test.site, got)
		}
		msgs, answer := Hear(&o, test.origin, test.site, Message{"type": "ganvas:pause"}, lab(""))
		if (msgs != nil) != test.may || (answer != nil) == test.may {
			t.Errorf("origin=%s from %q: %v, %v", test.listed, test.origin, msgs, answer)
		}
		if _, state := Hear(&o, test.origin, test.site, Message{"type": "ganvas:ask"}, lab("seed=3")); state["type"] != "ganvas:state" || state["spec"] != "seed=3" {
			t.Errorf("a page of %q may not read: %v", test.origin, state)
		}
	}
}

// Whatever a page says, the answer is nothing, good, or an error that says why; and what it does to the page leaves a Spec without a fault.
func FuzzHear(f *testing.F) {
	f.Add("ganvas:set", "g.lr", "0.001", "", "both", "1", course)
	f.Add("ganvas:open", "", "", "data=moons", "", "", course)
	f.Add("ganvas:train", "", "", "", "both", "99999999999", course)
	f.Add("ganvas:layers", "", "none", "", "", "", "null")
	f.Add("ganvas:set", "g", "8,8:tanh", "", "", "", site)
	f.Fuzz(func(t *testing.T, kind, key, value, spec, who, n, origin string) {
		o := Defaults()
		o.Origins = []string{course}
		m := lab("")
		text := Message{"type": kind, "key": key, "value": value, "spec": spec, "who": who, "n": n, "id": "1"}
		msgs, answer := Hear(&o, origin, site, text, m)
		if msgs != nil && !o.MayCommand(origin, site) {
			t.Fatalf("%q commands: %v", origin, msgs)
		}
		if strings.HasPrefix(kind, Prefix) != (answer != nil) {
			t.Fatalf("%q is answered with %v", kind, answer)
		}
		for _, msg := range msgs {
			m, _ = app.Update(m, msg)
		}
		if err := m.Spec.Check(); err != nil || len(m.Drafts) > 0 {
			t.Errorf("%v leaves %v, %v", text, err, m.Drafts)
		}
		for field, v := range answer {
			if s, ok := v.(string); ok && field != "allowed" && len(s) > 4*MaxAddress {
				t.Errorf("the answer's %s has %d bytes", field, len(s))
			}
		}
	})
}
