//go:build !js

package deflate

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"testing"
)

// inputs are what is easy, what is hard, and what is at the edges.
func inputs(t testing.TB) map[string][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 3*blockInput/2)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	source, err := os.ReadFile("deflate.go")
	if err != nil {
		t.Fatal(err)
	}
	far := append(append(bytes.Clone(noise[:window]), noise[:300]...), noise[window-1:window+400]...)
	few := make([]byte, blockInput+7)
	for i := range few {
		few[i] = "ab"[r.IntN(2)]
	}
	return map[string][]byte{
		"empty": nil, "one byte": {7}, "two": {7, 7}, "three": {1, 2, 3}, "zeros": make([]byte, 2*blockInput+1),
		"noise": noise, "source": source, "far": far, "few": few, "sources": bytes.Repeat(source, 50),
	}
}

// What the standard library reads back is what was given.
func TestGzipComesBack(t *testing.T) {
	for name, b := range inputs(t) {
		r, err := gzip.NewReader(bytes.NewReader(Gzip(b)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, b) {
			t.Errorf("%s: %d bytes come back as %d; %v", name, len(b), len(got), err)
		}
	}
}

// It is smaller than what the standard library writes at its best, and never much larger than the input.
func TestGzipIsSmall(t *testing.T) {
	for name, b := range inputs(t) {
		var std bytes.Buffer
		w, _ := gzip.NewWriterLevel(&std, gzip.BestCompression)
		w.Write(b)
		w.Close()
		n := len(Gzip(b))
		if (name == "source" || name == "sources" || name == "few") && n >= std.Len() {
			t.Errorf("%s: %d bytes, and %d by compress/gzip", name, n, std.Len())
		}
		if n > len(b)+len(b)/50+200 {
			t.Errorf("%s: %d bytes have become %d", name, len(b), n)
		}
	}
}

// No code is longer than the limit, the codes fill their space, and without a limit in the way they are Huffman's: of Fibonacci numbers
// the rarest two take n-1 bits.
func TestCodeLengths(t *testing.T) {
	fibonacci := []int{1, 1}
	for len(fibonacci) < 20 {
		fibonacci = append(fibonacci, fibonacci[len(fibonacci)-1]+fibonacci[len(fibonacci)-2])
	}
	for _, c := range []struct {
		counts         []int
		limit, longest int
	}{{fibonacci, 15, 15}, {fibonacci[:10], 15, 9}, {[]int{5, 5, 5, 5}, 7, 2}, {[]int{0, 3, 0, 9}, 7, 1}} {
		lengths := codeLengths(c.counts, c.limit)
		space, longest := 0.0, 0
		for s, n := range lengths {
			if (n == 0) != (c.counts[s] == 0) {
				t.Errorf("%v: symbol %d has %d bits", c.counts, s, n)
			}
			if n > 0 {
				space += 1 / float64(int(1)<<n)
			}
			longest = max(longest, int(n))
		}
		if space != 1 || longest != c.longest {
			t.Errorf("%v: lengths %v fill %v and are at most %d, not %d", c.counts, lengths, space, longest, c.longest)
		}
	}
}
