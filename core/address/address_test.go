package address

import (
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/core/script"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// own are keys such as a page has.
func own() []Key {
	one := func(all ...string) func(string) bool { return func(v string) bool { return slices.Contains(all, v) } }
	return []Key{
		{"view.layers", "real, field or none", one("", "real", "real,field")},
		{"view.speed", "60 or max", one("60", "max")},
		{"view.theme", "light or dark", one("light", "dark")},
	}
}

var specs = cmp.Comparer(func(a, b experiment.Spec) bool { return a == b })

func texts(notes []Note) (all []string) {
	for _, n := range notes {
		all = append(all, n.Text)
	}
	return all
}

// What is known is in force and what is not is named: the kinds of damage that links take.
func TestDamagedLinks(t *testing.T) {
	for _, c := range []struct {
		link, query string
		says        []string // of the notes, in order
	}{
		{"", "", nil},
		{"?data=moons&seed=3&fbclid=AbC", "data=moons&seed=3", nil},
		{"?data=moons&seed=3&utm_source=mail&utm_medium=x&_gl=1*2", "data=moons&seed=3", nil},
		{"data=moons?seed=3", "data=moons&seed=3", nil},
		{"ganvas.html?data=moons?seed=3", "data=moons&seed=3", nil},
		{"?data=moons&seed=%", "data=moons", []string{"seed=%"}},
		{"?data=moons&seed=3&seed=%zz", "data=moons&seed=3", []string{"seed=%zz"}},
		{"?data=moons&data=ring&seed=3", "data=ring&seed=3", []string{"data"}},
		{"?g.lr=banana&data=moons", "data=moons", []string{`g.lr: "banana" is not allowed; give a number from 0 to 10`}},
		{"?data=moons&seed=5&seed=banana", "data=moons&seed=5", []string{"seed", `seed: "banana"`}},
		{"?data=moons&lr=0.1", "data=moons", []string{`"lr": did you mean g.lr?`}},
		{"?dat=moons", "", []string{`"dat": did you mean data?`}},
		{"?seeds=3", "", []string{"did you mean seed?"}},
		{"?speed=max", "", []string{"did you mean view.speed?"}},
		{"?family=flow&data=moons&layers=3", "family=flow&data=moons&layers=3", nil},
		{"?family=gan&data=moons", "data=moons", nil},
		{"?FAMILY=VAE&data=moons&Beta=2", "family=vae&data=moons&beta=2", nil},
		{"?family%3Dflow%26data%3Dmoons", "family=flow&data=moons", nil},
		{"?family=oracle&data=moons", "data=moons", []string{`family: "oracle" is not allowed; give one of gan, empirical`}},
		{"?family=&data=moons", "data=moons", []string{"family"}},
		{"?family=flow&g.lr=3&layers=99", "family=flow", []string{`"g.lr"`, "from 1 to 16"}},
		{"?family=flow&data=digits", "family=flow", []string{"data"}},
		{"?familly=flow", "", []string{"did you mean family?"}},
		{"?family=mixture&k=64&fit=em&seed=3", "family=mixture&seed=3&fit=em", []string{"k: \"64\" is not allowed; give 24"}},
		{"?family=vae&turns=10:beta:2", "family=vae&turns=10:beta:2", nil},
		{"?family=vae&turns=10:g.lr:2", "family=vae", []string{"turns"}},
		{"?family=vae&turns=10:g.w.1.1.1:2", "family=vae", []string{"turns"}},
		{"?turns=10:g.w.1.2.1:-0.5/g.lr:0.1,20:d.w.2.3.0:1", "turns=10:g.w.1.2.1:-0.5/g.lr:0.1,20:d.w.2.3.0:1", nil},
		{"?turns=10:g.w.9.2.1:0.5&seed=3", "seed=3", []string{"turns"}},
		{"?turns=10:g.w.1.2.1:5000&seed=3", "seed=3", []string{"turns"}},
		{"?flux=3", "", []string{`"flux" is not known here`}},
		{"?step=500", "", []string{"did you mean steps?"}},
		{"?&=5&data=moons", "data=moons", []string{`"5" has no key`}},
		{"?&&data=moons&&", "data=moons", nil},
		{"?DATA=moons&Seed=3&G.LR=0.001", "data=moons&seed=3", nil},
		{"?DATA=MOONS&VIEW.SPEED=MAX", "data=moons&view.speed=max", nil},
		{"?data%3Dmoons%26seed%3D3", "data=moons&seed=3", nil},
		{"?data%253Dmoons%2526seed%253D3", "data=moons&seed=3", nil},
		{"?data=moons&amp;seed=3", "data=moons&seed=3", nil},
		{"?data=moons&amp;amp;seed=3", "data=moons&seed=3", nil},
		{"?g=32%2C16%3Atanh", "g=32,16:tanh", nil},
		{"?g=32%252C16", "g=32,16", nil},
		{"?g=32,+16", "g=32,16", nil},
		{"?steps=1e%2B3", "steps=1000", nil},
		{"?view.speed=warp&view.theme=dark", "view.theme=dark", []string{`view.speed: "warp" is not allowed; give 60 or max`}},
		{"?view.zoom=3", "", []string{`"view.zoom"`}},
		{"https://ganvas.example/a/?data=moons", "data=moons", nil},
		{"https://ganvas.example/a/", "", nil},
		{"data=moons", "data=moons", nil},
		{"#!data=moons&seed=3", "data=moons&seed=3", nil},
		{"?seed=9#!data=moons", "data=moons", nil},
		{"?data=moons#plane", "data=moons", nil},
		{"?turns=10:g.lr:0.1", "turns=10:g.lr:0.1", nil},
		{"?data=moons&\xff=1&seed=\xff", "data=moons", []string{"is not known", "seed"}},
		// As mail, messengers, editors and programs write a link down.
		{"?data=moons%26seed%3D3", "data=moons&seed=3", nil},
		{"?data=moons%26amp%3Bseed%3D3", "data=moons&seed=3", nil},
		{"?data=moons&#38;seed=3", "data=moons&seed=3", nil},
		{"?data=moons&#x26;seed&#61;3#lesson=a", "data=moons&seed=3", nil},
		{`?data=moons\u0026seed\u003d3`, "data=moons&seed=3", nil},
		{`?data=moons\&seed=3`, "data=moons&seed=3", nil},
		{"?data=3Dmoons&seed=3D3", "data=moons&seed=3", nil},
		{"?data=moons&seed=3).", "data=moons&seed=3", nil},
		{`?data=moons&seed=3">`, "data=moons&seed=3", nil},
		{"?data=moons&g=32,16:tanh!**", "data=moons&g=32,16:tanh", nil},
		{"?data=\u201cmoons\u201d&seed=3%E2%80%9D", "data=moons&seed=3", nil},
		{"?data=mo%C2%ADons&se%E2%80%8Bed=3%EF%BB%BF", "data=moons&seed=3", nil},
		{"?%EF%BB%BFdata=moons&%20seed%20=%0D%0A3", "data=moons&seed=3", nil},
		{"?data=ring8%E2%80%93sharp&seed=3", "data=ring8-sharp&seed=3", nil},
		{"?data=moons&g.lr=1e%E2%88%925", "data=moons&g.lr=1e-5", nil},
		{"?data\uff1dmoons\uff06seed=\uff13", "data=moons&seed=3", nil},
		{"??data=moons&?seed=3", "data=moons&seed=3", nil},
		{"?data=moons&seed=3?utm_source=mail", "data=moons&seed=3", nil},
		{"?data%3Dmoons%26seed%3D%", "data=moons", []string{"seed=%"}},
		{"?data=moons&seed=3,", "data=moons&seed=3", []string{`seed: "3,"`}},
		{"?data=moons&g=32,", "data=moons&g=32", []string{`g: "32,"`}},
		{"?data=moons&seed=3...", "data=moons", []string{`seed: "3..."`}},
		{"?data=moons&seed=3\u2026", "data=moons", []string{"seed: "}},
		{"?data=moons&view.speed=max.&view.theme=dark;", "data=moons&view.speed=max&view.theme=dark", nil},
		{"?data=moons&seed=3&mibextid=a&__cft__[0]=b&gad_source=1&sa=D&ust=1&usg=c&forceview=1", "data=moons&seed=3", nil},
		{"?" + strings.Repeat("x", MaxText+1), "", []string{"8192"}},
		{"?data=moons&" + strings.Repeat("seed=4&", 2000) + "seed=5", "data=moons&seed=4", []string{"8192", "seed"}},
	} {
		a := Parse(c.link, own())
		if got := a.Query(); got != c.query {
			t.Errorf("%.60s: %q, want %q", c.link, got, c.query)
		}
		said := texts(a.Notes)
		if len(said) != len(c.says) {
			t.Errorf("%.60s: it says %.300q, want %q", c.link, said, c.says)
			continue
		}
		for i, want := range c.says {
			if !strings.Contains(said[i], want) || a.Notes[i].Allowed == "" {
				t.Errorf("%.60s: it says %.300q, without %q", c.link, said[i], want)
			}
		}
	}
}

func TestLessons(t *testing.T) {
	for _, c := range []struct {
		link, lesson string
		step, notes  int
	}{
		{"#lesson=what-is-a-gan&step=2", "what-is-a-gan", 2, 0},
		{"?data=moons#lesson=what-is-a-gan&step=2", "what-is-a-gan", 2, 0},
		{"#!data=moons&lesson=what-is-a-gan&step=2", "what-is-a-gan", 2, 0},
		{"#lesson=what-is-a-gan", "what-is-a-gan", 0, 0},
		{"#LESSON%3DWhat-is-a-GAN%26step%3D3", "what-is-a-gan", 3, 0},
		{"#lesson=what-is-a-gan&step=1e999", "what-is-a-gan", 0, 1},
		{"#lesson=what-is-a-gan&step=2).", "what-is-a-gan", 2, 0},
		{"#lesson=what%E2%80%91is%E2%80%91a%E2%80%91gan", "what-is-a-gan", 0, 0},
		{"?data=moons%23lesson%3Dwhat-is-a-gan%26step%3D2", "what-is-a-gan", 2, 0},
		{"#lesson=../../secret&step=2", "", 2, 1},
		{"#lesson=", "", 0, 1},
		{"#layers", "", 0, 0},
	} {
		a := Parse(c.link, nil)
		if a.Lesson != c.lesson || a.Step != c.step || len(a.Notes) != c.notes {
			t.Errorf("%s: %q at %d, %q", c.link, a.Lesson, a.Step, texts(a.Notes))
		}
	}
}

// Fields that make no sense together: as few as will do fall back, and are told with what they would have to be.
func TestContradictions(t *testing.T) {
	for _, c := range []struct{ link, query, field, allowed string }{
		{"?pac=3&seed=4", "seed=4", "pac", "divides the minibatch of 128"},
		{"?pac=3&batch=96&seed=4", "seed=4&pac=3&batch=96", "", ""},
		{"?data=moons&noise=constant&z=3", "data=moons&z=3", "noise", "more than one point"},
		{"?d.norm=batch&seed=4", "seed=4", "d.norm", "none, layer or pixel"},
		{"?order=extragradient&unroll=3&loss=ns", "loss=ns&order=extragradient", "unroll", "0 with extragradient"},
	} {
		a := Parse(c.link, nil)
		if a.Query() != c.query || c.field == "" != (len(a.Notes) == 0) {
			t.Errorf("%s: %q, want %q; it says %q", c.link, a.Query(), c.query, texts(a.Notes))
			continue
		}
		if c.field != "" && (len(a.Notes) != 1 || a.Notes[0].Field != c.field || !strings.Contains(a.Notes[0].Text, c.allowed)) {
			t.Errorf("%s: it says %q, want %s with %q", c.link, texts(a.Notes), c.field, c.allowed)
		}
	}
}

func TestPointsDoNotTravel(t *testing.T) {
	a := Parse("?data="+experiment.OwnData+"&seed=5", nil)
	if a.Spec.Data != experiment.OwnData || len(a.Notes) != 0 {
		t.Errorf("%q, %q", a.Query(), texts(a.Notes))
	}
	a = a.WithoutPoints()
	if a.Query() != "seed=5" || len(a.Notes) != 1 || !strings.Contains(a.Notes[0].Text, "points") {
		t.Errorf("%q, %q", a.Query(), texts(a.Notes))
	}
	if again := a.WithoutPoints(); len(again.Notes) != 1 {
		t.Error("it is told twice")
	}
}

// addresses draws addresses that say what they mean.
var addresses = rapid.Custom(func(t *rapid.T) Address {
	a := Address{Spec: experiment.DefaultFor(rapid.SampledFrom(experiment.Find("data").Choices).Draw(t, "data").Key)}
	a.Spec.Seed = rapid.Uint32().Draw(t, "seed")
	a.Spec.Generator.Rate = rapid.Float64Range(0, 10).Draw(t, "g.lr")
	way, step := script.Script{}, uint64(0)
	for range rapid.IntRange(0, 3).Draw(t, "turns") {
		step += rapid.Uint64Range(0, 999).Draw(t, "after")
		way = way.Add(script.Knobs(step, query.Pair{Key: "g.lr", Value: rapid.StringMatching(`0\.[0-9]{1,3}`).Draw(t, "value")}))
	}
	a.Turns = way.Text()
	for _, p := range []query.Pair{{Key: "view.layers", Value: "real,field"}, {Key: "view.speed", Value: "60"}, {Key: "view.theme", Value: "dark"}} {
		if rapid.Bool().Draw(t, p.Key) {
			a.Own = append(a.Own, p)
		}
	}
	if a.Lesson = rapid.StringMatching(`([a-z0-9-]{1,20})?`).Draw(t, "lesson"); a.Lesson != "" {
		a.Step = rapid.IntRange(0, MaxStep).Draw(t, "step")
	}
	return a
})

func TestParseUndoesString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := addresses.Draw(t, "address")
		for _, text := range []string{want.String(), want.Disk(), want.Checked(), "https://ganvas.example/x/" + want.Checked()} {
			if d := cmp.Diff(want, Parse(text, own()), specs); d != "" {
				t.Fatalf("%s: %s", text, d)
			}
		}
	})
}

// A link that was copied with a check and is cut anywhere behind its check says so, or names what is broken.
func TestACutIsNoticed(t *testing.T) {
	whole := Parse("?data=moons&seed=31&g.lr=0.0012&steps=12000&view.speed=60#lesson=what-is-a-gan&step=12", own()).Checked()
	if !strings.HasPrefix(whole, "?ok=") {
		t.Fatal(whole)
	}
	for n := len("?ok=0000"); n < len(whole); n++ {
		text := whole[:n]
		if a := Parse(text, own()); len(a.Notes) == 0 && strings.TrimRight(text, "&#") != strings.TrimRight(whole, "&#") {
			t.Errorf("%s: nothing is said", text)
		}
	}
	for _, same := range []string{whole + "&fbclid=x", strings.ToUpper(whole), strings.ReplaceAll(whole, "&", "&amp;"),
		strings.ReplaceAll(whole, "=", "=3D"), strings.ReplaceAll(whole, "&", "&#38;"), whole + ").", whole + "\u201d", strings.ReplaceAll(whole, "-", "\u2011")} {
		if a := Parse(same, own()); len(a.Notes) > 0 {
			t.Errorf("%s: it says %q", same, texts(a.Notes))
		}
	}
}

func TestSayIsShort(t *testing.T) {
	if Say(nil) != "" {
		t.Error("there is something to say of nothing")
	}
	a := Parse("?"+strings.Repeat(strings.Repeat("y", 90)+"%=&", 80), nil)
	if said := Say(a.Notes); len(said) > 1000 || !strings.Contains(said, "76 more") {
		t.Errorf("%d characters: %s", len(said), said)
	}
}

// No text is too broken: an experiment that can run comes of each, and what is written of it is read back as it is.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"?data=moons&seed=3#lesson=a&step=2", "#!data=moons&&=%", "?pac=3&batch=96&unroll=3&order=extragradient", "data%3Dmoons%2526seed", "?ok=12&turns=%25"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := Parse(text, own())
		if err := a.Spec.Check(); err != nil {
			t.Fatalf("%q makes a Spec that cannot run: %v", text, err)
		}
		for _, n := range a.Notes {
			if n.Text == "" || n.Allowed == "" || !strings.Contains(n.Text, n.Allowed) && !strings.Contains(n.Text, "not known") {
				t.Errorf("%q: %#v says too little", text, n)
			}
		}
		a.Notes = nil
		if a.Lesson == "" {
			a.Step = 0
		}
		for _, written := range []string{a.String(), a.Disk(), a.Checked()} {
			if d := cmp.Diff(a, Parse(written, own()), specs); d != "" {
				t.Errorf("%q came back from %q otherwise: %s", text, written, d)
			}
		}
	})
}
