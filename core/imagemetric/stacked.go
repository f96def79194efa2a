package imagemetric

import (
	"fmt"
	"math"
)

// Stacked is what a judge of digits finds in images of three channels of which each is a digit: the 1,000 modes of Metz et al. (2017).
type Stacked struct {
	Count    int
	Modes    int     // of which at least one image is
	KL       float64 // from the images' modes to equal shares, in nats: 0 for a perfect generator of endlessly many
	Strictly int     // modes that have at least a fifth of their fair share
}

// Stack counts modes: read is of the channels, one after the other, three an image, and has ten classes.
func Stack(read *Read) (Stacked, error) {
	if read.Classes != 10 || read.Count%3 != 0 || read.Count == 0 {
		return Stacked{}, fmt.Errorf("%d channels read in %d classes; allowed is three channels an image, of ten classes", read.Count, read.Classes)
	}
	s := Stacked{Count: read.Count / 3}
	var counts [1000]int
	for i := range s.Count {
		counts[100*read.class(3*i)+10*read.class(3*i+1)+read.class(3*i+2)]++
	}
	for _, n := range counts {
		if n == 0 {
			continue
		}
		s.Modes++
		if 5*n*len(counts) >= s.Count {
			s.Strictly++
		}
		p := float64(n) / float64(s.Count)
		s.KL += p * math.Log(p*float64(len(counts)))
	}
	return s, nil
}

// Perfect is what a generator of equal modes has on average: of n images in k modes all but k(1-1/k)^n are hit, and by Miller and Madow (1955) the
// divergence is (k-1)/2n, where n is many times k.
func (s Stacked) Perfect() (modes, kl float64) {
	const k = 1000
	return k * (1 - math.Pow(1-1./k, float64(s.Count))), (k - 1) / (2 * float64(s.Count))
}

// Channels takes images of three channels apart: three images of one channel each, in turn, of so many pixels.
func Channels(images []float32, pixels int) []float32 {
	out := make([]float32, len(images))
	for at := 0; at+3*pixels <= len(images); at += 3 * pixels {
		for i := range pixels {
			for c := range 3 {
				out[at+c*pixels+i] = images[at+3*i+c]
			}
		}
	}
	return out
}
