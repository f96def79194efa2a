package wire

import (
	"encoding/binary"
	"math"
)

// packedRange ends the name of the array that holds the least and the largest number of a packed one.
const packedRange = " range"

// Packed is s with sixteen bits for each float32 that is not constant: the place of the number between the least and the largest of its array, which
// stand beside it. It is what a picture needs, in half the bytes. Arrays that hold what is not finite stay as they are.
func (s *Snapshot) Packed() *Snapshot {
	out := *s
	out.Arrays = nil
	for _, a := range s.Arrays {
		low, high, ok := bounds(a.Floats)
		if !ok || a.Constant {
			out.Arrays = append(out.Arrays, a)
			continue
		}
		b := make([]byte, 0, 2*len(a.Floats))
		for _, v := range a.Floats {
			share := 0.0
			if high > low {
				share = (float64(v) - float64(low)) / (float64(high) - float64(low))
			}
			b = binary.LittleEndian.AppendUint16(b, uint16(math.Floor(share*math.MaxUint16+.5)))
		}
		shape := append(append([]int(nil), a.Shape...), 2)
		out.Arrays = append(out.Arrays, Bytes(a.Name, b, shape...), Floats(a.Name+packedRange, []float32{low, high}, 2))
	}
	return &out
}

// Unpacked is the Snapshot that Packed has packed, each number rounded to one of 65536 places.
func (s *Snapshot) Unpacked() *Snapshot {
	out := *s
	out.Arrays = nil
	for i, a := range s.Arrays {
		switch {
		case i > 0 && a.Name == s.Arrays[i-1].Name+packedRange:
		case i+1 < len(s.Arrays) && s.Arrays[i+1].Name == a.Name+packedRange && len(s.Arrays[i+1].Floats) == 2 && len(a.Bytes)%2 == 0 && len(a.Shape) > 0:
			low, high := float64(s.Arrays[i+1].Floats[0]), float64(s.Arrays[i+1].Floats[1])
			values := make([]float32, len(a.Bytes)/2)
			for k := range values {
				values[k] = float32(low + (high-low)*float64(binary.LittleEndian.Uint16(a.Bytes[2*k:]))/math.MaxUint16)
			}
			out.Arrays = append(out.Arrays, Floats(a.Name, values, a.Shape[:len(a.Shape)-1]...))
		default:
			out.Arrays = append(out.Arrays, a)
		}
	}
	return &out
}

// bounds are the least and the largest of numbers that are all finite, and whether there are any such.
func bounds(values []float32) (low, high float32, ok bool) {
	for i, v := range values {
		if !(math.Abs(float64(v)) <= math.MaxFloat32) {
			return 0, 0, false
		}
		if i == 0 {
			low, high = v, v
		}
		low, high = min(low, v), max(high, v)
	}
	return low, high, len(values) > 0
}
