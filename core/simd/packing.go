package simd

import "ganvas/core/plan"

// When operands are copied to panels, measured in V8 on x86 with 32 KiB of 8 ways nearest. Copying B costs about 2/M of the
// product, copying A 2/N, and what it saves is waiting for lines that the nearest cache could not keep from one tile to the
// next.
const (
	// A product of packRows rows and steps and packColumns columns has both copied, whatever their strides: 128x128x256 with A's
	// steps 144 apart goes from 45 to 48 GFLOP/s, 784x128x256 from 39 to 45. At 64 columns there is no gain.
	packRows    = 64
	packColumns = 96
	// An operand whose lines crowd has itself copied where the product is packCrowded or more the other way: with A's steps
	// 128 apart, 128x128x256 goes from 41 to 48 and 128x32x256 from 40 to 43, but 128x16x256 stays at 41 and 128x8x256 falls
	// from 45 to 38. With B's steps 64 apart 128x64x128 goes from 43 to 47. Uncrowded, 128x32x64 would fall from 46 to 45.
	packCrowded = 32
)

// packed says whether A and B are copied to panels before the tiles of a product read them. B always is where its steps
// lie side by side instead of its columns, as lanes need them. A is left where it lies where its rows or steps have several
// dimensions: it would be several times as large.
func packed(m *plan.MatMul) (a, b bool) {
	rows, steps := m.Rows(), m.Steps()
	large := rows >= packRows && steps >= packRows && m.N >= packColumns
	along := m.B.Strides[len(m.K)-1]
	a = flat(m) && rowStride(m) == 1 && (large || m.N >= packCrowded && crowded(steps, stepStride(m)))
	b = m.N > 1 && last(m.B.Strides) != 1
	if !inBlocks(m) {
		b = b || large || rows >= packCrowded && crowded(steps, along)
	}
	return a, b
}

// The nearest cache of most x86 and many ARM: a line can only lie in the set that its address names, and each set holds few lines.
const (
	cacheLine = 64 // bytes
	cacheSets = 64
	cacheWays = 8
)

// crowded says whether n float32s, stride apart, lie on as many lines as the nearest cache keeps of them, or more.
func crowded(n, stride int) bool {
	lines := n * min(4*stride, cacheLine) / cacheLine
	return lines >= cacheWays*distinctSets(stride)
}

// distinctSets returns how many sets the lines fall into of float32s that lie stride apart: fewer, the higher the power of two
// that divides the stride.
func distinctSets(stride int) int {
	apart := 4 * stride & (cacheLine*cacheSets - 1)
	if apart == 0 {
		return 1
	}
	return min(cacheSets, cacheLine*cacheSets/(apart&-apart))
}
