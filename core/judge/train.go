package judge

import (
	"math"

	. "ganvas/core/graph"

	"ganvas/core/data"
	"ganvas/core/glyph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/scalar"
)

// Training is how a judge is trained: by AdamW down the cross entropy, at a rate that falls to nothing along a cosine.
type Training struct {
	Seed  uint32
	Steps int
	Batch int
	Rate  float64
	// Told is called after every 100 steps with their mean loss; nil for none.
	Told func(step int, loss float64)
}

// Usual is the training of the weights that are shipped.
var Usual = Training{Seed: 1, Steps: 4000, Batch: 64, Rate: 2e-3}

// decay is of weights, by AdamW.
const decay = .02

// Train trains a judge on a machine.
func (t Training) Train(machine func(*plan.Program) (plan.Machine, error)) (*Judge, error) {
	s, err := t.start(machine)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	sum := 0.
	for step := range t.Steps {
		s.write("rate", []float32{t.rate(step)})
		t.draw(s.chance, s.images, s.labels)
		s.write("x", s.images)
		s.write("class", s.labels)
		if err := s.Run(0, 1); err != nil {
			return nil, err
		}
		sum += float64(s.read("loss")[0])
		if t.Told != nil && (step+1)%100 == 0 {
			t.Told(step+1, sum/100)
			sum = 0
		}
	}
	j := &Judge{map[string][]float32{}}
	for _, v := range s.params.Variables() {
		j.values[v.Path] = s.read(v.Name)
	}
	return j, nil
}

// rate is a step's: the lanes' cosine has the same bits everywhere, as package math's has not.
func (t Training) rate(step int) float32 {
	cos := scalar.Cos.Of(float32(math.Pi * float64(step) / float64(t.Steps)))
	return (1 + cos) * float32(t.Rate/2)
}

// session is a training under way.
type session struct {
	plan.Machine
	program        *plan.Program
	params, memory *nn.Scope
	chance         *random.Source
	images, labels []float32
}

func (s *session) write(name string, v []float32) { s.Write(s.program.Slot(name), v) }

func (s *session) read(name string) []float32 {
	slot := s.program.Slot(name)
	v := make([]float32, s.program.Slots[slot].Len)
	s.Read(slot, v)
	return v
}

// start compiles a step, and writes the first values.
func (t Training) start(machine func(*plan.Program) (plan.Machine, error)) (*session, error) {
	s := &session{params: nn.NewScope("judge"), memory: nn.NewScope("judge.opt"), chance: random.New(t.Seed, "judge/digits")}
	s.images, s.labels = make([]float32, t.Batch*Side*Side), make([]float32, t.Batch)
	var step Procedure
	if err := Build(func() { step = t.step(s) }); err != nil {
		return nil, err
	}
	var err error
	if s.program, err = plan.Compile([]Procedure{step}, []plan.Call{{Name: "step", Procedures: []string{"step"}}}); err != nil {
		return nil, err
	}
	if s.Machine, err = machine(s.program); err != nil {
		return nil, err
	}
	for _, scope := range []*nn.Scope{s.params, s.memory} {
		for _, v := range scope.Variables() {
			values := make([]float32, v.Node.Shape().Len())
			v.Fill(random.New(t.Seed, v.Name), values)
			s.write(v.Name, values)
		}
	}
	return s, nil
}

// step is one step: the cross entropy of the classes, and AdamW.
func (t Training) step(s *session) Procedure {
	_, logits := Apply(s.params, Variable("x", t.Batch, Side, Side, 1))
	class := Equal(Reshape(Variable("class", t.Batch), t.Batch, 1), Reshape(Iota(Classes), 1, Classes))
	top := Reshape(MaxOver(logits, 1), t.Batch, 1)
	total := Add(top, Log(Reshape(Sum(Exp(Sub(logits, top)), 1), t.Batch, 1)))
	loss := Div(Sum(Mul(class, Sub(total, logits))), Scalar(float32(t.Batch)))
	h := opt.Hypers{Rate: Variable("rate"), Beta1: Scalar(.9), Beta2: Scalar(.99), Decay: Scalar(decay), Epsilon: Scalar(1e-8)}
	return Procedure{Name: "step", Updates: append(opt.AdamW.Minimise(s.memory, h, loss, s.params), Update{Var: Variable("loss"), Value: loss})}
}

// draw draws images and their classes: the product's own digits, of hands, pens and sizes that differ more than those that it shows, and now and then
// beside the middle, so that the judge knows more than it has to.
func (t Training) draw(r *random.Source, images, labels []float32) {
	const size = Side * Side
	pixels := make([]uint8, size)
	for i := range labels {
		paper := glyph.Paper28
		paper.Body += float64(4*r.Float32() - 2)
		paper.Spread *= 1.6
		paper.Loose = 1 + .5*float64(r.Float32())
		class := r.IntN(Classes)
		glyph.Digits.Draw(r, paper, class, pixels)
		labels[i] = float32(class)
		moved(images[i*size:(i+1)*size], pixels, r.IntN(3)-1, r.IntN(3)-1)
	}
}

// moved writes an image's values, so many pixels to the right and down.
func moved(dst []float32, pixels []uint8, dx, dy int) {
	for i := range dst {
		x, y := i%Side-dx, i/Side-dy
		dst[i] = -1
		if x >= 0 && x < Side && y >= 0 && y < Side {
			dst[i] = data.Value(pixels[y*Side+x])
		}
	}
}
