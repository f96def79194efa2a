package run

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/query"
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
		if a.Constant != (a.Name == probe.Real || a.Name == probe.Offers) {
			t.Errorf("%s is constant: %v", a.Name, a.Constant)
		}
	}
	want := map[string][]int{probe.Real: {32, 2}, "fit": {fitPoints}, "residuals": {32}, "above": {fitPoints}, probe.Trajectory: {31, 2}, probe.Offers: {len("fit\nresiduals\nabove")}}
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
	train(t, r, 3)
	loose := openLine(t, "turns=3:rate:3e-1,3:rate:0.40/momentum:.5", Options{})
	train(t, loose, 7)
	if d := differ(r, loose); d != "" {
		t.Errorf("what was written otherwise differs in %s: %q", d, loose.Script())
	}
}

// Whoever asks is told when a snapshot begins a procedure and when it has run, once for all probes that read it.
func TestProceduresOfASnapshotAreTold(t *testing.T) {
	r := openLine(t, "", Options{})
	var told []string
	r.OnCall(func(procedure string, done bool) { told = append(told, fmt.Sprint(procedure, " ", done)) })
	r.Snapshot([]string{"fit", "above", "residuals"}, false, false)
	if want := []string{"show.fit false", "show.fit true", "show.residuals false", "show.residuals true"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
