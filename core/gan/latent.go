package gan

import (
	"math"

	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// latent is a point of the generator's input: noise, and beside it the class, one-hot, or a mixture of classes; empty where it is told none.
type latent struct{ z, class []float32 }

// mixed is a combination of latent points.
func mixed(share []float64, of ...latent) (out latent) {
	sum := func(part func(latent) []float32) (to []float32) {
		for i := range part(of[0]) {
			x := 0.
			for k, l := range of {
				if share[k] != 0 {
					x += share[k] * float64(part(l)[i])
				}
			}
			to = append(to, float32(x))
		}
		return to
	}
	return latent{sum(func(l latent) []float32 { return l.z }), sum(func(l latent) []float32 { return l.class })}
}

// onLatentPlane is the point (u, v) of the plane through three latent points.
func onLatentPlane(three [3]latent, u, v float64) latent {
	return mixed([]float64{1 - u - v, u, v}, three[:]...)
}

// between is a part of the way from one latent point to another, straight or, of their noise, on the sphere.
func (a latent) between(b latent, t float64, sphere bool) latent {
	out := mixed([]float64{1 - t, t}, a, b)
	if sphere {
		out.z = slerp(a.z, b.z, t)
	}
	return out
}

// slerp is spherical interpolation (Shoemake, 1985; of latent vectors White, 2016): with the angle w between a and b,
//
//	sin((1-t)w)/sin(w) a + sin(tw)/sin(w) b,
//
// and the straight line where they point the same way or opposite ways.
func slerp(a, b []float32, t float64) []float32 {
	dot, aa, bb := 0., 0., 0.
	for i, x := range a {
		dot += float64(x) * float64(b[i])
		aa += float64(x) * float64(x)
		bb += float64(b[i]) * float64(b[i])
	}
	w := math.Acos(max(-1, min(1, dot/math.Sqrt(aa*bb))))
	p, q := 1-t, t
	if s := math.Sin(w); s > 1e-6 {
		p, q = math.Sin((1-t)*w)/s, math.Sin(t*w)/s
	}
	out := make([]float32, len(a))
	for i, x := range a {
		out[i] = float32(p*float64(x) + q*float64(b[i]))
	}
	return out
}

// of is the latent point of a place in the wall of generated images.
func (k *looks) of(s *run.Slots, cell int) latent {
	z := s.Read(wallNoise)
	n := len(z) / k.b.spec.Latent
	l := latent{z: z[cell%n*k.b.spec.Latent:][:k.b.spec.Latent]}
	if k.b.classes > 0 {
		l.class = k.oneHot(float32(k.fake.classes[cell/k.fake.across]))
	}
	return l
}

// oneHot is a class as the players are told it; nil where they are told none.
func (k *looks) oneHot(class float32) []float32 {
	if k.b.classes == 0 {
		return nil
	}
	out := make([]float32, k.b.classes)
	if c := int(class); c >= 0 && c < len(out) {
		out[c] = 1
	}
	return out
}

// three are the latent points A, B and C.
func (k *looks) three(s *run.Slots, a probe.Aim) (out [3]latent) {
	for i, cell := range a.Three {
		out[i] = k.of(s, cell)
	}
	return out
}

// point is the point (u, v) of the latent plane: of noise of two dimensions the noise itself, with the class of A.
func (k *looks) point(three [3]latent, u, v float64) latent {
	if k.b.spec.Latent == 2 {
		return latent{[]float32{float32(u), float32(v)}, three[0].class}
	}
	return onLatentPlane(three, u, v)
}

// latentMap are the points of the map, rows from above.
func (k *looks) latentMap(three [3]latent) (out []latent) {
	from, to := probe.MapReach(k.b.spec.Noise, k.b.spec.Latent)
	for row := range probe.MapSide {
		for col := range probe.MapSide {
			out = append(out, k.point(three, probe.MapAt(from, to, col), probe.MapAt(from, to, probe.MapSide-1-row)))
		}
	}
	return out
}

// paths are the points of the two ways from A to B.
func paths(three [3]latent) (out []latent) {
	for _, sphere := range []bool{false, true} {
		for i := range probe.PathSteps {
			out = append(out, three[0].between(three[1], float64(i)/(probe.PathSteps-1), sphere))
		}
	}
	return out
}

// places are where A, B and C lie on the map.
func (k *looks) places(three [3]latent) []float32 {
	if k.b.spec.Latent != 2 {
		return []float32{0, 0, 1, 0, 0, 1}
	}
	var out []float32
	for _, l := range three {
		out = append(out, l.z...)
	}
	return out
}

// latentImages fills images of latent points.
func (k *looks) latentImages() []Update {
	x := k.b.g.average(Variable(latentZ, latentRows, k.b.spec.Latent), k.told(latentClass, latentRows))
	return []Update{{Var: Variable(latentImages, latentRows, elements(k.m.shape)), Value: Reshape(k.m.shown(x), latentRows, -1)}}
}

// generate makes images of latent points.
func (k *looks) generate(s *run.Slots, of []latent) ([]uint8, error) {
	var out []uint8
	size := elements(k.m.shape)
	for ; len(of) > 0; of = of[min(latentRows, len(of)):] {
		n := min(latentRows, len(of))
		z, class := make([]float32, latentRows*k.b.spec.Latent), make([]float32, latentRows*k.b.classes)
		for i, l := range of[:n] {
			copy(z[i*k.b.spec.Latent:], l.z)
			copy(class[i*k.b.classes:], l.class)
		}
		s.Write(latentZ, z)
		if k.b.classes > 0 {
			s.Write(latentClass, class)
		}
		if err := s.Call(latentImages); err != nil {
			return nil, err
		}
		out = append(out, rounded(s.Read(latentImages)[:n*size])...)
	}
	return out, nil
}

// latentProbes are the map, the ways and the sum.
func (k *looks) latentProbes() (out []run.Probe) {
	aimed := func(a run.Ask) [3]latent {
		return k.three(a.Slots, probe.ParseAim(a.Aim).Within(k.fake.len(), k.real.len()))
	}
	add := func(name, doc string, of func(three [3]latent) []latent, shape ...int) {
		shape = append(shape, k.m.shape...)
		out = append(out, run.Probe{Name: name, Doc: doc, Shape: shape, Extra: true, Aimed: true, Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			pixels, err := k.generate(a.Slots, of(aimed(a)))
			return wire.Bytes(name, pixels, shape...), nil, err
		}})
	}
	add(probe.LatentMap, "Images of a plane of noise.", k.latentMap, probe.MapSide, probe.MapSide)
	add(probe.LatentPath, "Images on the way from the noise of one to that of another, straight and on the sphere.", paths, 2, probe.PathSteps)
	add(probe.LatentSum, "The image of one noise minus another plus a third.", func(three [3]latent) []latent {
		return []latent{mixed([]float64{1, -1, 1}, three[:]...)}
	})
	return append(out, run.Probe{Name: probe.LatentPlaces, Doc: "Where the three lie on the map.", Shape: []int{3, 2}, Extra: true, Aimed: true, Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
		return wire.Floats(probe.LatentPlaces, k.places(aimed(a)), 3, 2), nil, nil
	}})
}
