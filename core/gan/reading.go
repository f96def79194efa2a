package gan

import (
	"ganvas/core/data"
	. "ganvas/core/graph"
	"ganvas/core/imagemetric"
	digits "ganvas/core/judge"
	"ganvas/core/metric"
	"ganvas/core/nn"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// MeasureImages is how many generated images measures are given, and how many of the data.
const MeasureImages = 512

// reading is the judge of digits as a part of a program: it reads the images in the slot "sample", and measures of images go by what it reads.
type reading struct {
	ask     func() *digits.Judge // nil until its weights are there
	weights bool                 // they are in the machine that constants were asked for last
	params  *nn.Scope            // of the program that was traced last

	real, other imagemetric.Read // fresh images of the data, and more, which floors take for generated; empty until something is measured
	labels      []float32        // the classes of other, or nil
	train       []float32        // some images of training, for what looks for copies
}

// newReading is what a judge makes of images of a source, or nil where it cannot read them, or there will be no judge.
func newReading(ask func() *digits.Judge, s data.Imaged) *reading {
	if shape := s.Shape(); ask == nil || shape[0] != digits.Side || shape[1] != digits.Side || shape[2] != 1 {
		return nil
	}
	return &reading{ask: ask}
}

// procedure has the judge read the images in "sample", n of them.
func (r *reading) procedure(n int) Procedure {
	r.params = nn.NewScope("judge")
	x := Sub(Mul(Variable("sample", n, digits.Side*digits.Side), Scalar(2./255)), Scalar(1))
	features, logits := digits.Apply(r.params, Reshape(x, n, digits.Side, digits.Side, 1))
	return Procedure{Name: "judge", Updates: []Update{
		{Var: Variable("judge.features", n, digits.Features), Value: features},
		{Var: Variable("judge.probabilities", n, digits.Classes), Value: digits.Probabilities(logits)},
	}}
}

// constants are the judge's weights, or zeros where they are still to come.
func (r *reading) constants() (out []run.Constant) {
	j := r.ask()
	r.weights = j != nil
	for _, v := range r.params.Variables() {
		out = append(out, run.Constant{Name: v.Name, Values: func() []float32 {
			if j == nil {
				return make([]float32, v.Node.Shape().Len())
			}
			return j.Weights(v.Path)
		}})
	}
	return out
}

// ready puts the weights where the machine reads them, once they have come, and says whether they are there.
func (r *reading) ready(s *run.Slots) bool {
	if r.weights {
		return true
	}
	j := r.ask()
	if j == nil {
		return false
	}
	for _, v := range r.params.Variables() {
		s.Write(v.Name, j.Weights(v.Path))
	}
	r.weights = true
	return true
}

// read has images read, of bytes as numbers from 0 to 255, n at a time.
func (r *reading) read(s *run.Slots, images []float32, n int, rest func()) (imagemetric.Read, error) {
	const size = digits.Side * digits.Side
	out := imagemetric.Read{Images: images, Classes: digits.Classes, Count: len(images) / size}
	for at := 0; at < len(images); at += n * size {
		some := make([]float32, n*size)
		copy(some, images[at:])
		s.Write("sample", some)
		if err := s.Call("judge"); err != nil {
			return out, err
		}
		out.Features = append(out.Features, s.Read("judge.features")...)
		out.Probabilities = append(out.Probabilities, s.Read("judge.probabilities")...)
		rest()
	}
	out.Features, out.Probabilities = out.Features[:out.Count*digits.Features], out.Probabilities[:out.Count*digits.Classes]
	return out, nil
}

// aim has the judge read what measures ask of the data.
func (r *reading) aim(m *images, s *run.Slots, rest func()) error {
	if r.real.Count > 0 {
		return nil
	}
	stream := random.New(m.seed, "measure")
	fresh := func() (read imagemetric.Read, labels []float32, err error) {
		pixels, labels := make([]uint8, MeasureImages*elements(m.shape)), make([]float32, MeasureImages)
		m.source.(data.Imaged).SampleBytes(stream, pixels, labels)
		images := make([]float32, len(pixels))
		for i, b := range pixels {
			images[i] = float32(b)
		}
		read, err = r.read(s, images, m.sampled(), rest)
		return read, labels, err
	}
	real, _, err := fresh()
	if err != nil {
		return err
	}
	other, labels, err := fresh()
	if err != nil {
		return err
	}
	r.real, r.other, r.labels, r.train = real, other, labels, m.some(searchedImages)
	return nil
}

// searchedImages is among how many images of training copies are looked for.
const searchedImages = 1000

// some is images of training, n at most, evenly spaced, as numbers from 0 to 255.
func (m *images) some(n int) []float32 {
	size := elements(m.shape)
	n = min(n, m.count)
	out := make([]float32, 0, n*size)
	for i := range n {
		at := i * m.count / n * size
		for _, b := range m.pixels[at : at+size] {
			out = append(out, float32(b))
		}
	}
	return out
}

// look prepares the measures of the samples of this moment; there are none before a judge is there.
func (m *images) look(s *run.Slots, rest func()) (out []run.Measure, err error) {
	r := m.reading
	if r == nil || !r.ready(s) {
		return nil, nil
	}
	if err := r.aim(m, s, func() {}); err != nil {
		return nil, err
	}
	x := &imagemetric.Samples{Real: r.real, Other: r.other, Labels: r.labels, Train: r.train, Rest: rest}
	images, asked, err := sample(s, MeasureImages, elements(m.shape))
	if err != nil {
		return nil, err
	}
	if m.classes == digits.Classes {
		x.Asked = asked
	}
	if x.Generated, err = r.read(s, images, m.sampled(), func() {}); err != nil {
		return nil, err
	}
	for _, measure := range imagemetric.All {
		if measure.Applies(x) {
			out = append(out, run.Measure{Key: measure.Key, Cheap: measure.Cost == metric.Cheap, Compute: func() wire.Measure {
				got := measure.Of(x)
				return wire.Measure{Value: got.Value, Floor: got.Floor.Mean, Low: got.Floor.Low, High: got.Floor.High}
			}})
		}
	}
	return out, nil
}
