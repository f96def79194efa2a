package gan

import (
	"errors"
	"slices"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/run"
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
