package permutation

import "testing"

func TestThresholdAndP(t *testing.T) {
	x := &Test{Observed: 5}
	for i := range 99 {
		x.Null = append(x.Null, float64(i)/10) // 0 to 9.8
	}
	// Of the 99 deals, 5.0 to 9.8 are 49 that reach the clouds.
	if p := x.P(); p != .5 {
		t.Errorf("p is %g, want (49+1)/100", p)
	}
	// 9.4 to 9.8 are the greatest five of the hundred.
	if at := x.Threshold(.05); at != 9.3 {
		t.Errorf("the threshold is %g, want 9.3", at)
	}
}
