package nn

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/graph"
	"ganvas/core/random"
)

// A layer that cannot take what it is given says where, why, and what would fit.
func TestLayersThatDoNotFit(t *testing.T) {
	w := Weights{Init: Initialisers[0], Gain: 1}
	square := graph.SquareWindow
	for _, c := range []struct {
		name      string
		layer     Layer
		in        []int
		why, fits string
	}{
		{"features for images", Full{10, w}, []int{4, 4, 2}, "features in one row", "a flatten"},
		{"no width", Full{0, w}, []int{4}, "width of 0", "a width from 1"},
		{"images for features", Convolution{Channels: 3, Window: square(3, 1, 1), Weights: w}, []int{16}, "it wants an image", "a reshape"},
		{"no channels", Convolution{Window: square(3, 1, 1), Weights: w}, []int{4, 4, 1}, "0 channels", "1 to 4096 channels"},
		{"a window too large", Convolution{Channels: 3, Window: square(7, 1, 1), Weights: w}, []int{4, 4, 1}, "spans 7", "at most 6 by 6"},
		{"no kernel", Convolution{Channels: 3, Weights: w}, []int{4, 4, 1}, "kernel, stride and dilation lie in 1", "a kernel"},
		{"a monstrous kernel", Convolution{Channels: 3, Window: square(1<<40, 1, 1), Weights: w}, []int{4, 4, 1}, "kernel, stride and dilation lie in 1", "a kernel"},
		{"a pad that eats the image", Transposed{Channels: 3, Window: square(2, 2, 2), Weights: w}, []int{1, 1, 1}, "a length of -2", "a pad of at most 0"},
		{"too much more", Transposed{Channels: 3, Window: square(4, 2, 1), More: [2]int{2, 0}, Weights: w}, []int{4, 4, 1}, "2 rows or columns more", "0 to 1"},
		{"pooling features", MaxPool{square(2, 2, 0)}, []int{16}, "it wants an image", "a reshape"},
		{"a pool in the pad", MeanPool{square(2, 2, 2)}, []int{4, 4, 1}, "in the pad alone", "a pad smaller"},
		{"no factor", Nearest{0}, []int{4, 4, 1}, "factor of 0", "from 1 to 64"},
		{"a million channels", Convolution{Channels: 1 << 20, Window: square(3, 1, 1), Weights: w}, []int{4, 4, 1}, "1048576 channels", "1 to 4096 channels"},
		{"too large a sample", Nearest{64}, []int{64, 64, 16}, "too large", "at most 16777216"},
		{"another number", Reshape{[]int{7, 7, 2}}, []int{64}, "holds 98 numbers, not 64", "a layer of 98 numbers"},
		{"an empty shape", Reshape{[]int{0, 7}}, []int{64}, "a length of 0", "lengths from 1"},
	} {
		stack := Stack{Nonlinear{Activations[0]}, c.layer}
		sizes, err := stack.Sizes(c.in)
		var fit *FitError
		if !errors.As(err, &fit) || len(sizes) != 1 {
			t.Errorf("%s: %v after %d layers", c.name, err, len(sizes))
			continue
		}
		if fit.Place != 1 || fit.Kind != c.layer.Kind() || !slices.Equal(fit.In, c.in) || !strings.Contains(fit.Why, c.why) || !strings.Contains(fit.Fits, c.fits) {
			t.Errorf("%s: %v", c.name, err)
		}
		pass := &Pass{Params: NewScope("g"), State: NewScope("s")}
		var shape *graph.ShapeError
		err = graph.Build(func() { stack.Apply(pass, graph.Variable("x", append([]int{2}, c.in...)...)) })
		if !errors.As(err, &shape) || shape.Path != "g/1" {
			t.Errorf("%s: building it gives %v", c.name, err)
		}
	}
}

// Whatever fits is built, with the shape and the parameters that its size says; and multiply-adds are those of the products.
func TestSizesAreWhatLayersGive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		between := func(what string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(t, what) }
		pair := func(what string, lo, hi int) [2]int { return [2]int{between(what, lo, hi), between(what, lo, hi)} }
		window := graph.Window{Kernel: pair("kernel", 1, 4), Stride: pair("stride", 0, 3), Pad: pair("pad", 0, 2), Dilation: pair("dilation", 0, 2)}
		w := Weights{Init: Initialisers[between("initialiser", 0, len(Initialisers)-1)], Gain: 1, Unbiased: rapid.Bool().Draw(t, "unbiased"), Spectral: rapid.Bool().Draw(t, "spectral")}
		layers := []Layer{
			Convolution{between("channels", 1, 3), window, w}, Transposed{between("channels", 1, 3), window, pair("more", 0, 1), w},
			MaxPool{window}, MeanPool{window}, Nearest{between("factor", 1, 3)}, Bilinear{between("factor", 1, 3)}, Flatten{},
			Normalised{Norms[between("norm", 0, len(Norms)-1)]}, Nonlinear{Activations[0]},
		}
		layer := layers[between("layer", 0, len(layers)-1)]
		in := []int{between("height", 1, 7), between("width", 1, 7), between("depth", 1, 3)}
		size, err := layer.Size(in)
		if err != nil {
			t.Skip(err)
		}
		pass := &Pass{Params: NewScope("p"), State: NewScope("s"), Training: true}
		y := layer.Apply(pass, "0", graph.Variable("x", 2, in[0], in[1], in[2]))
		learnt, multiplications := 0, 0
		for _, v := range pass.Params.Variables() {
			values := make([]float32, v.Node.Shape().Len())
			v.Fill(random.New(1, v.Path), values)
			if slices.ContainsFunc(values, func(x float32) bool { return x != x }) {
				t.Errorf("%s starts from %v", v.Path, values)
			}
			learnt += len(values)
		}
		if !slices.Equal([]int(y.Shape()[1:]), size.Out) || learnt != size.Parameters {
			t.Errorf("%s of %v gives %v with %d parameters, and says %v with %d", layer.Kind(), in, y.Shape()[1:], learnt, size.Out, size.Parameters)
		}
		for _, n := range graph.Sorted(y) {
			if _, ok := n.Op().(graph.MatMulOp); ok && !w.Spectral {
				multiplications += n.Shape().Len() * n.Args()[0].Shape()[1]
			}
		}
		if multiplications > 0 && multiplications != 2*size.Multiplications {
			t.Errorf("%s of %v takes %d multiply-adds for two samples, and says %d", layer.Kind(), in, multiplications, size.Multiplications)
		}
	})
}

// The conditional image GAN's published sizes: 79 thousand and 26 thousand parameters.
func TestParametersOfPublishedNetworks(t *testing.T) {
	w := Weights{Init: Initialisers[0], Gain: 1}
	half := func(n int) Layer { return Convolution{Channels: n, Window: graph.SquareWindow(4, 2, 1), Weights: w} }
	twice := func(n int) Layer { return Transposed{Channels: n, Window: graph.SquareWindow(4, 2, 1), Weights: w} }
	batch := Normalised{BatchNorm}
	for _, c := range []struct {
		stack Stack
		in    []int
		want  int
	}{
		{Stack{Full{1568, w}, batch, Reshape{[]int{7, 7, 32}}, twice(16), batch, twice(1)}, []int{42}, 43*1568 + 2*1568 + 32*16*16 + 16 + 32 + 16*16 + 1},
		{Stack{half(16), half(32), Flatten{}, Full{1, w}}, []int{28, 28, 1}, 16*16 + 16 + 16*16*32 + 32 + 1569},
	} {
		sizes, err := c.stack.Sizes(c.in)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, s := range sizes {
			n += s.Parameters
		}
		if n != c.want {
			t.Errorf("%d parameters, want %d", n, c.want)
		}
	}
}
