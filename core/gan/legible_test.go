package gan

import (
	"os"
	"strconv"
	"testing"

	digits "ganvas/core/judge" // the package has judges of its own
	"ganvas/core/judge/trained"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// readAsAsked is the share of n of a run's images that the judge takes for the digit that was asked for.
func readAsAsked(t *testing.T, r *run.Run, n int) float64 {
	t.Helper()
	j, err := digits.Parse(trained.Weights)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := digits.NewReader(j, native.New)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	images, asked, err := Sample(r, n)
	if err != nil {
		t.Fatal(err)
	}
	for i := range images {
		images[i] = images[i]*2/255 - 1
	}
	reading, err := reader.Read(images, nil)
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for i, class := range asked {
		if reading.Class(i) == int(class) {
			right++
		}
	}
	return float64(right) / float64(n)
}

// The default players of digits make digits that the judge reads as asked for.
func TestDigitsAreLegible(t *testing.T) {
	if os.Getenv("GANVAS_SLOW") == "" {
		t.Skip("takes minutes; GANVAS_SLOW=1 runs it")
	}
	for seed := 1; seed <= 5; seed++ {
		r := open(t, "data=digits&seed="+strconv.Itoa(seed))
		for _, stage := range []struct {
			steps int
			least float64
		}{{100, .8}, {250, .95}} {
			train(t, r, stage.steps-int(r.Step()))
			got := readAsAsked(t, r, 1000)
			t.Logf("seed %d: %.3f are read as asked for after %d steps", seed, got, stage.steps)
			if got < stage.least {
				t.Errorf("seed %d: %.3f of the digits are read as asked for after %d steps, want %.2f", seed, got, stage.steps, stage.least)
			}
		}
		r.Close()
	}
}
