package embed

import (
	"ganvas/core/picture"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/ui/app"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestAnAddressPicksTheLab(t *testing.T) {
	lab, wrong := Parse("?data=moons&panels=plane,losses&controls=transport,data,g.lr&lock=data&height=420&theme=dark&autoplay=off&origin=https://a.example,null&at=300&bar=on&rest=never&speed=60&layers=real")
	if wrong != nil {
		t.Fatal(wrong)
	}
	want := Options{
		Panels: []string{"plane", "losses"}, Controls: Set{"transport", "data", "g.lr"}, Lock: Set{"data"}, Bar: true, Height: 420,
		Theme: app.Dark, Lang: "en", Autoplay: "off", Origins: []string{"https://a.example", "null"}, At: 300, Rest: 0,
		Layers: picture.Real, Speed: 7,
	}
	if d := cmp.Diff(want, lab.Options); d != "" {
		t.Error(d)
	}
	if lab.Spec.Data != "moons" {
		t.Errorf("the data are %q", lab.Spec.Data)
	}
}

// A link of the whole page can be used as it is.
func TestAPagesOwnAddressIsALabs(t *testing.T) {
	lab, wrong := Parse("seed=7&view.layers=field,real&view.speed=max&view.theme=light&view.play=0")
	if wrong != nil {
		t.Fatal(wrong)
	}
	if lab.Spec.Seed != 7 || lab.Layers != picture.Field|picture.Real || app.Speeds[lab.Speed] != app.Fastest || lab.Theme != app.Light || lab.Autoplay != "off" {
		t.Errorf("%+v", lab)
	}
}

// What is not good is named: the field, what stood there, and what may. The default stands in its place, and all else is in force.
func TestHostileAddressesAreNamed(t *testing.T) {
	for _, test := range []struct{ text, field, value, allowed string }{
		{"panels=plane,weights", "panels", "plane,weights", "losses"},
		{"panels=", "panels", "", "plane"},
		{"panels=<img%20src=x%20onerror=alert(1)>", "panels", "<img src=x onerror=alert(1)>", "plane"},
		{"controls=everything", "controls", "everything", "transport"},
		{"controls=none,transport", "controls", "none,transport", "none"},
		{"lock=transport", "lock", "transport", "g.lr"},
		{"height=-1", "height", "-1", "4000"},
		{"height=1e9", "height", "1e9", "120"},
		{"height=99999999999999999999", "height", "99999999999999999999", "auto"},
		{"theme=solarized", "theme", "solarized", "dark"},
		{"lang=xx&bar=on", "lang", "xx", "en"},
		{"autoplay=yes", "autoplay", "yes", "visible"},
		{"at=100001", "at", "100001", "100000"},
		{"rest=0", "rest", "0", "never"},
		{"speed=7", "speed", "7", "max"},
		{"layers=real,real,ghost", "layers", "real,real,ghost", "manifold"},
		{"origin=javascript:alert(1)", "origin", "javascript:alert(1)", "https://course.example"},
		{"origin=https://a.example/notes", "origin", "https://a.example/notes", "origins"},
		{"origin=https://", "origin", "https://", "origins"},
		{"origin=" + strings.Repeat("https://a.example,", 3) + "x", "origin", strings.Repeat("https://a.example,", 3) + "x", "origins"},
		{"panel=plane", "panel", "plane", "panels"},
		{"lock=data&contrls=all", "contrls", "all", "controls"},
		{"__proto__=1", "__proto__", "1", "data"},
		{"g.lr=fast", "g.lr", "fast", "number"},
		{"data=" + experiment.OwnData, "data", experiment.OwnData, "travel"},
		{"seed=1&seed=2", "seed", "", "once"},
		{"panels=plane&panels=losses", "panels", "", "once"},
		{"panels=%zz", "address", "panels=%zz", "%"},
		{"pac=3", "pac", "3", "divides"},
		{strings.Repeat("x", MaxAddress+1), "address", strings.Repeat("x", MaxAddress+1), "8192"},
	} {
		lab, notes := Parse(test.text + "&g.opt=sgd")
		if len(test.text) > MaxAddress {
			lab, notes = Parse("g.opt=sgd&" + test.text)
		}
		if len(notes) != 1 {
			t.Errorf("%.80s: %v", test.text, notes)
			continue
		}
		if n := notes[0]; n.Field != test.field || n.Value != test.value && len(n.Value) <= MaxAddress || !strings.Contains(n.Allowed, test.allowed) || n.Text == "" {
			t.Errorf("%.80s: %.300v", test.text, n)
		}
		if lab.Spec.Generator.Optimiser != "sgd" || lab.Spec.Check() != nil {
			t.Errorf("%.80s: the lab is %s", test.text, lab)
		}
	}
	if _, wrong := Parse("panels=x&height=y&g.lr=z"); len(wrong) != 3 {
		t.Errorf("of three mistakes %d are named", len(wrong))
	}
}

// A whole page's link does for a lab: its view, its step, its lesson and its check are no mistakes.
func TestACopiedLinkIsALabs(t *testing.T) {
	lab, notes := Parse("?ok=0000&data=moons&view.layers=&view.speed=60&view.theme=dark&view.play=0&view.at=812#lesson=what-is-a-gan&step=2")
	if notes != nil || lab.Spec.Data != "moons" || lab.Layers != 0 || lab.Theme != app.Dark || lab.Autoplay != "off" || lab.At != 812 {
		t.Errorf("%+v, %v", lab.Options, notes)
	}
	if lab, _ := Parse("data=moons&turns=10:g.lr:0.1"); lab.Turns != "10:g.lr:0.1" || lab.String() != "data=moons&turns=10:g.lr:0.1" {
		t.Errorf("the turns are %q, of %q", lab.Turns, lab)
	}
}

// Every default stands for itself in an address, so that a builder may write it.
func TestDefaultsAreAllowed(t *testing.T) {
	was := Defaults()
	for i := range All {
		o := &All[i]
		next := Options{}
		if wrong := o.read(&next, o.Get(&was)); wrong != nil {
			t.Error(wrong)
		}
		if o.Get(&next) != o.Get(&was) {
			t.Errorf("%s: %q was read as %q", o.Key, o.Get(&was), o.Get(&next))
		}
		if f := experiment.Find(o.Key); f != nil {
			t.Errorf("%s is a setting too", o.Key)
		}
	}
	if s := (Lab{Options: Defaults(), Spec: experiment.Default()}).String(); s != "" {
		t.Errorf("the default lab has the address %q", s)
	}
}

// An address that was understood is brought back by what String writes of it.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"data=moons&panels=plane,losses&controls=all&lock=g.lr,data&height=420&origin=*", "layers=none&controls=none&lock=none", "at=7&rest=never&theme=auto",
		"panels=%3Cscript%3E", "view.speed=max&view.play=1", "origin=http://[::1]:8080,null", "&&&=&=x", "\x00=\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lab, wrong := Parse(text)
		for _, n := range wrong {
			if n.Allowed == "" || n.Text == "" {
				t.Errorf("%q: %#v says nothing", text, n)
			}
		}
		if err := lab.Spec.Check(); err != nil {
			t.Fatalf("%q makes a lab that cannot run: %v", text, err)
		}
		again, wrong := Parse(lab.String())
		if wrong != nil {
			t.Fatalf("%q: %v", lab.String(), wrong)
		}
		if d := cmp.Diff(lab.Options, again.Options, cmpopts.EquateEmpty()); d != "" || lab.Spec != again.Spec {
			t.Errorf("%q came back from %q otherwise: %s", text, lab.String(), d)
		}
		pairs, err := query.Parse(lab.Page()) // without its question mark
		if err != nil {
			t.Fatal(err)
		}
		if v, _ := query.Get(pairs, "view.layers"); v != lab.Layers.String() {
			t.Errorf("the page gets the layers %q", v)
		}
	})
}

func TestSetsMeanFields(t *testing.T) {
	lab, _ := Parse("controls=data,g.lr&lock=all")
	for key, want := range map[string]bool{"data": true, "rows": true, "seed": false, "g.lr": true, "g.opt": false, "d.lr": false} {
		if got := lab.Controls.Field(experiment.Find(key)); got != want {
			t.Errorf("%s is shown: %v", key, got)
		}
		if !lab.Lock.Field(experiment.Find(key)) {
			t.Errorf("%s is not locked", key)
		}
	}
	if !lab.Controls.Single("generator") || lab.Controls.Single("data") {
		t.Error("of the generator one setting is named, of the data the group")
	}
}
