package run

import (
	"errors"
	"strings"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/plan"
	"ganvas/core/query"
	"ganvas/core/script"
)

// Where no machine is to be had for a new program, the run stays as it was: a knob, a way and a probe can be asked for again.
func TestARunOutlivesThatThereIsNoMachine(t *testing.T) {
	full, refuse := errors.New("no room"), false
	r := openLine(t, "", Options{Machine: func(p *plan.Program) (plan.Machine, error) {
		if refuse {
			return nil, full
		}
		return reference(p)
	}})
	want := openLine(t, "", Options{})
	train(t, r, 20)
	train(t, want, 20)
	refuse = true
	if err := r.Set(query.Pair{Key: "momentum", Value: "0.5"}); !errors.Is(err, full) {
		t.Errorf("a switch: %v", err)
	}
	if err := r.Only("slope", 3); !errors.Is(err, full) {
		t.Errorf("another way: %v", err)
	}
	if s := r.Snapshot([]string{"residuals"}, false, false); !strings.Contains(s.Fault, "no room") {
		t.Errorf("a probe: %q", s.Fault)
	}
	if _, err := r.Branch(10); !errors.Is(err, full) {
		t.Errorf("a branch: %v", err)
	}
	refuse = false
	train(t, r, 20)
	train(t, want, 20)
	if d := differ(r, want); d != "" {
		t.Errorf("after refusals, runs differ in %s", d)
	}
	// What was to come is not forgotten for what was not done.
	for _, x := range []*Run{r, want} {
		set(t, x, "rate", "0.1")
		train(t, x, 1000)
		if err := x.At(700); err != nil {
			t.Fatal(err)
		}
	}
	refuse = true
	if r.Set(query.Pair{Key: "momentum", Value: "0.5"}) == nil || r.Only("slope", 1) == nil {
		t.Error("there was a machine")
	}
	if r.Last() != 1040 || r.saved.list[len(r.saved.list)-1].step != 1024 {
		t.Errorf("what is refused forgets what came after step %d of 1040", r.Last())
	}
	refuse = false
	for _, x := range []*Run{r, want} {
		train(t, x, 200)
	}
	if d := differ(r, want); d != "" {
		t.Errorf("after refusals, runs differ in %s", d)
	}
}

// What cannot be done is refused by name, and changes nothing, neither by half nor in what was to come.
func TestRefusals(t *testing.T) {
	for text, field := range map[string]string{
		"family=circle":                           FamilyKey,
		"rate=fast":                               "rate",
		"turns=3:rate:fast":                       "rate",
		"turns=3:rows:5":                          "rows",
		"turns=5:offset*3":                        "who",
		"turns=5:slope*3,6:slope*3":               script.Key,
		"turns=5:rate:0.1,4:rate:0.2":             script.Key,
		"turns=1:rate:0.1/momentum:no,2:rate:0.1": "momentum",
	} {
		_, err := Open(text, Options{Families: []Family{lines}})
		var e *script.Error
		if !errors.As(err, &e) || e.Field != field {
			t.Errorf("%q: got %v, want an error of %s", text, err, field)
		}
	}
	r, want := openLine(t, "", Options{}), openLine(t, "", Options{})
	for _, x := range []*Run{r, want} {
		train(t, x, 40)
		set(t, x, "rate", "0.1")
		train(t, x, 40)
		if err := x.At(20); err != nil {
			t.Fatal(err)
		}
	}
	if r.Set(query.Pair{Key: "rate", Value: "0.2"}, query.Pair{Key: "momentum", Value: "much"}) == nil || r.Only("offset", 3) == nil {
		t.Error("what cannot be done was done")
	}
	for _, turn := range []script.Turn{script.Knobs(5, query.Pair{Key: "rate", Value: "0.2"}), script.Stretch(20, "offset", 3), script.Knobs(30, query.Pair{Key: "rate", Value: "no"})} {
		if _, err := r.Branch(20, turn); err == nil {
			t.Errorf("a branch at step 20 does %s", turn)
		}
	}
	for _, x := range []*Run{r, want} {
		train(t, x, 60)
	}
	if d := differ(r, want); d != "" || r.Step() != 80 || !strings.Contains(r.Script().String(), "40:rate:0.1") {
		t.Errorf("after refusals, runs differ in %s; the script is %q", d, r.Script())
	}
}

// A family whose graph does not fit says so by an error.
func TestAShapeErrorIsReported(t *testing.T) {
	bad := Family{Key: "bad", Read: func(string, []byte) (Experiment, error) { return misshapen{}, nil }}
	_, err := Open("", Options{Families: []Family{bad}})
	var e *graph.ShapeError
	if !errors.As(err, &e) || !strings.Contains(err.Error(), "does not compile") {
		t.Errorf("got %v", err)
	}
}

type misshapen struct{ line }

func (misshapen) Model([]string) (m *Model, err error) {
	return m, graph.Build(func() { graph.Add(graph.Variable("a", 2), graph.Variable("b", 3)) })
}
