package gan

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/script"
)

func TestOwnPoints(t *testing.T) {
	const spec = "data=csv&rows=100&g=8&d=8&batch=16"
	tr, err := Open(spec, run.Options{Own: []byte("x,y\n100,-5\n104,-3\n96,-7\n")})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	train(t, tr, 5)
	snap := shot(tr)
	for i := 0; i < len(snap.Floats(probe.Real)); i += 2 {
		if x, y := snap.Floats(probe.Real)[i], snap.Floats(probe.Real)[i+1]; !slices.Contains([]float32{100, 104, 96}, x) || y != (x-110)/2 {
			t.Fatalf("a real point is (%g, %g)", x, y)
		}
	}
	for _, csv := range []string{"", "x,y\n1,2\n", "a,b\nc,d\n"} {
		_, err := Open(spec, run.Options{Own: []byte(csv)})
		var f *experiment.FieldError
		if !errors.As(err, &f) || f.Field != "data" {
			t.Errorf("%q: got %v, want a FieldError of data", csv, err)
		}
	}
}

func TestBadSpecsAreRefused(t *testing.T) {
	s := experiment.Default()
	s.Batch = 0
	_, err := New(s, nil)
	var f *experiment.FieldError
	if !errors.As(err, &f) || f.Field != "batch" {
		t.Errorf("got %v", err)
	}
}

// A Spec may name its family; the canonical text does not.
func TestTheFamilysNameGoesWithoutSaying(t *testing.T) {
	named, plain := open(t, "family=gan&"+small+"z=1"), open(t, small+"z=1")
	train(t, named, 3)
	train(t, plain, 3)
	if d := differ(named, plain); d != "" || named.Spec() != plain.Spec() {
		t.Errorf("%q and %q differ in %s", named.Spec(), plain.Spec(), d)
	}
	_, err := Open("family=vae&z=1", run.Options{})
	var e *script.Error
	if !errors.As(err, &e) || e.Field != run.FamilyKey || e.Value != "vae" || !strings.Contains(e.Allowed, "gan") {
		t.Errorf("got %v", err)
	}
}
