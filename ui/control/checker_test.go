package control

import (
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/experiment"
)

// The pattern is what counting kernels out gives: from every place of a long line below, each place of the result that its kernel reaches.
func TestCheckerCountsKernels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := experiment.Layer{Kind: "convt", Width: 1, Kernel: rapid.IntRange(1, 9).Draw(t, "kernel"), Stride: rapid.IntRange(2, 5).Draw(t, "stride"), Dilation: rapid.IntRange(1, 3).Draw(t, "dilation")}
		const long = 60
		reached := make([]int, long*l.Stride+l.Kernel*l.Dilation)
		for i := range long {
			for k := range l.Kernel {
				reached[i*l.Stride+k*l.Dilation]++
			}
		}
		c, uneven := CheckerOf(l)
		middle, differs := 30*l.Stride, false
		for r := range l.Stride {
			if c.Counts[r] != reached[middle+r] {
				t.Fatalf("%+v: place %d is reached by %d, want %d", l, r, c.Counts[r], reached[middle+r])
			}
			differs = differs || reached[middle+r] != reached[middle]
		}
		if uneven != differs {
			t.Fatalf("%+v: uneven %v, want %v", l, uneven, differs)
		}
		if l.Dilation == 1 && uneven != (l.Kernel%l.Stride != 0) {
			t.Fatalf("%+v: uneven %v", l, uneven)
		}
	})
	c, _ := CheckerOf(experiment.Layer{Kind: "convt", Kernel: 3, Stride: 2})
	if want := "Checkerboard: 1 to 4 patterns reach a pixel, by turns, as the kernel is no multiple of the stride. A kernel of 4 reaches all alike; so does Enlarge with a convolution after it."; c.Text() != want {
		t.Errorf("%q", c.Text())
	}
	for _, l := range []experiment.Layer{{Kind: "convt", Kernel: 4, Stride: 2}, {Kind: "conv", Kernel: 3, Stride: 2}, {Kind: "convt", Kernel: 3, Stride: 1}} {
		if _, uneven := CheckerOf(l); uneven {
			t.Errorf("%+v is uneven", l)
		}
	}
}
