package gan

import (
	"strconv"

	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/penalty"
)

// part is a penalty or regulariser that is added to a loss.
type part struct {
	key           string
	weight, value *Node
	at, logits    *Node // where a penalty of the discriminator looks, and the logits there; else nil
}

// penalties is the sum of the discriminator's penalties by their weights at this step, and which they are.
func (b *builder) penalties(critic penalty.Critic, m penalty.Minibatch) (sum *Node, parts []part) {
	sum = Scalar(0)
	if !b.penalised {
		return sum, nil
	}
	fade := opt.Exponential(b.time, b.knob("penalty.decay"))
	for _, p := range penalty.All {
		if *b.spec.Weight(p.Key) > 0 {
			x := part{key: p.Key, weight: Mul(b.knob(p.Key), fade)}
			x.value = p.Against(b.spec.Ensemble).Of(func(at *Node) *Node {
				x.at, x.logits = at, critic(at)
				return x.logits
			}, m)
			sum = Add(sum, Mul(x.weight, x.value))
			x.weight = b.lazily(x.weight)
			parts = append(parts, x)
		}
	}
	return b.lazily(sum), parts
}

// lazily makes up for the steps at which a penalty is left out.
func (b *builder) lazily(x *Node) *Node {
	if k := b.spec.Lazy(); k > 1 {
		return Mul(Scalar(float32(k)), x)
	}
	return x
}

// regularisers is the sum of the generator's by their weights, given the noise and classes that its samples are made of, which they are, and what
// they keep.
func (b *builder) regularisers(k Key, z, class, samples *Node) (sum *Node, parts []part, kept []Update) {
	sum = Scalar(0)
	n := b.spec.Batch
	if b.spec.ModeSeeking > 0 {
		z2 := b.noise(k, "g.noise.other", n)
		seek := penalty.Seek(z, z2, samples, b.g.of(z2, class))
		sum = Add(sum, Mul(b.knob("modeseek"), seek))
		parts = append(parts, part{key: penalty.ModeSeeking.Key, weight: b.knob("modeseek"), value: seek})
	}
	if b.spec.PathLength > 0 && b.penalised {
		mean := b.counters.Variable("path.length", nn.Constant(0))
		excess, next := penalty.PathPenalty(penalty.Paths(z, samples, Normal(k, "g.path", samples.Shape()...)), mean)
		sum = Add(sum, b.lazily(Mul(b.knob("path"), excess)))
		parts = append(parts, part{key: penalty.PathLength.Key, weight: b.lazily(b.knob("path")), value: excess})
		kept = append(kept, Update{Var: mean, Value: next})
	}
	return sum, parts, kept
}

// augmented is samples as the discriminator sees them: blurred by instance noise, and packed.
//
// The noise's standard deviation falls along a line to 0 at its share of the horizon; a share of 0 lets it stay.
func (b *builder) augmented(k Key, stream string, x *Node) *Node {
	if b.spec.InstanceNoise > 0 {
		end := b.knob("instance.decay")
		left := Max(Scalar(0), Sub(Scalar(1), Div(b.time, Max(end, Scalar(1e-9)))))
		sd := Mul(b.knob("instance.noise"), Choose(Scalar(0), end, left, Scalar(1)))
		x = Add(x, Mul(sd, Normal(k, stream, x.Shape()...)))
	}
	return b.packed(x)
}

// chance returns fresh numbers by the mover's key, another stream each time it is asked.
func (b *builder) chance(mover *player) func(shape ...int) *Node {
	n := 0
	return func(shape ...int) *Node {
		n++
		return Uniform(mover.key(b), mover.letter+".chance"+strconv.Itoa(n), shape...)
	}
}

// share is a probability that is a live field, as a scalar, or nil where it is 0.
func (b *builder) share(key string, value float64) *Node {
	if value == 0 {
		return nil
	}
	return b.knob(key)
}
