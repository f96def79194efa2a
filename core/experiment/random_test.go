package experiment

import (
	"math"

	"pgregory.net/rapid"

	"ganvas/core/nn"
)

// specs draws valid Specs: every field at random within its range, and where fields make no sense together, the one that Check names as it
// is by default, but for the minibatch, which is halved.
var specs = rapid.Custom(func(t *rapid.T) Spec {
	var s Spec
	for i := range Fields {
		draw(t, &Fields[i], &s)
	}
	bases := []Spec{DefaultFor(s.Data), Default()}
	for range 200 {
		err, ok := s.Check().(*FieldError)
		if !ok {
			return s
		}
		f := Find(err.Field)
		if f.Key == "batch" && s.Batch > 1 {
			s.Batch /= 2
			continue
		}
		base := &bases[0]
		if f.Get(&s) == f.Get(base) {
			base = &bases[1]
		}
		_ = f.Set(&s, f.Get(base))
	}
	t.Fatalf("%q is refused by default: %v", s, s.Check())
	return s
})

func draw(t *rapid.T, f *Field, s *Spec) {
	switch p := f.place(s).(type) {
	case *float64:
		*p = rapid.Float64Range(f.Min, f.Max).Draw(t, f.Key)
	case *int:
		*p = rapid.IntRange(int(f.Min), int(f.Max)).Draw(t, f.Key)
	case *uint32:
		*p = rapid.Uint32Range(uint32(f.Min), math.MaxUint32).Draw(t, f.Key)
	case *bool:
		*p = rapid.Bool().Draw(t, f.Key)
	case *string:
		*p = rapid.SampledFrom(f.Choices).Draw(t, f.Key).Key
	case *Layers:
		*p = drawLayers(t, f.Key)
	}
}

// drawLayers draws layers of any kind, each good by itself. Most lists are plain, as most that are not do not fit.
func drawLayers(t *rapid.T, key string) (l Layers) {
	plain := rapid.IntRange(0, 3).Draw(t, key+" plain") > 0
	for range rapid.IntRange(0, MaxLayers).Draw(t, key+" layers") {
		k := LayerKinds[0]
		if !plain {
			k = rapid.SampledFrom(LayerKinds).Draw(t, key+" kind")
		}
		x := k.New()
		for _, n := range k.Numbers {
			x = n.In(x, rapid.IntRange(n.Min, min(n.Max, 512)).Draw(t, key+" "+n.Label))
		}
		if k.Activated && rapid.Bool().Draw(t, key+" named") {
			x.Activation = rapid.SampledFrom(nn.Activations).Draw(t, key+" activation").Key
		}
		l = l.Append(x)
	}
	return l
}
