package dom

import (
	"math"
	"slices"
	"strconv"

	"ganvas/core/anatomy"
	"ganvas/core/nn"
	"ganvas/ui/plot"
)

// reason is how one number of a network was made, for people. Places are (row, column), and they, channels and numbers count from 1.
type reason struct {
	Title  string
	Value  float64
	How    anatomy.How
	Rows   []reasonRow // the largest products, the largest first
	Others int         // how many there are beside them, and
	Rest   float64     // what these add up to
	Biased bool
	Bias   float64
	Sum    float64
	Most   float64 // the greatest of all shares' sizes, for bars
	Then   []reasonStep
	Says   string
	Kernel [][]kernelCell // the weights between the channel of the largest product and this one; nil where there are none
}

// reasonRow is one product.
type reasonRow struct {
	Where                  string
	Value, Weight, Product float64
	Stage, Element         int // of the number below
}

// reasonStep is what becomes of a sum.
type reasonStep struct {
	By    string
	Value float64
}

// kernelCell is a weight of a kernel, and whether it takes part.
type kernelCell struct {
	Weight float64
	Used   bool
}

// reasonRows is how many products are told one by one.
const reasonRows = 8

// insideOf is what there is to explain of a player: where its numbers lie, and they.
type insideOf struct {
	*anatomy.Body
	player          string // "Generator" or "Discriminator"
	noise, classes  int    // of a generator: how many numbers of noise it is given, and of how many classes it is told beside them
	class           int    // of the subject
	values, weights []float32
}

// why is how an element of a stage was made: of a stage after a layer's sum, that sum with what became of it.
func (x insideOf) why(stage, element int) reason {
	r := reason{Title: x.titleOf(stage, element), Value: float64(x.Stages[stage].In(x.values)[element])}
	c := x.cause(stage, element)
	for c.How == anatomy.AsFunction && x.Stages[c.Terms[0].Stage].Layer == x.Stages[stage].Layer {
		r.Then = append(r.Then, reasonStep{x.functionOf(stage), c.Value})
		stage = c.Terms[0].Stage
		c = x.cause(stage, element)
	}
	slices.Reverse(r.Then)
	r.How, r.Biased, r.Bias, r.Sum = c.How, c.Biased, c.Bias, c.Sum()
	if c.How == anatomy.AsFunction {
		r.Then = append([]reasonStep{{x.functionOf(stage), c.Value}}, r.Then...)
	}
	r.rank(x, c)
	r.Kernel = x.kernel(stage, element, c)
	r.Says = x.says(stage, c)
	return r
}

func (x insideOf) cause(stage, element int) anatomy.Cause {
	return x.Explain(stage, element, x.class, x.values, x.weights)
}

// rank tells the largest products one by one, and sums the others up.
func (r *reason) rank(x insideOf, c anatomy.Cause) {
	terms := slices.Clone(c.Terms)
	slices.SortStableFunc(terms, func(a, b anatomy.Term) int {
		switch d := math.Abs(b.Product()) - math.Abs(a.Product()); {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	r.Most = math.Abs(r.Bias)
	for i, t := range terms {
		if i >= reasonRows {
			r.Others++
			r.Rest += t.Product()
			continue
		}
		stage := x.below(t.Stage)
		r.Rows = append(r.Rows, reasonRow{x.placeOf(stage, t.Element), t.Value, t.Weight, t.Product(), stage, t.Element})
		r.Most = max(r.Most, math.Abs(t.Product()))
	}
	r.Most = max(r.Most, math.Abs(r.Rest), 1e-30)
}

// below is a stage, or the one before it where that has the same numbers in another shape.
func (x insideOf) below(stage int) int {
	for stage > 0 && x.reshapes(stage) {
		stage--
	}
	return stage
}

// shapeOf is the shape that a stage's numbers are shown in: that which the layer after it gives them, where that does nothing else.
func (x insideOf) shapeOf(stage int) []int {
	if next := stage + 1; next < len(x.Stages) && x.reshapes(next) && len(x.Stages[next].Shape) == 3 {
		return x.Stages[next].Shape
	}
	return x.Stages[stage].Shape
}

func (x insideOf) reshapes(stage int) bool {
	if x.Stages[stage].Kind != nn.Applied {
		return false
	}
	switch x.Layer(stage).(type) {
	case nn.Flatten, nn.Reshape:
		return true
	}
	return false
}

// functionOf names what a stage does to each number.
func (x insideOf) functionOf(stage int) string {
	switch s := x.Stages[stage]; s.Kind {
	case nn.Normal:
		return x.Norm().Label + " norm"
	case nn.Activated:
		return x.Activation(stage).Label
	}
	return x.Layer(stage).Kind()
}

// layerName names the layer of a stage: "layer 3, convolution".
func (x insideOf) layerName(stage int) string {
	s := x.Stages[stage]
	if s.Layer < 0 {
		return "what it is given"
	}
	l := x.Layer(stage)
	if l == nil {
		return "the end"
	}
	return "layer " + strconv.Itoa(s.Layer+1) + ", " + l.Kind()
}

func (x insideOf) titleOf(stage, element int) string {
	return x.player + ", " + x.layerName(stage) + ": " + x.placeOf(stage, element)
}

// placeOf names an element of a stage.
func (x insideOf) placeOf(stage, element int) string {
	s := x.Stages[stage]
	shape := x.shapeOf(stage)
	if at := anatomy.Index(shape, element); len(at) == 3 {
		text := "(" + strconv.Itoa(at[0]+1) + ", " + strconv.Itoa(at[1]+1) + ")"
		if shape[2] > 1 {
			text = "channel " + strconv.Itoa(at[2]+1) + " " + text
		}
		return text
	}
	switch {
	case s.Kind == nn.Given && x.noise > 0 && element < x.noise:
		return "noise " + strconv.Itoa(element+1)
	case s.Kind == nn.Given && x.noise > 0:
		return "class " + strconv.Itoa(element-x.noise)
	case s.Len() == 1:
		return "the verdict"
	}
	return "unit " + strconv.Itoa(element+1)
}

// says tells in a sentence what reaches a number.
func (x insideOf) says(stage int, c anatomy.Cause) string {
	n := plot.Count(len(c.Terms))
	switch c.How {
	case anatomy.AsGiven:
		return "This number comes from outside: here the way ends."
	case anatomy.AsFunction:
		return "One number, made of one below."
	case anatomy.AsGreatest:
		return "The greatest of its window."
	}
	switch x.Stages[stage].Kind {
	case nn.Added:
		return "A residual layer: its own sum, and that of the layer before."
	case nn.Joined:
		return "The output, and the inner product of the last features with the direction of the class."
	}
	switch l := x.Layer(stage).(type) {
	case nn.Convolution:
		return n + " products: a window of " + sides(l.Kernel) + " in each of " + plot.Count(x.Stages[stage].Weight.Shape[2]) + " channels below, times one kernel for each."
	case nn.Transposed:
		return n + " products: at a stride of " + strconv.Itoa(l.Whole().Stride[0]) + " and a kernel of " + strconv.Itoa(l.Kernel[0]) + ", the patterns of " +
			plot.Count(len(c.Terms)/max(1, x.Stages[stage].Weight.Shape[3])) + " places below reach this one, each in " + plot.Count(x.Stages[stage].Weight.Shape[3]) + " channels."
	case nn.Full:
		return n + " products: every number below, times a weight of its own."
	}
	return n + " numbers below, mixed."
}

func sides(k [2]int) string { return strconv.Itoa(k[0]) + " × " + strconv.Itoa(k[1]) }

// kernel is the weights between the channel of the largest product and the element's, where there is a kernel and it is small.
func (x insideOf) kernel(stage, element int, c anatomy.Cause) [][]kernelCell {
	s := x.Stages[stage]
	if s.Kind != nn.Applied || len(s.Weight.Shape) != 4 || len(c.Terms) == 0 || s.Weight.Shape[0] > 7 || s.Weight.Shape[1] > 7 {
		return nil
	}
	largest := c.Terms[0]
	for _, t := range c.Terms {
		if math.Abs(t.Product()) > math.Abs(largest.Product()) {
			largest = t
		}
	}
	channel := func(t anatomy.Term) int { return anatomy.Index(x.Stages[t.Stage].Shape, t.Element)[2] }
	from, to := channel(largest), anatomy.Index(s.Shape, element)[2]
	if _, transposed := x.Layer(stage).(nn.Transposed); transposed {
		from, to = to, from
	}
	w := s.Weight.In(x.weights)
	out := make([][]kernelCell, s.Weight.Shape[0])
	for i := range out {
		for j := range s.Weight.Shape[1] {
			out[i] = append(out[i], kernelCell{Weight: float64(w[anatomy.At(s.Weight.Shape, i, j, from, to)])})
		}
	}
	for _, t := range c.Terms {
		if channel(t) == channel(largest) {
			out[t.Kernel[0]][t.Kernel[1]].Used = true
		}
	}
	return out
}
