package diffusion

import (
	"ganvas/core/form"
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/family"
	ft "ganvas/core/family/familytest"
	"ganvas/core/random"
	"ganvas/core/run"
)

// blob is a round Gaussian of training's units.
type blob struct{ x, y, sd, weight float64 }

// blobsOf is data as a sum of Gaussians, in training's units: the ring's own, and for the moons 800 along the two arcs.
func blobsOf(name string) (out []blob) {
	e, _ := data.Find(name)
	scale := float64(e.Source.Scale())
	if m, ok := e.Source.(data.Moded); ok {
		for _, b := range m.Modes() {
			out = append(out, blob{b.At[0] / scale, b.At[1] / scale, b.SD[0] / scale, b.Weight})
		}
		return out
	}
	for i := range 400 {
		angle := math.Pi * (float64(i) + .5) / 400
		x, y := math.Cos(angle)-.5, math.Sin(angle)-.25
		out = append(out, blob{x / scale, y / scale, .1 / scale, 1. / 800}, blob{-x / scale, -y / scale, .1 / scale, 1. / 800})
	}
	return out
}

// exact is the score of blobs that are blurred: shrunken to the share of a point, and blurred by that of noise.
func exact(blobs []blob, x, y, point, noise float64) (sx, sy float64) {
	total, top := 0.0, math.Inf(-1)
	logs := make([]float64, len(blobs))
	for i, b := range blobs {
		v := point*point*b.sd*b.sd + noise*noise
		dx, dy := point*b.x-x, point*b.y-y
		logs[i] = math.Log(b.weight/v) - (dx*dx+dy*dy)/(2*v)
		top = max(top, logs[i])
	}
	for i, b := range blobs {
		v := point*point*b.sd*b.sd + noise*noise
		w := math.Exp(logs[i] - top)
		total += w
		sx += w * (point*b.x - x) / v
		sy += w * (point*b.y - y) / v
	}
	return sx / total, sy / total
}

// sharesAt are how much of a point and of noise there is at a time.
func sharesAt(path string, t float64) (point, noise float64) {
	if path == form.Straight {
		return 1 - t, t
	}
	return math.Cos(math.Pi * t / 2), math.Sin(math.Pi * t / 2)
}

// off is the relative error of the field at a time: the root mean squares of its error and of the exact score, at blurred points of the data.
func off(t *testing.T, r *run.Run, name, path string, time float64) float64 {
	t.Helper()
	blobs := blobsOf(name)
	points := r.Experiment().(family.Learner).Points().InTraining(ft.Held(r, family.ProbePoints))
	point, noise := sharesAt(path, time)
	chance := random.New(7, "diffusion/test")
	for i := range points {
		points[i] = float32(point*float64(points[i]) + noise*float64(chance.Normal()))
	}
	got, err := Score(r, points, float32(time))
	if err != nil {
		t.Fatal(err)
	}
	wrong, whole := 0.0, 0.0
	for i := 0; i < len(points); i += 2 {
		x, y := exact(blobs, float64(points[i]), float64(points[i+1]), point, noise)
		dx, dy := float64(got[i])-x, float64(got[i+1])-y
		wrong += dx*dx + dy*dy
		whole += x*x + y*y
	}
	return math.Sqrt(wrong / whole)
}

// From the time .5 on the field is the exact score to 5 %; before, where it is steep, it is further off, which is only logged.
func TestTheFieldIsTheScore(t *testing.T) {
	for _, c := range []struct{ data, path string }{{"ring8", form.Curved}, {"moons", form.Curved}, {"ring8", form.Straight}} {
		for _, seed := range ft.Seeds(1) {
			r := ft.Trained(t, Entry.Family, "family=diffusion&data="+c.data+"&path="+c.path+seed)
			for _, time := range []float64{.9, .7, .5, .3, .1} {
				e := off(t, r, c.data, c.path, time)
				t.Logf("%s, %s%s: at %g off by %.3f", c.data, c.path, seed, time, e)
				if time >= .5 && !(e < .05) {
					t.Errorf("%s, %s%s: at the time %g the field is off by %.3f", c.data, c.path, seed, time, e)
				}
			}
			if c.data == "ring8" {
				more(t, r)
			}
		}
	}
}

// more holds a run on the ring to what more sampling steps bring: one is none at all, and twenty reach every blob.
func more(t *testing.T, r *run.Run) {
	t.Helper()
	quality := map[string]float64{}
	for _, n := range []string{"1", "5", "20", "100"} {
		ft.Set(t, r, "sampling", n)
		quality[n] = ft.Measured(r, "high_quality")
		t.Logf("%s steps: %.3f within three deviations, %.0f modes", n, quality[n], ft.Measured(r, "modes"))
	}
	if !(quality["1"] < .1 && quality["5"] > .5 && quality["20"] > .8 && quality["100"] > .85) {
		t.Errorf("%q: with 1, 5, 20, 100 steps %v of the samples lie within three deviations of a blob", r.Spec(), quality)
	}
	if m := ft.Measured(r, "modes"); m != 8 {
		t.Errorf("%q: %.0f modes", r.Spec(), m)
	}
}

// There is no density to ask for.
func TestNoDensity(t *testing.T) {
	r := ft.Open(t, Entry.Family, "family=diffusion&rows=100&net=8")
	if r.Model().LogDensity != nil {
		t.Error("it says a density")
	}
}

func TestSameBits(t *testing.T) {
	ft.SameBits(t, Entry.Family, "family=diffusion&batch=32&rows=500&net=16&sampling=5", 12)
	ft.SameBits(t, Entry.Family, "family=diffusion&batch=32&rows=500&net=16&path=flow&data=moons&sampling=3", 12)
}
