package wire

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// What is packed comes back to within half a place of its array's width, with its shape, and all else as it was.
func TestPackedComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 40).Draw(t, "rows")
		values := rapid.SliceOfN(rapid.Float32Range(-1e6, 1e6), 2*rows, 2*rows).Draw(t, "values")
		s := &Snapshot{Step: 7, Script: "data=moons", Arrays: []Array{
			Floats("samples", values, rows, 2), Bytes("classes", []uint8{1, 2, 3}, 3), Floats("broken", []float32{1, float32(math.NaN())}, 2),
			{Name: "window", Shape: []int{2}, Constant: true, Floats: []float32{0, 1}},
		}}
		packed, err := DecodeSnapshot(s.Packed().Encode(nil))
		if err != nil {
			t.Fatal(err)
		}
		if a := packed.Array("samples"); len(a.Bytes) != 2*len(values) || a.Floats != nil {
			t.Fatalf("%d numbers take %d bytes", len(values), len(a.Bytes))
		}
		back := packed.Unpacked()
		if back.Step != 7 || back.Script != s.Script || len(back.Arrays) != len(s.Arrays) {
			t.Fatalf("%d arrays of step %d come back", len(back.Arrays), back.Step)
		}
		low, high, _ := bounds(values)
		within := (float64(high)-float64(low))/math.MaxUint16*.51 + 1e-7*math.Max(math.Abs(float64(low)), math.Abs(float64(high)))
		for i, v := range back.Floats("samples") {
			if math.Abs(float64(v)-float64(values[i])) > within {
				t.Fatalf("%g comes back as %g, of %g to %g", values[i], v, low, high)
			}
		}
		if a := back.Array("samples"); a.Dim(0) != rows || a.Dim(1) != 2 || len(a.Shape) != 2 {
			t.Fatalf("the shape comes back as %v", a.Shape)
		}
		if string(back.Bytes("classes")) != "\x01\x02\x03" || len(back.Floats("broken")) != 2 || len(back.Constants()) != 1 {
			t.Fatal("what was not packed is changed")
		}
	})
}
