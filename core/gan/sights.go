package gan

import (
	"slices"
	"strconv"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/opt"
	"ganvas/core/probe"
	"ganvas/core/stepping"
)

// steppedNumbers is about how many numbers of an array of samples are shown: of large minibatches of large images, the first pairs.
const steppedNumbers = 1 << 16

// sights are the slots of a player's move, named after what they hold.
type sights struct {
	*stepper
	o       *objective
	letter  string
	suffix  string
	rows    int // pairs that are shown
	updates []Update
}

// see lays out what is to be seen of a move.
func (s *stepper) see(o *objective, suffix string) *sights {
	b, saw := s.b, o.seen
	x := &sights{stepper: s, o: o, letter: o.player.letter, suffix: suffix, rows: b.spec.Batch}
	if most := max(b.spec.Pack, steppedNumbers/b.size/b.spec.Pack*b.spec.Pack); x.rows > most {
		x.rows = most
	}
	x.put("z", x.head(saw.z))
	x.put("count", o.player.count)
	for i, sort := range sorts {
		x.put(sort, x.head(b.data.space.shown(saw.drawn[i])))
		x.put(sort+".judged", saw.judged[i])
		x.put(sort+".logits", x.head(saw.logits[i]))
		x.put(sort+".says", x.head(b.game.Reading(saw.logits[i], saw.logits[stepping.Real], saw.logits[stepping.Made])))
		for k, y := range shownUnits(saw.unitsD[i]) {
			x.put(sort+".units."+strconv.Itoa(k), x.head(y))
		}
	}
	for k, y := range shownUnits(saw.unitsG) {
		x.put("units."+strconv.Itoa(k), x.head(y))
	}
	if saw.class != nil {
		x.put("class", x.head(Sum(Mul(saw.class, Iota(b.classes)), 1)))
		x.put("classes", saw.class)
	}
	// A pair's own share of a mean is the mean's slope times the pairs.
	pairs := Scalar(float32(saw.logits[stepping.Made].Shape()[0]))
	for i, slope := range Grad(saw.loss, saw.logits[:]...) {
		x.put(sorts[i]+".slopes", x.head(Mul(pairs, slope)))
	}
	if o.player == b.g {
		x.put("z.all", saw.z)
		x.pushes()
	}
	for i, p := range saw.parts {
		at := "part." + strconv.Itoa(i)
		x.put(at+".weight", p.weight)
		x.put(at+".value", p.value)
		if p.at != nil {
			x.put(at+".slopes", x.head(Grad(Sum(p.logits), p.at)[0]))
		}
	}
	gradients := o.gradients(b)
	for i, g := range gradients {
		x.put("gradient."+strconv.Itoa(i), g)
	}
	schedule, _ := opt.FindSchedule(o.player.spec.Schedule)
	rate := Mul(o.player.knob(b, "lr"), schedule.At(b.time, o.player.knob(b, "final")))
	x.put("figures", family.Vector(saw.loss, o.loss, length(gradients), rate))
	hypers := []*Node{rate}
	for _, h := range stepping.Hypers[1:] {
		hypers = append(hypers, o.player.knob(b, string(h)))
	}
	x.put("hypers", family.Vector(hypers...))
	if x.player() == stepping.D && b.spec.Clip > 0 {
		x.put("clip", family.Vector(b.knob("clip")))
	}
	for _, u := range o.ahead { // the extragradient's optimiser goes on from what it remembers a move ahead
		for _, v := range o.player.memory.Variables() {
			if u.Var == v.Node {
				x.put("memory."+v.Path, u.Value)
			}
		}
	}
	s.procedures = append(s.procedures, Procedure{Name: x.slot("see"), Updates: x.updates}, Procedure{Name: x.slot("after"), Updates: x.afterwards()})
	return x
}

// sorts name the two sorts of samples in slots.
var sorts = []string{"real", "made"}

// pushes are the slopes of what G minimises, and of the logit, by each sample, and the way that it moves the sample.
func (x *sights) pushes() {
	b, made := x.b, x.o.seen.drawn[stepping.Made]
	scale, per := Const(Shape{b.size}, b.scales()), make([]float32, b.size)
	for i, s := range b.scales() {
		per[i] = 1 / s
	}
	slope := Reshape(Grad(x.o.loss, made)[0], -1, b.size)
	rise := Reshape(Grad(Sum(x.o.seen.logits[stepping.Made]), made)[0], -1, b.size)
	pairs := float32(b.spec.Batch / b.spec.Pack)
	x.put("slope", x.head(Mul(Mul(Scalar(pairs), slope), Const(Shape{b.size}, per))))
	x.put("push", x.head(Mul(Mul(Scalar(-pairs), slope), scale)))
	x.put("rise", x.head(Mul(rise, Const(Shape{b.size}, per))))
}

// scales are how long one of training's units is in the data's, of each number of a sample.
func (b *builder) scales() []float32 {
	if m, ok := b.data.space.(*images); ok {
		out := make([]float32, b.size)
		for i := range out {
			out[i] = 1 / m.step()
		}
		return out
	}
	return b.data.frame.Scale
}

// gradients are those that the player's optimiser is given: in the extragradient's order they are found a move ahead.
func (o *objective) gradients(b *builder) []*Node {
	grads := Grad(o.loss, o.player.params.Nodes()...)
	if b.spec.Order == "extragradient" {
		return After(o.ahead, grads...)
	}
	return grads
}

// afterwards is the same noise through G, and the same samples through D, as they are then.
func (x *sights) afterwards() (out []Update) {
	b, saw := x.b, x.o.seen
	count := Variable(x.slot("count"), 2)
	n := 0
	chance := func(shape ...int) *Node {
		n++
		return Uniform(Key{Seed: b.seed, Count: count}, x.letter+".chance"+strconv.Itoa(n), shape...)
	}
	b.g.begin(chance)
	b.d.begin(chance)
	put := func(name string, y *Node) {
		out = append(out, Update{Var: Variable(x.slot(name), y.Shape()...), Value: y})
	}
	var class *Node
	if saw.class != nil {
		class = Variable(x.slot("classes"), saw.class.Shape()...)
	}
	judged := [2]*Node{}
	for i, sort := range sorts {
		judged[i] = Variable(x.slot(sort+".judged"), saw.judged[i].Shape()...)
	}
	if x.o.player == b.g {
		z := Variable(x.slot("z.all"), saw.z.Shape()...)
		moved := b.g.of(z, class)
		put("made.after", x.head(b.data.space.shown(moved)))
		judged[stepping.Made] = b.packed(moved) // without a blur, which is another each time
	}
	logits := [2]*Node{b.d.of(judged[0], b.packed(class)), b.d.of(judged[1], b.packed(class))}
	for i, sort := range sorts {
		put(sort+".logits.after", x.head(logits[i]))
		put(sort+".says.after", x.head(b.game.Reading(logits[i], logits[0], logits[1])))
	}
	return out
}

// slot is the name of a slot of this move.
func (x *sights) slot(name string) string {
	return "probe." + probe.Stepping + "." + x.letter + x.suffix + "." + name
}

func (x *sights) put(name string, y *Node) {
	x.updates = append(x.updates, Update{Var: Variable(x.slot(name), y.Shape()...), Value: y})
}

// head is the rows that are shown, of an array that has one for each pair or each pack.
func (x *sights) head(y *Node) *Node {
	n := y.Shape()[0] * x.rows / x.b.spec.Batch
	if n == y.Shape()[0] {
		return y
	}
	start, end := make([]int, len(y.Shape())), slices.Clone(y.Shape())
	end[0] = n
	return Slice(y, start, end)
}

// shownUnits are what the chosen units of each layer give; nil where a layer has no units in a row.
func shownUnits(layers []*Node) (out []*Node) {
	for _, y := range layers {
		if len(y.Shape()) != 2 {
			return nil
		}
		units := probe.Chosen(y.Shape()[1])
		index := make([]float32, len(units))
		for i, u := range units {
			index[i] = float32(u)
		}
		out = append(out, Transpose(Gather(Transpose(y, 1, 0), Const(Shape{len(index)}, index)), 1, 0))
	}
	return out
}

func (x *sights) player() int {
	if x.o.player == x.b.g {
		return stepping.G
	}
	return stepping.D
}
