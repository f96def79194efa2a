package gan

import (
	"math"
	"testing"

	"ganvas/core/family"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// leaky is a hidden layer's answer in float64, written out: x [n, in] times a weight [in, out] and a bias, through a leaky ReLU of slope 0.2.
func leaky(x [][]float64, w, bias []float32) [][]float64 {
	out := make([][]float64, len(x))
	for i, row := range x {
		for o := range bias {
			sum := float64(bias[o])
			for k, v := range row {
				sum += v * float64(w[k*len(bias)+o])
			}
			out[i] = append(out[i], math.Max(sum, .2*sum))
		}
	}
	return out
}

func rowsOf(xy []float32) (out [][]float64) {
	for ; len(xy) > 0; xy = xy[2:] {
		out = append(out, []float64{float64(xy[0]), float64(xy[1])})
	}
	return out
}

// What a unit is shown to answer is what a forward pass by hand gives: of the chosen units alone, layer by layer.
func TestResponsesAreAForwardPass(t *testing.T) {
	tr := open(t, "g=8:lrelu,24:lrelu&d=24:lrelu,8:lrelu&batch=16&rows=64&g.ema=0.9")
	train(t, tr, 40)
	s, values := tr.Snapshot(probe.Machine, true, false), state(tr)
	w := s.Floats(probe.Window)
	window := experimentOf(tr).data.window
	if len(w) != 4 {
		t.Fatal("there is no window")
	}
	reach := probe.NoiseReach("normal")
	noise := window
	noise.Low, noise.High = []float32{-reach, -reach}, []float32{reach, reach}
	for name, c := range map[string]struct {
		letter string
		grid   []float32
	}{
		probe.ResponsesG: {"g", family.Grid(noise, probe.MachineSide)},
		probe.ResponsesD: {"d", experimentOf(tr).data.inTraining(family.Grid(window, probe.MachineSide))},
	} {
		got, x, at := s.Array(name), rowsOf(c.grid), 0
		if got.Dim(0) != 8+16 {
			t.Fatalf("%s has the shape %v", name, got.Shape)
		}
		for _, layer := range []string{"0", "1"} {
			of := c.letter + ".average/" + layer
			x = leaky(x, values[of+"/weight"], values[of+"/bias"])
			for _, unit := range probe.Chosen(len(x[0])) {
				for i := range x {
					if r := float64(got.Floats[at]); math.Abs(r-x[i][unit]) > 1e-4*math.Max(1, math.Abs(x[i][unit])) {
						t.Fatalf("%s: layer %s, unit %d, point %d is %g, want %g", name, layer, unit, i, r, x[i][unit])
					}
					at++
				}
			}
		}
	}
	biases, at := s.Floats(probe.BiasesD), 0
	for _, layer := range []string{"0", "1", "2"} {
		all := values["d.average/"+layer+"/bias"]
		for _, unit := range probe.Chosen(len(all)) {
			if biases[at] != all[unit] {
				t.Fatalf("layer %s: the bias of unit %d is %g", layer, unit, biases[at])
			}
			at++
		}
	}
	if at != len(biases) {
		t.Errorf("%d biases, want %d", len(biases), at)
	}
	// The weights are those between chosen units, a row an input.
	weights := s.Floats(probe.WeightsD)
	for layer, size := range map[int][2]int{0: {2, 24}, 1: {24, 8}, 2: {8, 1}} {
		at = map[int]int{0: 0, 1: 2 * 16, 2: 2*16 + 16*8}[layer]
		all := values["d.average/"+string(rune('0'+layer))+"/weight"]
		for _, row := range probe.Chosen(size[0]) {
			for _, col := range probe.Chosen(size[1]) {
				if weights[at] != all[row*size[1]+col] {
					t.Fatalf("layer %d: the weight from %d to %d is %g", layer, row, col, weights[at])
				}
				at++
			}
		}
	}
	if want := 2*16 + 16*8 + 8; len(weights) != want {
		t.Errorf("%d weights, want %d", len(weights), want)
	}
}

// The machine's noise is what its samples are of, and its verdicts lie between those that the field shows around their points.
func TestMachineShowsItsEnds(t *testing.T) {
	tr := pictured(t, "loss=ns")
	s := tr.Snapshot(append([]string{probe.Samples, probe.Field}, probe.Machine...), true, false)
	if z := s.Array(probe.MachineNoise); z.Dim(0) != machinePoints {
		t.Fatalf("the noise has the shape %v", z.Shape)
	}
	mean, square := 0., 0.
	for _, x := range s.Floats(probe.MachineNoise) {
		mean += float64(x) / (2 * machinePoints)
		square += float64(x) * float64(x) / (2 * machinePoints)
	}
	// Five standard deviations of the mean and of the mean square of 512 normal numbers.
	if math.Abs(mean) > 5/math.Sqrt(2*machinePoints) || math.Abs(square-1) > 5*math.Sqrt2/math.Sqrt(2*machinePoints) {
		t.Errorf("noise of mean %g and mean square %g", mean, square)
	}
	for i, d := range s.Floats(probe.MachineVerdicts) {
		if !(d >= 0 && d <= 1) {
			t.Fatalf("verdict %d is %g", i, d)
		}
	}
}

// Nothing of the machine is computed, or compiled, before it is asked for, and runs that cannot be shown so have none of it.
func TestMachineIsAskedFor(t *testing.T) {
	for spec, there := range map[string]bool{small: true, small + "pac=2&mbstd=on&d.spectral=on": true, small + "z=3": false, small + "data=dirac": false, small + "data=two1": true, small + "data=normal1&z=2": true, "g=&d=&rows=64": false} {
		tr, err := Open(spec, run.Options{Machine: native.New})
		if err != nil {
			continue // not every list of layers is one
		}
		defer tr.Close()
		count := func(s *wire.Snapshot) (n int) {
			for _, name := range probe.Machine {
				if s.Array(name).Name != "" {
					n++
				}
			}
			return n
		}
		if n := count(tr.Snapshot(nil, false, false)); n != 0 {
			t.Errorf("%q: %d probes that nobody asked for", spec, n)
		}
		s := tr.Snapshot(probe.Machine, true, false)
		if n := count(s); (n == len(probe.Machine)) != there || n != 0 && !there {
			t.Errorf("%q has %d of the machine's probes", spec, n)
		}
		if err := probe.Check(s); err != nil {
			t.Errorf("%q: %v", spec, err)
		}
	}
}

// Over a line a unit responds by what a forward pass by hand gives, in every row alike.
func TestResponsesOverALine(t *testing.T) {
	tr := open(t, "data=two1&z=1&g=6:lrelu,4:lrelu&d=5:lrelu,3:lrelu&batch=16&rows=64&g.ema=0.9")
	train(t, tr, 20)
	s, values := tr.Snapshot(probe.Machine, true, false), state(tr)
	window := experimentOf(tr).data.window
	reach := probe.NoiseReach("normal")
	noise := window
	noise.Low, noise.High = []float32{-reach}, []float32{reach}
	for name, c := range map[string]struct {
		letter string
		line   []float32
	}{
		probe.ResponsesG: {"g", family.Along(noise, probe.MachineSide)},
		probe.ResponsesD: {"d", experimentOf(tr).data.inTraining(family.Along(window, probe.MachineSide))},
	} {
		got, at := s.Floats(name), 0
		var x [][]float64
		for _, v := range c.line {
			x = append(x, []float64{float64(v)})
		}
		for _, layer := range []string{"0", "1"} {
			of := c.letter + ".average/" + layer
			x = leaky(x, values[of+"/weight"], values[of+"/bias"])
			for unit := range x[0] {
				for range probe.MachineSide {
					for i := range x {
						if r := float64(got[at]); math.Abs(r-x[i][unit]) > 1e-4*math.Max(1, math.Abs(x[i][unit])) {
							t.Fatalf("%s: layer %s, unit %d, point %d is %g, want %g", name, layer, unit, i, r, x[i][unit])
						}
						at++
					}
				}
			}
		}
		if at != len(got) {
			t.Errorf("%s has %d numbers, want %d", name, len(got), at)
		}
	}
}
