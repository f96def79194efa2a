package gan

import (
	"os"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// travelled are scripts whose runs are gone about in: with switches, lazy penalties, stretches of one player, classes and a trajectory.
var travelled = []string{
	small + "turns=100:r1:0.1/g.lr:0.001,300:d*40,420:instance.noise:0.3,500:instance.noise:0",
	small + "penalty.every=4&r1=0.1&order=simultaneous&turns=77:g*10,87:r1:0,301:r1:0.2",
	small + "g.norm=batch&d.spectral=on&mbd=3&g.dropout=0.2&turns=128:g.dropout:0.4,256:d.dropout:0.1",
	small + "data=ring8&condition=projection&path=0.1&turns=10:path:0,20:path:0.2,599:d.lr:0.001",
	"data=dirac&turns=250:r1:0.3,400:g*5",
}

var machines = map[string]func(*plan.Program) (plan.Machine, error){"SIMD": native.New, "reference": nil}

// differ says in what two runs differ: their steps, states or pictures; or nothing.
func differ(a, b *run.Run) string {
	if a.Step() != b.Step() || a.Fault() != b.Fault() {
		return "their steps or faults"
	}
	if name, ok := same(state(a), state(b)); !ok {
		return name
	}
	if !equal(shot(a), shot(b)) {
		return "their snapshots"
	}
	return ""
}

// Ten rewinds on the way through 600 steps land on the bits of a run that never rewound, on both machines. The reference machine takes long:
// by default it does so for every second script.
func TestASweepOfRewinds(t *testing.T) {
	for name, machine := range machines {
		for i, script := range travelled {
			if name == "reference" && i%2 == 1 && os.Getenv("GANVAS_SLOW") == "" {
				continue
			}
			straight, r := openOn(t, script, machine), openOn(t, script, machine)
			train(t, straight, 600)
			train(t, r, 600)
			for k := range uint64(10) {
				if err := r.At(60*(9-k) + k); err != nil {
					t.Fatal(err)
				}
				train(t, r, int(600-r.Step()))
				if d := differ(straight, r); d != "" {
					t.Fatalf("%q on the %s machine: after rewind %d runs differ in %s", script, name, k+1, d)
				}
			}
		}
	}
}

// After a hundred jumps, forth and back, a run goes on with the bits of one that never jumped, whatever room its checkpoints have.
func TestAHundredJumps(t *testing.T) {
	for i, script := range travelled {
		budget := []int{0, 1 << 14}[i%2]
		r, err := Open(script, run.Options{Machine: native.New, Budget: budget})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		jumps := rapid.SliceOfN(rapid.Uint64Range(0, 700), 100, 100).Example(i)
		for _, to := range jumps {
			if err := r.At(to); err != nil {
				t.Fatal(err)
			}
		}
		straight := openOn(t, script, native.New)
		if err := straight.At(r.Step() + 200); err != nil {
			t.Fatal(err)
		}
		train(t, r, 200)
		if d := differ(straight, r); d != "" {
			t.Errorf("%q with %d bytes for checkpoints: after jumps over %v runs differ in %s", script, budget, jumps[90:], d)
		}
	}
}

// A run that is saved as text, wherever it stands, and opened anew is the same run, and goes on as it does.
func TestARunIsSavedAsText(t *testing.T) {
	for _, script := range travelled {
		r := openOn(t, script, native.New)
		train(t, r, 310)
		if err := set(r, "g.lr", "0.002"); err != nil {
			t.Fatal(err)
		}
		train(t, r, 33)
		anew := openOn(t, r.Script().String(), native.New)
		train(t, anew, int(r.Step()))
		if d := differ(r, anew); d != "" {
			t.Errorf("%q opened anew differs in %s", r.Script(), d)
		}
		train(t, r, 50)
		train(t, anew, 50)
		if d := differ(r, anew); d != "" {
			t.Errorf("%q opened anew and trained on differs in %s", r.Script(), d)
		}
	}
}

// Checkpoints hold what training changes, and not the data: of 60,000 points, no more than 4 KiB over the variables.
func TestCheckpointsHoldNoData(t *testing.T) {
	r := open(t, "rows=60000")
	before, variables := r.Bytes(), 0
	for _, v := range r.Model().State {
		variables += 4 * v.Node.Shape().Len()
	}
	train(t, r, 1)
	if one := r.Bytes() - before; one < variables || one > variables+4096 {
		t.Errorf("a checkpoint takes %d bytes, the variables %d", one, variables)
	}
	train(t, r, 256)
	if two := r.Bytes() - before; two < 2*variables || two > 2*(variables+4096) {
		t.Errorf("two checkpoints take %d bytes, the variables %d", two, variables)
	}
}
