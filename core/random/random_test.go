package random

import (
	"math"
	"testing"
)

// TestPhilox holds the block function to the known answers of Random123 1.09 (kat_vectors, "philox4x32 10").
func TestPhilox(t *testing.T) {
	const all = 0xffffffff
	for _, c := range []struct {
		ctr  [4]uint32
		key  [2]uint32
		want [4]uint32
	}{
		{want: [4]uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
		{[4]uint32{all, all, all, all}, [2]uint32{all, all}, [4]uint32{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
		{[4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, [2]uint32{0xa4093822, 0x299f31d0},
			[4]uint32{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
	} {
		if got := Philox(c.key, c.ctr); got != c.want {
			t.Errorf("Philox(%x, %x) = %x, want %x", c.key, c.ctr, got, c.want)
		}
	}
}

// TestStream holds the hash to the published vectors of FNV-1a (Noll, test_fnv.c).
func TestStream(t *testing.T) {
	for name, want := range map[string]uint32{"": 0x811c9dc5, "a": 0xe40c292c, "foobar": 0xbf9cf968} {
		if got := Stream(name); got != want {
			t.Errorf("Stream(%q) = %x, want %x", name, got, want)
		}
	}
}

// draws is the size of the samples below, and sigmas the distance from the expected value, in standard deviations, that they
// are allowed: a true generator goes beyond it once in 1.7 million statistics. The numbers are fixed by their seeds, so
// that a failure is a change of the code and never chance.
const (
	draws  = 200_000
	sigmas = 5
)

// within reports a statistic that is further from its mean than its standard deviation allows.
func within(t *testing.T, what string, got, mean, deviation float64) {
	t.Helper()
	if math.Abs(got-mean) > sigmas*deviation {
		t.Errorf("%s is %v, want %v ± %v", what, got, mean, sigmas*deviation)
	}
}

// TestFloat32 holds the uniform numbers to their range, their moments and, in 1,000 bins, to chi-square.
func TestFloat32(t *testing.T) {
	s := New(1, "uniform")
	var m moments
	bins := make([]float64, 1000)
	for range draws {
		u := s.Float32()
		if u < 0 || u >= 1 {
			t.Fatalf("%v is not in [0, 1)", u)
		}
		m.add(float64(u))
		bins[int(float64(u)*float64(len(bins)))]++
	}
	within(t, "mean", m.mean(), 0.5, math.Sqrt(1./12/draws))
	within(t, "variance", m.variance(), 1./12, math.Sqrt(1./180/draws)) // the fourth central moment is 1/80
	chiSquare(t, bins, draws/float64(len(bins)))
}

// TestNormal holds the normal numbers to their moments and, in bins of equal probability, to chi-square.
func TestNormal(t *testing.T) {
	s := New(2, "normal")
	var m moments
	var third, fourth float64
	bins := make([]float64, 500)
	for range draws {
		x := float64(s.Normal())
		m.add(x)
		third += x * x * x / draws
		fourth += x * x * x * x / draws
		p := 0.5 * math.Erfc(-x/math.Sqrt2)
		bins[int(p*float64(len(bins)))]++
	}
	within(t, "mean", m.mean(), 0, 1/math.Sqrt(draws))
	within(t, "variance", m.variance(), 1, math.Sqrt(2./draws))
	within(t, "third moment", third, 0, math.Sqrt(15./draws))
	within(t, "fourth moment", fourth, 3, math.Sqrt(96./draws)) // E x^8 - (E x^4)² = 105 - 9
	chiSquare(t, bins, draws/float64(len(bins)))
}

// TestIntN holds bounded integers to their range and to chi-square, at a bound that does not divide 2^32.
func TestIntN(t *testing.T) {
	for _, n := range []int{1, 2, 7, 100} {
		s := New(3, "int")
		bins := make([]float64, n)
		for range draws {
			bins[s.IntN(n)]++
		}
		chiSquare(t, bins, draws/float64(n))
	}
}

// TestIntNRejects: of 2^32 words, numbers below 3*2^29 have 2 2/3 each. Without rejection the remainders by 3 would be as 3, 3 to 2.
func TestIntNRejects(t *testing.T) {
	s := New(4, "int")
	bins := make([]float64, 3)
	for range draws {
		bins[s.IntN(3<<29)%3]++
	}
	chiSquare(t, bins, draws/3.)
}

// TestStreamsAreIndependent correlates streams of different names, seeds and successive numbers of one stream. The correlation
// of independent samples has a standard deviation of 1/sqrt(n).
func TestStreamsAreIndependent(t *testing.T) {
	shifted := New(5, "a")
	shifted.Uint32()
	for name, pair := range map[string][2]*Source{
		"names":     {New(5, "a"), New(5, "b")},
		"seeds":     {New(5, "a"), New(6, "a")},
		"neighbour": {New(5, "a"), shifted},
	} {
		var sum float64
		for range draws {
			sum += 12 * (float64(pair[0].Float32()) - 0.5) * (float64(pair[1].Float32()) - 0.5)
		}
		within(t, "correlation over "+name, sum/draws, 0, 1/math.Sqrt(draws))
	}
}

// TestBits counts every bit of the words on its own.
func TestBits(t *testing.T) {
	s := New(7, "bits")
	var set [64]float64
	for range draws {
		w := s.Uint64()
		for i := range set {
			set[i] += float64(w >> i & 1)
		}
	}
	for i := range set {
		within(t, "bit", set[i], draws/2, math.Sqrt(draws)/2)
	}
}

// TestSourceRepeats: a stream is a function of its seed and name.
func TestSourceRepeats(t *testing.T) {
	a, b := New(9, "x"), New(9, "x")
	for range 100 {
		if x, y := a.Normal(), b.Normal(); x != y {
			t.Fatalf("%v and %v", x, y)
		}
	}
}

// TestFloatsAreFloat32s: block by block a stream gives what it gives one by one, from any place in a block.
func TestFloatsAreFloat32s(t *testing.T) {
	for before := range 5 {
		for n := range 14 {
			a, b := New(11, "x"), New(11, "x")
			for range before {
				a.Uint32()
				b.Uint32()
			}
			got := make([]float32, n)
			a.floats(got)
			for i, x := range got {
				if want := b.Float32(); x != want {
					t.Fatalf("after %d words, number %d of %d is %v, want %v", before, i, n, x, want)
				}
			}
			if x, y := a.Uint32(), b.Uint32(); x != y {
				t.Fatalf("after %d and %d words the streams part", before, n)
			}
		}
	}
}

// moments sums a sample.
type moments struct{ n, sum, squares float64 }

func (m *moments) add(x float64) { m.n++; m.sum += x; m.squares += x * x }

func (m *moments) mean() float64 { return m.sum / m.n }

func (m *moments) variance() float64 { return m.squares/m.n - m.mean()*m.mean() }

// chiSquare holds counts to an equal expectation: the statistic has mean k-1 and variance 2(k-1).
func chiSquare(t *testing.T, bins []float64, want float64) {
	t.Helper()
	var x float64
	for _, n := range bins {
		x += (n - want) * (n - want) / want
	}
	k := float64(len(bins) - 1)
	within(t, "chi-square", x, k, math.Sqrt(2*k))
}

// What is drawn at once is what is drawn one by one, wherever the source stands and however many are asked for.
func TestUniformNormals(t *testing.T) {
	for _, before := range []int{0, 1, 2, 3, 127} {
		a, b := New(5, "mixed"), New(5, "mixed")
		for range before {
			a.Normal()
			b.Normal()
			a.Uint32()
			b.Uint32()
		}
		for _, n := range []int{0, 1, 2, 63, 64, 65, 200} {
			uniform, normals := make([]float32, n), make([]float32, 2*n)
			a.UniformNormals(uniform, normals, 2)
			for i := range uniform {
				if u, x, y := b.Float32(), b.Normal(), b.Normal(); uniform[i] != u || normals[2*i] != x || normals[2*i+1] != y {
					t.Fatalf("after %d, of %d: number %d is %v, %v, not %v, %v, %v", before, n, i, uniform[i], normals[2*i:2*i+2], u, x, y)
				}
			}
		}
	}
}
