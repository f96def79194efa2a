package experiment

import (
	"math"

	"pgregory.net/rapid"
)

// specs draws valid Specs: every field at random within its range, the minibatch within what the networks allow, and where fields make
// no sense together, the one that Check names as it is by default.
var specs = rapid.Custom(func(t *rapid.T) Spec {
	var s Spec
	for i := range Fields {
		draw(t, &Fields[i], &s)
	}
	if held := s.held(); held > 0 {
		s.Batch = max(1, min(s.Batch, MaxUnits/held))
	}
	base := Default()
	for {
		err, ok := s.Check().(*FieldError)
		if !ok {
			return s
		}
		f := Find(err.Field)
		if f.Get(&s) == f.Get(&base) {
			t.Fatalf("%s is refused by default: %v", f.Key, err)
		}
		_ = f.Set(&s, f.Get(&base))
	}
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
		for range rapid.IntRange(0, MaxLayers).Draw(t, f.Key+" layers") {
			x := Layer{Width: rapid.IntRange(1, MaxWidth).Draw(t, f.Key+" width")}
			if rapid.Bool().Draw(t, f.Key+" named") {
				x.Activation = rapid.SampledFrom(f.Choices).Draw(t, f.Key+" activation").Key
			}
			*p = p.Append(x)
		}
	}
}
