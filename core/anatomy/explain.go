package anatomy

import "ganvas/core/nn"

// How says what makes a number.
type How uint8

// A number is made of its terms in one of these ways.
const (
	AsGiven    How = iota // it has no terms
	AsSum                 // the sum of all products, and of the bias
	AsGreatest            // the greatest of a window, which is the one term
	AsFunction            // what a normalisation or a nonlinearity makes of the one term
)

// Term is a number of a stage before, and what it is multiplied by.
type Term struct {
	Stage, Element int
	Value, Weight  float64
	Kernel         [2]int // the row and the column of the kernel where the weight is
}

// Product is the term's share of the sum.
func (t Term) Product() float64 { return t.Value * t.Weight }

// Cause is what has made one number.
type Cause struct {
	How
	Terms  []Term
	Biased bool
	Bias   float64
	Value  float64 // the number itself, as the machine has it
}

// Sum is the sum of all products and of the bias, in double precision.
func (c Cause) Sum() float64 {
	sum := c.Bias
	for _, t := range c.Terms {
		sum += t.Product()
	}
	return sum
}

// Explain says what has made an element of a stage, given the numbers of all stages, all weights, and the class of the sample.
func (b *Body) Explain(stage, element, class int, values, weights []float32) Cause {
	s := b.Stages[stage]
	c := Cause{Value: float64(s.In(values)[element])}
	add := func(from, element int, weight float64, kernel ...int) {
		t := Term{Stage: from, Element: element, Value: float64(b.Stages[from].In(values)[element]), Weight: weight}
		copy(t.Kernel[:], kernel)
		c.Terms = append(c.Terms, t)
	}
	switch s.Kind {
	case nn.Given:
	case nn.Added:
		c.How = AsSum
		add(stage-1, element, 1)
		add(b.before(stage), element, 1)
	case nn.Joined:
		c.How = AsSum
		add(stage-1, element, 1)
		w := s.Weight.In(weights)
		for i := range s.Weight.Shape[0] {
			add(stage-2, i, float64(w[i*s.Weight.Shape[1]+class]))
		}
	case nn.Normal, nn.Activated:
		c.How = AsFunction
		add(stage-1, element, 1)
	case nn.Applied:
		below := b.Stages[stage-1]
		c.How = apply(b.Layer(stage), operands{below.Shape, s.Shape, below.In(values), s.Weight, s.Weight.In(weights)}, element, func(element int, weight float64, kernel ...int) {
			add(stage-1, element, weight, kernel...)
		})
		if s.Bias.Len() > 0 {
			bias := s.Bias.In(weights)
			c.Biased, c.Bias = true, float64(bias[element%len(bias)])
		}
	}
	return c
}

// before is the stage of the layer before whose numbers a residual layer adds: its last before its normalisation.
func (b *Body) before(stage int) int {
	for i := stage; ; i-- {
		if s := b.Stages[i]; s.Layer == b.Stages[stage].Layer-1 && (s.Kind == nn.Applied || s.Kind == nn.Added) {
			return i
		}
	}
}
