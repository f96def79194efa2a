package judge

import (
	"testing"

	"ganvas/core/nn"
)

// The sizes by hand: kernels of 16x1x16, 16x16x32 and 9x32x64 at 196, 49 and 16 places, then 1024x64 and 64x10; a bias for each output.
func TestNetwork(t *testing.T) {
	sizes, err := append(layers[:len(layers):len(layers)], nn.Full{Out: Classes, Weights: weights}).Sizes([]int{Side, Side, 1})
	if err != nil {
		t.Fatal(err)
	}
	parameters, multiplications := 0, 0
	for _, s := range sizes {
		parameters += s.Parameters
		multiplications += s.Multiplications
	}
	if want := 256 + 16 + 8192 + 32 + 18432 + 64 + 65536 + 64 + 640 + 10; parameters != want || want != 93_242 {
		t.Errorf("%d parameters, want %d", parameters, want)
	}
	if want := 256*196 + 8192*49 + 18432*16 + 65536 + 640; multiplications != want || want != 812_672 {
		t.Errorf("%d multiply-adds, want %d", multiplications, want)
	}
}
