package experiment

import (
	"slices"

	"ganvas/core/nn"
)

// Design is a player as the Spec has it for data of some shape.
type Design struct {
	In      []int // the shape of one input
	Out     []int // and of what the network has to make of it
	Network nn.Network
}

// Sizes says what every layer of the list and, where the list does not end in it, the output layer make of an input: shapes, parameters and
// multiply-adds. The error is a *nn.FitError, whose Place counts the list's layers from 0, beside the sizes of those before it.
func (d Design) Sizes() ([]nn.Size, error) {
	sizes, err := d.Network.Sizes(d.In)
	if err != nil {
		return sizes, err
	}
	in, got := d.In, d.In
	for _, s := range sizes {
		in, got = got, s.Out
	}
	if d.Network.Shape == nil && !slices.Equal(got, d.Out) {
		return sizes[:len(sizes)-1], &nn.FitError{Place: len(sizes) - 1, Kind: outputKind, In: in,
			Why: shapeText(got) + " comes out, and not the data's " + shapeText(d.Out), Fits: "a last layer that gives " + shapeText(d.Out)}
	}
	return sizes, nil
}

// outputKind is what errors call what a list gives.
const outputKind = "output"

// DesignG is the generator of examples of a shape, told of so many classes, 0 for none: from noise, with the class beside it.
//
// A list that ends in features is followed by a fully connected output layer, which gives the example. One that ends in an image gives it
// itself, and its last layer is the output layer, if that has weights. Images are squashed into the range of their pixels, unless the list's last
// layer is the output layer and names an activation.
func (s Spec) DesignG(shape []int, classes int) Design {
	p := &s.Generator
	n := p.network()
	if pictorial(shape) {
		n.Squash = s.PixelRange().squash()
	}
	last := p.Hidden.n - 1
	switch {
	case !p.Hidden.picture():
		n.Output = nn.Full{Out: elements(shape), Weights: p.weights(1)}
		n.Shape = shape
	case n.Hidden[last].Learns:
		if p.Hidden.At(last).Activation != "" {
			n.Squash = n.Hidden[last].Activation
		}
		n.Output, n.Hidden = n.Hidden[last].Layer, n.Hidden[:last]
	}
	return Design{[]int{s.Latent + classes}, shape, n}
}

// DesignD is a discriminator of packs of examples of a shape, told of so many classes, 0 for none: by projection, or beside the examples, in
// features as one number more for each class, in images as one channel more. The output layer, of one logit, is not in the list; it reads
// all numbers of what the list gives. A list that begins with a fully connected layer reads all numbers of an image, too.
func (s Spec) DesignD(shape []int, classes int) Design {
	p := &s.Discriminator
	n := p.network()
	n.Output = nn.Full{Out: 1, Weights: p.weights(1)}
	beside := 0
	if s.Condition == "concat" {
		beside = classes
	}
	if !pictorial(shape) || p.Hidden.n == 0 || p.Hidden.At(0).Kind == "" {
		return Design{[]int{s.Pack * (elements(shape) + beside)}, []int{1}, n}
	}
	return Design{[]int{shape[0], shape[1], s.Pack * (shape[2] + beside)}, []int{1}, n}
}

// network is a player's hidden layers.
func (p *Player) network() nn.Network {
	norm, _ := nn.FindNorm(p.Norm)
	n := nn.Network{Norm: norm, Residual: p.Residual, Class: p.weights(1)}
	for i := range p.Hidden.Len() {
		n.Hidden = append(n.Hidden, p.block(p.Hidden.At(i)))
	}
	return n
}

// block is a hidden layer of the player.
func (p *Player) block(l Layer) nn.Block {
	k, _ := KindOf(l)
	if !k.Activated {
		return nn.Block{Layer: k.of(l, p.weights(1))}
	}
	key := l.Activation
	if key == "" {
		key = p.Activation
	}
	act, _ := nn.FindActivation(key)
	return nn.Block{Layer: k.of(l, p.weights(act.Gain)), Learns: k.Learns, Activation: act}
}

// weights is what the player's layers with weights have in common, given the gain of the nonlinearity that follows.
func (p *Player) weights(gain float64) nn.Weights {
	init, _ := nn.FindInitialiser(p.Init)
	return nn.Weights{Init: init, Gain: gain, Unbiased: !p.Bias, Spectral: p.Spectral}
}

// picture says whether what a list gives is an image: whether the last layer that says so gives one.
func (l Layers) picture() bool {
	for i := l.n - 1; i >= 0; i-- {
		switch l.at[i].Kind {
		case "", "flat":
			return false
		case "batch", "layer", "pixel":
		default:
			return true
		}
	}
	return false
}

// pictorial says whether examples of a shape are images.
func pictorial(shape []int) bool { return len(shape) == 3 }

func elements(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}
