package data

import (
	"slices"
	"strconv"

	"ganvas/core/imageset"
	"ganvas/core/random"
)

// Given is a source of given images: those of files. Samples are drawn from them with replacement. Images without classes are all of one, unnamed.
type Given struct{ set *imageset.Set }

// NewGiven returns the source of a set, which must pass its Check.
func NewGiven(s *imageset.Set) *Given { return &Given{s} }

// Set is the images themselves, for whoever trains on all of them; the caller must not change them.
func (g *Given) Set() *imageset.Set { return g.set }

// Shape implements Shaped.
func (g *Given) Shape() []int { return slices.Clone(g.set.Shape[:]) }

// Scale implements Source.
func (g *Given) Scale() float32 { return 1 }

// Classes implements Classed.
func (g *Given) Classes() int { return max(1, len(g.set.Classes)) }

// ClassNames implements Named.
func (g *Given) ClassNames() []string {
	if g.set.Classes == nil {
		return []string{""}
	}
	return g.set.Classes
}

// SampleBytes implements Imaged.
func (g *Given) SampleBytes(r *random.Source, pixels []uint8, labels []float32) {
	size := g.set.Shape.Size()
	for i := range labels {
		k := r.IntN(g.set.Len())
		copy(pixels[i*size:(i+1)*size], g.set.Image(k))
		labels[i] = 0
		if g.set.Labels != nil {
			labels[i] = float32(g.set.Labels[k])
		}
	}
}

// SampleLabelled implements Classed.
func (g *Given) SampleLabelled(r *random.Source, dst, labels []float32) { valued(g, r, dst, labels) }

// Sample implements Source.
func (g *Given) Sample(r *random.Source, dst []float32) { unlabelled(g, r, dst) }

// ImageSet is a set of a source of images: a Given one's own, and of any other n images of a seed, their classes by number where they have no names.
func ImageSet(s Imaged, seed uint32, n int) *imageset.Set {
	if g, ok := s.(*Given); ok {
		return g.set
	}
	set := &imageset.Set{Shape: imageset.Shape(s.Shape()), Low: 0, High: 255, Total: n}
	set.Pixels, set.Labels = make([]uint8, n*Size(s)), make([]uint8, n)
	labels := make([]float32, n)
	s.SampleBytes(random.New(seed, "data"), set.Pixels, labels)
	for i, l := range labels {
		set.Labels[i] = uint8(l)
	}
	if named, ok := s.(Named); ok {
		set.Classes = slices.Clone(named.ClassNames())
	}
	for len(set.Classes) < s.Classes() {
		set.Classes = append(set.Classes, strconv.Itoa(len(set.Classes)))
	}
	return set
}
