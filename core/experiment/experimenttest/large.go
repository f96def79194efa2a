// Package experimenttest draws experiments at random, for tests that hold for any.
package experimenttest

import (
	"errors"
	"strconv"

	"pgregory.net/rapid"

	"ganvas/core/experiment"
)

// Large draws valid Specs of any size: from single units to networks and minibatches that are just allowed, with any choice, and with most
// switches off.
var Large = rapid.Custom(func(t *rapid.T) experiment.Spec {
	s := experiment.Default()
	for i := range experiment.Fields {
		draw(t, &experiment.Fields[i], &s)
	}
	s.Generator.Hidden, s.Discriminator.Hidden = layers(t), layers(t)
	s.Unroll = rapid.SampledFrom([]int{0, 0, 0, 0, 1, 3, 10}).Draw(t, "unroll")
	for s.Batch = 4096 >> rapid.IntRange(0, 8).Draw(t, "batch"); s.Batch > 1 && s.Check() != nil; s.Batch /= 2 {
	}
	return Sensible(s)
})

func draw(t *rapid.T, f *experiment.Field, s *experiment.Spec) {
	switch f.Kind {
	case experiment.Choice:
		if key := rapid.SampledFrom(f.Choices).Draw(t, f.Key).Key; key != experiment.OwnData {
			_ = f.Set(s, key)
		}
	case experiment.Flag:
		_ = f.Set(s, rapid.SampledFrom([]string{"on", "off"}).Draw(t, f.Key))
	case experiment.Integer:
		_ = f.Set(s, strconv.Itoa(rapid.IntRange(int(f.Min), min(int(f.Max), 1<<17)).Draw(t, f.Key)))
	case experiment.Number:
		if f.Switch {
			_ = f.Set(s, rapid.SampledFrom([]string{"0", "0", "0", "0.1"}).Draw(t, f.Key))
		}
	}
}

func layers(t *rapid.T) (l experiment.Layers) {
	most := rapid.SampledFrom([]int{16, 256, 512}).Draw(t, "most")
	for range rapid.IntRange(0, experiment.MaxLayers).Draw(t, "layers") {
		l = l.Append(experiment.Layer{Width: rapid.IntRange(1, most).Draw(t, "width")})
	}
	return l
}

// Sensible takes back what makes no sense in s, field by field as Check names them.
func Sensible(s experiment.Spec) experiment.Spec {
	base := experiment.Default()
	for {
		var e *experiment.FieldError
		if !errors.As(s.Check(), &e) {
			return s
		}
		f := experiment.Find(e.Field)
		if f.Get(&s) == f.Get(&base) {
			panic(e)
		}
		_ = f.Set(&s, f.Get(&base))
	}
}
