package data

import "ganvas/core/random"

// Stacked is three images of one channel of another source in one of three, each by itself: of ten digits 1,000 modes, of which generators drop some
// (Metz et al., 2017). It has one class, unnamed: whoever counts modes reads the channels.
type Stacked struct{ Channel Imaged }

// StackedDigits are digits in red, green and blue.
var StackedDigits Imaged = &Stacked{Digits}

// Shape implements Shaped.
func (s *Stacked) Shape() []int {
	one := s.Channel.Shape()
	return []int{one[0], one[1], 3}
}

// Scale implements Source.
func (s *Stacked) Scale() float32 { return s.Channel.Scale() }

// Classes implements Classed.
func (s *Stacked) Classes() int { return 1 }

// ClassNames implements Named.
func (s *Stacked) ClassNames() []string { return []string{""} }

// SampleBytes implements Imaged.
func (s *Stacked) SampleBytes(r *random.Source, pixels []uint8, labels []float32) {
	s.SampleStacked(r, pixels, make([]float32, 3*len(labels)))
	clear(labels)
}

// SampleStacked writes images and the classes of their channels, three an image.
func (s *Stacked) SampleStacked(r *random.Source, pixels []uint8, classes []float32) {
	size := Size(s.Channel)
	channels := make([]uint8, 3*size)
	for i := range len(classes) / 3 {
		s.Channel.SampleBytes(r, channels, classes[3*i:3*i+3])
		for k := range 3 * size {
			pixels[3*size*i+k] = channels[k%3*size+k/3]
		}
	}
}

// SampleLabelled implements Classed.
func (s *Stacked) SampleLabelled(r *random.Source, dst, labels []float32) { valued(s, r, dst, labels) }

// Sample implements Source.
func (s *Stacked) Sample(r *random.Source, dst []float32) { unlabelled(s, r, dst) }
