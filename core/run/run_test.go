package run

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ganvas/core/graph"
	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/core/script"
	"ganvas/core/wire"
)

// The points lie near y = 2x - 1; shrinking the weights by a hundredth at every third step pulls them a little towards 0.
func TestALineIsFitted(t *testing.T) {
	r := openLine(t, "", Options{})
	train(t, r, 600)
	at := r.Slots().Read("weights")
	if math.Abs(float64(at[0])-2) > .2 || math.Abs(float64(at[1])+1) > .1 || r.Step() != 600 || r.Fault() != "" {
		t.Errorf("y = %gx + %g at step %d, %q", at[0], at[1], r.Step(), r.Fault())
	}
	x := r.Snapshot(nil, false, false).Trace.Column("loss")
	if first, last := x[0], x[len(x)-1]; last > first/20 {
		t.Errorf("the loss goes from %g to %g", first, last)
	}
}

// A step of the usual way is shrunk where its number, from 0, is a multiple of three; a step of the slope alone never is, and moves nothing else.
func TestWaysToTrain(t *testing.T) {
	r := openLine(t, "rate=0&momentum=0", Options{})
	for step := range 7 {
		before := r.Slots().Read("weights")
		train(t, r, 1)
		want := before[0]
		if step%3 == 0 {
			want *= .99
		}
		if got := r.Slots().Read("weights")[0]; got != want {
			t.Errorf("step %d goes from %g to %g, want %g", step, before[0], got, want)
		}
	}
	set(t, r, "rate", "0.1")
	before := r.Slots().Read("weights")
	if err := r.Only("slope", 5); err != nil {
		t.Fatal(err)
	}
	if now := r.Slots().Read("weights"); now[1] != before[1] || now[0] == before[0] {
		t.Errorf("the slope alone goes from %v to %v", before, now)
	}
	if text := r.Script().String(); !strings.HasSuffix(text, "&turns=7:rate:0.1,7:slope*5") {
		t.Errorf("the script is %q", text)
	}
}

// A snapshot has the probes that were asked for and no others, with their shapes; constants where those were; and crosses the wire.
func TestSnapshotsCrossTheWire(t *testing.T) {
	r := openLine(t, "", Options{})
	train(t, r, 30)
	r.Measure()
	s := r.Snapshot([]string{"fit", "nothing", "residuals", "above", probe.Trajectory}, true, false)
	shapes := map[string][]int{}
	for _, a := range s.Arrays {
		shapes[a.Name] = a.Shape
		if a.Constant != (a.Name == probe.Real) {
			t.Errorf("%s is constant: %v", a.Name, a.Constant)
		}
	}
	want := map[string][]int{probe.Real: {32, 2}, "fit": {fitPoints}, "residuals": {32}, "above": {fitPoints}, probe.Trajectory: {31, 2}}
	if d := cmp.Diff(want, shapes); d != "" {
		t.Error(d)
	}
	at, table := r.Slots().Read("weights"), s.Floats(probe.Real)
	for i, x := range grid() {
		y := float64(at[0])*float64(x) + float64(at[1])
		if got := float64(s.Floats("fit")[i]); math.Abs(got-y) > 1e-6 || (s.Bytes("above")[i] == 1) != (got > 0) {
			t.Errorf("at %g the line is at %g, above %d; want %g", x, got, s.Bytes("above")[i], y)
		}
	}
	for i, off := range s.Floats("residuals") {
		if want := float64(table[2*i+1]) - float64(at[0])*float64(table[2*i]) - float64(at[1]); math.Abs(float64(off)-want) > 1e-6 {
			t.Errorf("point %d is off by %g, want %g", i, off, want)
		}
	}
	again, err := wire.DecodeSnapshot(s.Encode(nil))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(s, again, cmp.Comparer(func(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) })); d != "" {
		t.Error(d)
	}
	if s.Step != 30 || s.Script != r.Script().String() || s.Trace.Len() != 30 || len(s.Measures) != 2 {
		t.Errorf("step %d, %q, %d points of the trace, measures %v", s.Step, s.Script, s.Trace.Len(), s.Measures)
	}
	if few := r.Snapshot([]string{"above"}, false, false); len(few.Arrays) != 1 || few.Arrays[0].Name != "above" {
		t.Errorf("asked for one probe, it shows %v", few.Arrays)
	}
}

// What few ask for is compiled when it is asked for, once, and changes nothing.
func TestExtrasAreCompiledWhenTheyAreAskedFor(t *testing.T) {
	compiled := 0
	r := openLine(t, "", Options{Machine: counting(&compiled)})
	train(t, r, 10)
	want := encodedWithoutExtras(r)
	for range 2 {
		if s := r.Snapshot([]string{"residuals"}, false, false); len(s.Floats("residuals")) != 32 || compiled != 2 {
			t.Errorf("%d residuals, compiled %d times", len(s.Floats("residuals")), compiled)
		}
	}
	if encodedWithoutExtras(r) != want {
		t.Error("an extra probe changes what others show")
	}
	for range 2 {
		if err := r.Only("slope", 1); err != nil || compiled != 3 {
			t.Errorf("%v, compiled %d times", err, compiled)
		}
	}
	if err := r.Reset(); err != nil || len(r.Snapshot([]string{"residuals"}, false, false).Arrays) != 1 || compiled != 3 {
		t.Errorf("after a reset: %v, compiled %d times", err, compiled)
	}
	set(t, r, "rate", "0.2")
	set(t, r, "momentum", "0.5")
	set(t, r, "momentum", "0.6")
	if compiled != 4 {
		t.Errorf("with a switch turned on, compiled %d times", compiled)
	}
}

func counting(n *int) func(*plan.Program) (plan.Machine, error) {
	return func(p *plan.Program) (plan.Machine, error) {
		*n++
		return reference(p)
	}
}

func encodedWithoutExtras(r *Run) string {
	return string(r.Snapshot([]string{"fit", "above", probe.Trajectory}, true, true).Encode(nil))
}

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

// Turns at once are one turn, and what is turned again and again between two steps is turned once.
func TestTurnsThatComeToOne(t *testing.T) {
	r := openLine(t, "", Options{})
	train(t, r, 3)
	for _, rate := range []string{"0.1", "0.2", "0.30"} {
		set(t, r, "rate", rate)
	}
	if err := r.Set(query.Pair{Key: "rate", Value: "0.4"}, query.Pair{Key: "momentum", Value: "0.5"}); err != nil {
		t.Fatal(err)
	}
	train(t, r, 1)
	if want := "3:rate:0.3,3:rate:0.4/momentum:0.5"; !strings.HasSuffix(r.Script().String(), "turns="+query.Escape(want)) {
		t.Errorf("the script is %q, want %q at its end", r.Script(), want)
	}
}
