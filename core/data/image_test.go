package data

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/random"
)

// Every source of images says one thing in three ways: bytes, values, and values without classes; and one seed gives one set.
func TestImages(t *testing.T) {
	for _, e := range Images {
		t.Run(e.Key, func(t *testing.T) {
			s := e.Source.(Imaged)
			size, n := Size(s), 200
			pixels, values, alone := make([]uint8, n*size), make([]float32, n*size), make([]float32, n*size)
			labels, again := make([]float32, n), make([]float32, n)
			s.SampleBytes(random.New(1, "images"), pixels, labels)
			s.SampleLabelled(random.New(1, "images"), values, again)
			s.Sample(random.New(1, "images"), alone)
			if !slices.Equal(values, alone) || !slices.Equal(labels, again) {
				t.Error("values differ from those with classes, or classes from those of bytes")
			}
			for i, b := range pixels {
				// The rounded step is 2^-31 off at most, 255 times; then two roundings, of numbers below 2.
				if want := 2*float64(b)/255 - 1; math.Abs(float64(values[i])-want) > 2*0x1p-23 {
					t.Fatalf("byte %d is %v, want %v", b, values[i], want)
				}
			}
			another := make([]uint8, len(pixels))
			s.SampleBytes(random.New(2, "images"), another, again)
			if slices.Equal(pixels, another) {
				t.Error("two seeds give the same images")
			}
			if got, ok := Find(e.Key); !ok || got.Source != e.Source || e.Label == "" || e.Doc == "" {
				t.Error("Find does not find it, or it has no label or sentence")
			}
		})
	}
}

// All classes come, each as often as chance has it: five standard deviations of a binomial.
func TestImagesClasses(t *testing.T) {
	for _, e := range Images {
		s := e.Source.(Imaged)
		n := 2000
		counts := make([]float64, s.Classes())
		labels := make([]float32, n)
		s.SampleBytes(random.New(3, "images"), make([]uint8, n*Size(s)), labels)
		for _, l := range labels {
			counts[int(l)]++
		}
		p := 1 / float64(len(counts))
		for c, k := range counts {
			if math.Abs(k-float64(n)*p) > 5*math.Sqrt(float64(n)*p*(1-p)) {
				t.Errorf("%s: class %d came %v times of %d", e.Key, c, k, n)
			}
		}
		if names := e.Source.(Named).ClassNames(); len(names) != len(counts) {
			t.Errorf("%s: %d names of %d classes", e.Key, len(names), len(counts))
		}
	}
}

// The channels of stacked digits are those of digits: each alone is an image that digits draw, of the class that is told.
func TestStacked(t *testing.T) {
	const n, size = 20, 28 * 28
	pixels, classes := make([]uint8, 3*n*size), make([]float32, 3*n)
	StackedDigits.(*Stacked).SampleStacked(random.New(4, "images"), pixels, classes)
	want, labels := make([]uint8, 3*n*size), make([]float32, 3*n)
	Digits.SampleBytes(random.New(4, "images"), want, labels)
	if !slices.Equal(classes, labels) {
		t.Error("the channels are of other classes than digits drawn in turn")
	}
	for i := range pixels {
		image, pixel, channel := i/(3*size), i%(3*size)/3, i%3
		if pixels[i] != want[(3*image+channel)*size+pixel] {
			t.Fatalf("image %d, channel %d, pixel %d is %d, want %d", image, channel, pixel, pixels[i], want[(3*image+channel)*size+pixel])
		}
	}
}
