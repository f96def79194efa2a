package judge_test

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"ganvas/core/data"
	"ganvas/core/imagefile/imagefiletest"
	"ganvas/core/imageset"
	"ganvas/core/judge"
	"ganvas/core/judge/trained"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/simd/native"
)

// reader is the judge that is shipped.
func reader(t *testing.T, machine func(*plan.Program) (plan.Machine, error)) *judge.Reader {
	t.Helper()
	j, err := judge.Parse(trained.Weights)
	if err != nil {
		t.Fatal(err)
	}
	r, err := judge.NewReader(j, machine)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func plain(p *plan.Program) (plan.Machine, error) { return kernel.New(p) }

// values are a set's images as the judge takes them.
func values(s *imageset.Set) []float32 {
	out := make([]float32, len(s.Pixels))
	for i, b := range s.Pixels {
		out[i] = data.Value(b)
	}
	return out
}

// accuracy is the share of a set's images that the judge reads as they are labelled.
func accuracy(t *testing.T, s *imageset.Set) float64 {
	t.Helper()
	got, err := reader(t, native.New).Read(values(s), nil)
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for i, l := range s.Labels {
		if got.Class(i) == int(l) {
			right++
		}
	}
	return float64(right) / float64(s.Len())
}

// The judge takes at most 120 KB.
func TestSize(t *testing.T) {
	if n := len(trained.Weights); n > 120_000 {
		t.Errorf("the weights take %d bytes", n)
	}
}

// What the judge is right about. Of the product's digits, of seeds that training never had, at least 99.5 in 100.
func TestOwnDigits(t *testing.T) {
	for _, seed := range []uint32{101, 102, 103} {
		if got := accuracy(t, data.ImageSet(data.Digits, seed, 2000)); got < .995 {
			t.Errorf("seed %d: %.4f of 2,000 digits are read right", seed, got)
		} else {
			t.Logf("seed %d: %.4f", seed, got)
		}
	}
}

// Of MNIST's test digits, none of which it was trained on, at least 97 in 100.
func TestMNIST(t *testing.T) {
	got := accuracy(t, imagefiletest.Digits(t))
	t.Logf("%.4f", got)
	if got < .97 {
		t.Errorf("%.4f of 10,000 digits are read right", got)
	}
}

// Every machine reads the same bits, of any number of images, and the probabilities of each sum to 1.
func TestMachinesAgree(t *testing.T) {
	images := values(data.ImageSet(data.Digits, 7, 37))
	a, err := reader(t, plain).Read(images, nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := reader(t, native.New).Read(images, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a.Len() != 37 || !slices.Equal(a.Features, b.Features) || !slices.Equal(a.Probabilities, b.Probabilities) {
		t.Error("plain Go and SIMD differ")
	}
	for i := range a.Len() {
		sum := 0.
		for _, p := range a.Probabilities[i*judge.Classes : (i+1)*judge.Classes] {
			sum += float64(p)
		}
		if math.Abs(sum-1) > 1e-5 {
			t.Errorf("the probabilities of image %d sum to %v", i, sum)
		}
	}
	if _, err := reader(t, plain).Read(images[1:], nil); err == nil {
		t.Error("a broken number of images is read")
	}
}

// The weights are written as they were read, and nothing else is taken for them.
func TestBytes(t *testing.T) {
	j, err := judge.Parse(trained.Weights)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(j.Bytes(), trained.Weights) {
		t.Error("what is read is not written again")
	}
	for _, b := range [][]byte{nil, trained.Weights[:len(trained.Weights)-1], append(slices.Clone(trained.Weights), 0), []byte("ganvas judge 1\n"), make([]byte, len(trained.Weights))} {
		if _, err := judge.Parse(b); err == nil {
			t.Errorf("%d bytes are taken", len(b))
		}
	}
}

// Training learns, and is a function of its seed: the same weights twice, and on any machine.
func TestTraining(t *testing.T) {
	var losses []float64
	long := judge.Training{Seed: 5, Steps: 200, Batch: 8, Rate: 2e-3, Told: func(_ int, loss float64) { losses = append(losses, loss) }}
	if _, err := long.Train(native.New); err != nil {
		t.Fatal(err)
	}
	if len(losses) != 2 || losses[1] > .7*losses[0] || losses[1] > math.Log(10) {
		t.Errorf("the mean losses of each hundred steps are %v", losses)
	}
	short := judge.Training{Seed: 6, Steps: 3, Batch: 4, Rate: 2e-3}
	a, err := short.Train(native.New)
	if err != nil {
		t.Fatal(err)
	}
	b, err := short.Train(plain)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("plain Go and SIMD train different weights")
	}
}
