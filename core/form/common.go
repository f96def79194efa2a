package form

import (
	"slices"

	"ganvas/core/data"
	"ganvas/core/experiment"
)

// Common is what the Specs of all families have but for that of two players, whose players each have their own.
type Common struct {
	Data string // key in data.All, or experiment.OwnData
	Rows int    // points drawn from the data, once; minibatches are drawn from them
	Seed uint32 // of every random stream

	Batch int // points in a minibatch
	Steps int // the horizon: the learning rate falls until there and then stays

	Rate         float64 // Adam's learning rate at the start
	Final        float64 // the share of it that is left at the horizon, along half a cosine
	Beta1, Beta2 float64 // Adam's memories
	Average      float64 // the memory of the averaged weights, which pictures and measures use; 0 is no averaging
}

// DefaultCommon is where the common fields start.
func DefaultCommon(data string) Common {
	return Common{Data: data, Rows: 32768, Seed: 1, Batch: 256, Steps: 2000, Rate: .005, Final: .01, Beta1: .9, Beta2: .99, Average: 0}
}

// DataFields are the first fields of a Spec: what is to be learnt.
func DataFields[S any](common func(*S) *Common) experiment.Table[S] {
	source := like("data", "data", func(s *S) any { return &common(s).Data })
	source.Choices = slices.DeleteFunc(slices.Clone(source.Choices), func(o experiment.Option) bool {
		e, ok := data.Find(o.Key)
		return ok && !Planar(e.Source)
	})
	return experiment.Table[S]{
		source,
		like("rows", "rows", func(s *S) any { return &common(s).Rows }),
		like("seed", "seed", func(s *S) any { return &common(s).Seed }),
	}
}

// Planar says whether a source is of points of the plane, which is all that these families learn.
func Planar(s data.Source) bool { return slices.Equal(data.ShapeOf(s), []int{2}) }

// TrainingFields are the last fields of a Spec that learns by gradients: how.
func TrainingFields[S any](common func(*S) *Common) experiment.Table[S] {
	t := experiment.Table[S]{
		like("lr", "g.lr", func(s *S) any { return &common(s).Rate }),
		like("beta1", "g.beta1", func(s *S) any { return &common(s).Beta1 }),
		like("beta2", "g.beta2", func(s *S) any { return &common(s).Beta2 }),
		like("final", "g.final", func(s *S) any { return &common(s).Final }),
		like("ema", "g.ema", func(s *S) any { return &common(s).Average }),
		like("batch", "batch", func(s *S) any { return &common(s).Batch }),
		like("steps", "steps", func(s *S) any { return &common(s).Steps }),
	}
	for i := range t {
		t[i].Group = "training"
	}
	return t
}

// NetworkField is the hidden layers of a network, of the group that it is in.
func NetworkField[S any](key, label, doc, group string, place func(*S) any) experiment.FieldOf[S] {
	f := like(key, "g", place)
	f.Label, f.Doc, f.Group, f.Symbol, f.Plain = label, doc, group, "", true
	return f
}

// like is a field that says what the field of two players with the key of says.
func like[S any](key, of string, place func(*S) any) experiment.FieldOf[S] {
	return experiment.Like(experiment.Find(of), key, place)
}
