package plan

import (
	"encoding/binary"
	"math"
)

// words is how many float32s n bytes take.
func words(n int) int { return (n + 3) / 4 }

// Pack lays bytes out as a slot of bytes holds them, for Machine.Write: four in the bits of each float32, the first lowest. The
// last float32 is filled up with zeros.
func Pack(bytes []byte) []float32 {
	out := make([]float32, words(len(bytes)))
	for i := range out {
		var four [4]byte
		copy(four[:], bytes[4*i:])
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(four[:]))
	}
	return out
}

// Byte is byte i of what Pack has laid out.
func Byte(packed []float32, i int) byte { return byte(math.Float32bits(packed[i/4]) >> (8 * (i % 4))) }
