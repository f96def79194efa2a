package gan

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/dirac"
	"ganvas/core/experiment"
	"ganvas/core/loss"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// diracRun opens a Dirac-GAN, and tells how its theory plays it.
func diracRun(t *testing.T, fields string) (*run.Run, dirac.Steps) {
	t.Helper()
	tr := open(t, "data=dirac&"+fields)
	steps, ok := dirac.StepsOf(experimentOf(tr).spec)
	if !ok {
		t.Fatalf("no theory of %q", fields)
	}
	return tr, steps
}

// trajectoryPoints is how many of its first points, and of its last, a trajectory has.
const trajectoryPoints = 1024

// trajectory is the trajectory of a run as points, from where it starts.
func trajectory(tr *run.Run) (out []dirac.Point) {
	o := shot(tr).Floats(probe.Trajectory)
	for i := 0; i < len(o); i += 2 {
		out = append(out, dirac.Point{Theta: float64(o[i]), Psi: float64(o[i+1])})
	}
	return out
}

// weights are all of both players'.
func weights(tr *run.Run) (g, d []float32) {
	return tr.Slots().Read("g/0/weight"), tr.Slots().Read("d/0/weight")
}

// trajectoryFrom is a run's trajectory from where both players were put.
func trajectoryFrom(tr *run.Run, at dirac.Point) []dirac.Point {
	points := trajectory(tr)
	points[0] = at
	return points
}

// start puts both players somewhere else.
func start(tr *run.Run, at dirac.Point) {
	tr.Slots().Write("g/0/weight", []float32{float32(at.Theta), 0})
	tr.Slots().Write("d/0/weight", []float32{float32(at.Psi), 0})
}

// deterministic is every game, order, regulariser and published setting without instance noise.
func deterministic() (out []string) {
	for _, order := range experiment.Orders {
		for _, g := range loss.All {
			out = append(out, "loss="+g.Key+"&order="+order.Key)
		}
		for _, more := range []string{"loss=ns&r1=0.3", "loss=ns&r1=1", "loss=mm&r1=0.3&r2=0.3", "loss=rp&r1=0.25&r2=0.25", "loss=wgan&gp=0.7", "loss=wgan&gp1=0.7"} {
			out = append(out, more+"&order="+order.Key)
		}
	}
	for _, order := range []string{"&order=simultaneous", ""} {
		out = append(out, "loss=wgan&clip=1"+order, "loss=ns&consensus=1"+order, "loss=mm&consensus=0.5&r1=0.2"+order, "loss=wgan&unroll=1"+order,
			"loss=ns&unroll=5"+order, "loss=mm&unroll=2&r1=0.3"+order, "loss=mm&g.opt=optimistic&d.opt=optimistic"+order,
			"loss=wgan&g.opt=optimistic&d.opt=optimistic&r1=0.1"+order)
	}
	return append(out, "d.updates=5&loss=ns", "g.updates=3&d.updates=2&g.lr=0.05&loss=wgan&r1=0.5")
}

// By symmetry what lies across, along y, stays zero to the last bit, and every step is the closed form's: each player's move is off by the
// rounding of a few float32 operations on numbers of this size.
func TestDiracStepsAreTheClosedForms(t *testing.T) {
	for _, fields := range deterministic() {
		tr, steps := diracRun(t, fields)
		was := dirac.State{At: dirac.Point{Theta: 1, Psi: 1}}
		if got := trajectory(tr)[0]; got != was.At {
			t.Fatalf("%q starts at %v", fields, got)
		}
		for k := range 500 {
			train(t, tr, 1)
			if tr.Fault() != "" && was.At.Theta*was.At.Psi > math.Log(math.MaxFloat32) {
				break // maximum likelihood's pull is the exponential of this, which no float32 holds
			}
			g, d := weights(tr)
			if tr.Fault() != "" || g[1] != 0 || d[1] != 0 {
				t.Fatalf("%q, step %d: weights %v, %v, %s", fields, k+1, g, d, tr.Fault())
			}
			next := steps.Next(was)
			// The pull that optimistic players remember is theirs, so this goes by the theory's own, of which each is as far off.
			got := dirac.Point{Theta: float64(g[0]), Psi: float64(d[0])}
			size := 1 + got.Norm() + next.At.Add(-1, was.At).Norm()
			if far := got.Add(-1, next.At).Norm(); far > 24*size*size*(1./(1<<24)) {
				t.Fatalf("%q, step %d from %v: %v, want %v, %g off", fields, k+1, was.At, got, next.At, far)
			}
			was = dirac.State{At: got, Before: next.Before}
		}
	}
}

// Snapshots have every step of the last ones, whatever runs they were made in.
func TestTrajectory(t *testing.T) {
	one, many := open(t, "data=dirac"), open(t, "data=dirac")
	train(t, one, 300)
	for range 100 {
		train(t, many, 3)
	}
	a, b := shot(one).Floats(probe.Trajectory), shot(many).Floats(probe.Trajectory)
	if len(a) != 2*301 || !slices.Equal(a, b) {
		t.Errorf("%d numbers, the same in smaller runs: %v", len(a), slices.Equal(a, b))
	}
	g, d := weights(one)
	if a[0] != 1 || a[1] != 1 || a[600] != g[0] || a[601] != d[0] {
		t.Errorf("it goes from (%g, %g) to (%g, %g), and the players stand at %g, %g", a[0], a[1], a[600], a[601], g[0], d[0])
	}
	train(t, one, 5000)
	g, d = weights(one)
	a = shot(one).Floats(probe.Trajectory)
	if len(a) != 2*(2*trajectoryPoints+1) || !slices.Equal(a[:2*301], b) || a[2*trajectoryPoints] == a[2*trajectoryPoints] || a[len(a)-2] != g[0] || a[len(a)-1] != d[0] {
		t.Errorf("after 5,300 steps it has %d numbers and ends at (%g, %g), and the players stand at %g, %g", len(a), a[len(a)-2], a[len(a)-1], g[0], d[0])
	}
	if err := one.Reset(); err != nil || !slices.Equal(shot(one).Floats(probe.Trajectory), []float32{1, 1}) {
		t.Errorf("after a reset: %v, %v", shot(one).Floats(probe.Trajectory), err)
	}
	if o := shot(open(t, small)).Floats(probe.Trajectory); o != nil {
		t.Errorf("an experiment in no plane has a trajectory of %d numbers", len(o))
	}
}
