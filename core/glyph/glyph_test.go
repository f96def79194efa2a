package glyph

import (
	"hash/fnv"
	"testing"

	"ganvas/core/random"
)

// set draws n images, class after class.
func set(p Paper, seed uint32, n int) []uint8 {
	r, size := random.New(seed, "glyph/test"), p.Side*p.Side
	out := make([]uint8, n*size)
	for i := range n {
		Digits.Draw(r, p, i%len(Digits.Names), out[i*size:(i+1)*size])
	}
	return out
}

// Every image has full ink somewhere, as much as a written digit has, and its ink's middle within half a pixel of its own, unless its ink would
// be lost beyond an edge.
func TestInk(t *testing.T) {
	images, size := set(Paper28, 1, 1000), 28*28
	for i := range 1000 {
		var ink, sx, sy float64
		darkest, edge := uint8(0), false
		for k, v := range images[i*size : (i+1)*size] {
			ink, sx, sy, darkest = ink+float64(v), sx+float64(k%28)*float64(v), sy+float64(k/28)*float64(v), max(darkest, v)
			edge = edge || v > 0 && (k%28 == 0 || k%28 == 27 || k/28 == 0 || k/28 == 27)
		}
		if share := ink / 255 / float64(size); share < .02 || share > .35 || darkest < 250 {
			t.Errorf("image %d is covered by %.3f, darkest %d", i, share, darkest)
		}
		if dx, dy := sx/ink-13.5, sy/ink-13.5; !edge && (dx < -.51 || dx > .51 || dy < -.51 || dy > .51) {
			t.Errorf("image %d has its ink's middle %.2f, %.2f beside its own", i, dx, dy)
		}
	}
}

// No two of 1,000 images are alike.
func TestImagesDiffer(t *testing.T) {
	images, seen := set(Paper28, 2, 1000), map[string]bool{}
	for i := range 1000 {
		seen[string(images[i*784:(i+1)*784])] = true
	}
	if len(seen) != 1000 {
		t.Errorf("%d of 1,000 images differ", len(seen))
	}
}

// The images of a seed are the same everywhere, and from one version to the next: runs and the judge's weights depend on them.
func TestBits(t *testing.T) {
	for _, c := range []struct {
		paper Paper
		want  uint64
	}{{Paper28, 0xbfc003a63e4cb1f3}, {Paper8, 0xf8da28fa727c6d57}} {
		h := fnv.New64a()
		h.Write(set(c.paper, 3, 500))
		if got := h.Sum64(); got != c.want {
			t.Errorf("%d images of side %d hash to %#x, want %#x", 500, c.paper.Side, got, c.want)
		}
	}
}
