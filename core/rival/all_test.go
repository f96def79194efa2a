package rival_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/family"
	ft "ganvas/core/family/familytest"
	"ganvas/core/form"
	"ganvas/core/gan"
	"ganvas/core/probe"
	"ganvas/core/rival"
	"ganvas/core/run"
	"ganvas/core/script"
)

// small makes a step of any family cheap.
var small = map[string]string{
	"empirical": "&rows=50&width=0.1", "mixture": "&rows=100&batch=16", "autoregressive": "&rows=100&batch=16&net=8",
	"vae": "&rows=100&batch=16&encoder=8&decoder=8", "flow": "&rows=100&batch=16&net=8&layers=2", "diffusion": "&rows=100&batch=16&net=8&sampling=3",
	"statistic": "&rows=100&batch=16&g=8", "particles": "&rows=100&batch=16&particles=20",
	"bigan": "&rows=100&batch=16&encoder=8&g=8&d=8",
}

// Every family says what it is, its first Spec is its name alone, and its text is a fixed point.
func TestEntriesAreComplete(t *testing.T) {
	seen := map[string]bool{"gan": true}
	for _, e := range rival.All {
		if seen[e.Key] || e.Label == "" || !strings.HasSuffix(e.Doc, ".") || !slices.Contains([]form.Says{form.Density, form.Bound, form.Score, form.Samples}, e.Says) {
			t.Errorf("%+v", e)
		}
		seen[e.Key] = true
		for i, f := range e.Fields {
			if f.Group == "" || f.Label == "" || f.Allowed == "" || slices.ContainsFunc(e.Fields[:i], func(o family.Line) bool { return o.Key == f.Key || o.Label == f.Label }) {
				t.Errorf("%s: field %+v", e.Key, f)
			}
		}
		if got := read(t, e, "family="+e.Key).Spec(); got != "family="+e.Key {
			t.Errorf("%s: the first Spec is %q", e.Key, got)
		}
		text := "family=" + e.Key + "&data=moons" + strings.Replace(small[e.Key], "rows=", "seed=7&rows=", 1)
		x := read(t, e, text)
		if again := read(t, e, x.Spec()).Spec(); again != x.Spec() || !strings.Contains(x.Spec(), "data=moons") || !strings.Contains(x.Spec(), "seed=7") {
			t.Errorf("%s: %q becomes %q and then %q", e.Key, text, x.Spec(), again)
		}
	}
}

func read(t testing.TB, e family.Entry, text string) run.Experiment {
	t.Helper()
	x, err := e.Read(text, nil)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return x
}

// What cannot be had is refused by the name of the field, with what is allowed.
func TestBadSpecsAreRefused(t *testing.T) {
	for _, c := range []struct{ spec, field, allowed string }{
		{"family=vae&g.lr=1", "g.lr", "only these fields"}, {"family=vae&z=0", "z", "from 1 to 16"}, {"family=flow&layers=99", "layers", "from 1 to 16"},
		{"family=mixture&k=1.5", "k", "a whole number"}, {"family=mixture&fit=luck", "fit", "gradient, em, reverse"},
		{"family=mixture&fit=em&k=64", "rows", "at most 16384"}, {"family=mixture&fit=reverse&data=moons", "fit", "gradient or em"},
		{"family=diffusion&net=8:sharp", "net", "activations"}, {"family=empirical&width=0.1&rows=20000", "rows", "at most 16384"},
		{"family=autoregressive&data=nowhere", "data", "ring8"}, {"family=flow&seed=1&seed=2", "seed", "once"}, {"family=vae&data=csv", "data", "two columns"},
	} {
		_, err := run.Open(c.spec, run.Options{Families: rival.Families(gan.Family)})
		var f *experiment.FieldError
		if !errors.As(err, &f) || f.Field != c.field || !strings.Contains(f.Allowed, c.allowed) {
			t.Errorf("%q: %v", c.spec, err)
		}
	}
	_, err := run.Open("family=oracle", run.Options{Families: rival.Families(gan.Family)})
	var s *script.Error
	if !errors.As(err, &s) || s.Field != run.FamilyKey || !strings.Contains(s.Allowed, "gan, empirical") {
		t.Errorf("an unknown family: %v", err)
	}
}

// Snapshots of every family fit what panels rely on, and have what every panel needs: points of the data, a window, samples.
func TestSnapshotsFitPanels(t *testing.T) {
	for _, e := range rival.All {
		r := ft.Open(t, e.Family, "family="+e.Key+small[e.Key])
		ft.Train(t, r, 3)
		var all []string
		for _, p := range r.Probes() {
			all = append(all, p.Name)
			if !strings.HasSuffix(p.Doc, ".") {
				t.Errorf("%s: probe %s has the doc %q", e.Key, p.Name, p.Doc)
			}
		}
		s := r.Snapshot(all, true, false)
		if s.Fault != "" {
			t.Fatalf("%s: %s", e.Key, s.Fault)
		}
		if err := probe.Check(s); err != nil {
			t.Errorf("%s: %v", e.Key, err)
		}
		for _, name := range append(all, probe.Real, probe.Window, probe.Samples) {
			if s.Array(name).Len() == 0 {
				t.Errorf("%s: the snapshot has no %s", e.Key, name)
			}
		}
		if says := r.Model().LogDensity != nil; says != (e.Says == form.Density || e.Says == form.Bound) {
			t.Errorf("%s says %s; it has a density: %v", e.Key, e.Says, says)
		}
	}
}

// A density is asked of any run: what has none says so in words. Of a GAN's points there are as many as of others'.
func TestAGanHasNoDensity(t *testing.T) {
	r := ft.Open(t, gan.Family, "g=8&d=8&rows=100&batch=16")
	_, err := r.LogDensity([]float32{0, 0})
	if err == nil || !strings.Contains(err.Error(), "no density") {
		t.Errorf("a GAN's density: %v", err)
	}
	if points, err := r.Draw(100); err != nil || len(points) != 200 {
		t.Errorf("%d numbers, %v", len(points), err)
	}
	for _, e := range rival.All {
		r := ft.Open(t, e.Family, "family="+e.Key+small[e.Key])
		logs, err := r.LogDensity([]float32{0, 0, 1, 1, 2, 0})
		if says := e.Says == form.Density || e.Says == form.Bound; says != (err == nil) || says != (len(logs) == 3) {
			t.Errorf("%s says %s: %v, %v", e.Key, e.Says, logs, err)
		}
	}
}

// Any family can be gone back in and turned, and ends where a run ends that was told all from the start.
func TestRunsGoBack(t *testing.T) {
	for _, e := range rival.All {
		live := map[string]string{"empirical": "width"}[e.Key]
		if live == "" {
			live = "lr"
		}
		r := ft.Open(t, e.Family, "family="+e.Key+small[e.Key])
		ft.Train(t, r, 10)
		ft.Set(t, r, live, "0.02")
		ft.Train(t, r, 10)
		here := r.Snapshot(nil, true, false).Encode(nil)
		text := r.Script().String()
		if err := r.At(3); err != nil {
			t.Fatal(err)
		}
		if err := r.At(20); err != nil {
			t.Fatal(err)
		}
		again := ft.Open(t, e.Family, text)
		ft.Train(t, again, 20)
		if string(r.Snapshot(nil, true, false).Encode(nil)) != string(here) || string(again.Snapshot(nil, true, false).Encode(nil)) != string(here) {
			t.Errorf("%s: the run depends on the way to its step", e.Key)
		}
	}
}

// Whatever a link says, a family reads it or says which field is at fault; and what it reads has a text that reads the same.
func FuzzRead(f *testing.F) {
	for _, e := range rival.All {
		f.Add("family=" + e.Key + small[e.Key])
	}
	f.Add("family=vae&data=moons&rows=1&z=&&=&seed=4294967296")
	f.Fuzz(func(t *testing.T, text string) {
		for _, e := range rival.All {
			if len(text) > 300 {
				return
			}
			x, err := e.Read(text, nil)
			if err != nil {
				var field *experiment.FieldError
				if !errors.As(err, &field) {
					t.Fatalf("%s: %q: %v is no error of a field", e.Key, text, err)
				}
				continue
			}
			if again := read(t, e, x.Spec()).Spec(); again != x.Spec() {
				t.Fatalf("%s: %q becomes %q and then %q", e.Key, text, x.Spec(), again)
			}
		}
	})
}
