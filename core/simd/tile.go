package simd

import "ganvas/core/plan"

// tiles is how a MatMul is cut up: each tile of the result is kept in registers while k runs.
type tiles struct {
	tall     bool // lanes lie along m; else along n
	rows     int  // of a tile: rows where lanes lie along n; vectors of four rows where tall
	vectors  int  // of a tile: vectors of four columns where lanes lie along n; columns where tall
	packA    bool // A is copied to panels of a tile's rows before the product
	packB    bool // B is copied to panels of a tile's columns
	steps    int  // of k in one pass of a tile's loop
	dot      bool // A's rows are multiplied by B's only column as they lie
	straight bool // tiles are written without a loop over k
	whole    bool // one tall tile takes all rows of m's last dimension: its last vector overlaps the one before, which no epilogue may see
	outer    int  // of m's dimensions: those that are walked outside the panels of columns
	blocks   bool // k's first dimension is walked outside the tiles, whose sums wait in the result
}

// last is the innermost of some dimensions, or the stride along it.
func last(dims []int) int { return dims[len(dims)-1] }

// rowStride and stepStride are A's strides along the last dimension of m and of k.
func rowStride(m *plan.MatMul) int  { return m.A.Strides[len(m.M)-1] }
func stepStride(m *plan.MatMul) int { return last(m.A.Strides) }

// flat says whether rows and steps are of one dimension each.
func flat(m *plan.MatMul) bool { return len(m.M) == 1 && len(m.K) == 1 }

// registers is how many of SIMD128's registers engines leave free on x86, which has 16.
const registers = 15

// wideTile returns the largest tile, in rows and vectors of columns, within a product of the given size whose sums fit in
// registers beside what one step of k loads, a vector of B for each vector and an element of A for each row, and a product.
// Where there is room that is 4 by 2.
func wideTile(m, n int) (rows, vectors int) {
	for v := 1; v <= (n+3)/4 && v < registers; v++ {
		for r := 1; r <= m && r*v+r+v+1 <= registers; r++ {
			if r*v > rows*vectors {
				rows, vectors = r, v
			}
		}
	}
	return rows, vectors
}

// planTiles cuts up a product.
//
// Tiles take one step of k in a pass. V8 moves all loads of a loop's body before its arithmetic, so a body of two or more
// steps keeps more in registers than there are: with four steps a product of 256x128x128 reaches 53 % of the machine's
// peak, with two 60 %, with one 95 %.
func planTiles(m *plan.MatMul) tiles {
	if m.N < 4 && last(m.M) >= 4 {
		return planTall(m)
	}
	t := tiles{steps: 1, outer: outerRows(m), blocks: inBlocks(m)}
	t.rows, t.vectors = wideTile(last(m.M), m.N)
	t.straight = short(m)
	t.packA, t.packB = packed(m)
	t.packA = t.packA && t.rows == 4
	return t
}

// panelRows is how many rows a panel of B's columns should be read for while it lies in the nearest cache.
const panelRows = 32

// outerRows returns how many of m's dimensions are walked outside the panels: as many as leave enough rows inside. What lies
// inside, the windows of one image, say, is then read from a near cache for every panel but the first.
func outerRows(m *plan.MatMul) int {
	inside := 1
	for d := len(m.M) - 1; d >= 0; d-- {
		if inside >= panelRows {
			return d + 1
		}
		inside *= m.M[d]
	}
	return 0
}

// blockedSteps is the least number of steps that are walked in blocks. In a gradient of a convolution's weights they go over all
// windows of all images: every tile would read all images anew, from far away. In blocks, all tiles read one image after another.
const blockedSteps = 256

// inBlocks says whether a product is computed in blocks of k's first dimension.
func inBlocks(m *plan.MatMul) bool {
	return len(m.K) > 1 && m.Steps() >= blockedSteps && m.Rows()*m.N > 64 && (m.Epilogue == nil || !overlapping(m))
}

// planTall cuts up a product of 1, 2 or 3 columns. Where A's rows are contiguous, it is read four steps of k at a time,
// to be transposed in registers; where B is one column, contiguous too, what is transposed are the products: that takes one
// load of B in place of four, and in V8 256x1x128 goes from 11.5 to 18.5 GFLOP/s, 128x1x32 from 14 to 19.
func planTall(m *plan.MatMul) tiles {
	t := tiles{tall: true, vectors: m.N, steps: 1, rows: min(max(4/m.N, 2), last(m.M)/4), blocks: inBlocks(m)}
	if transposed(m) {
		t.steps = 4
		t.rows = min(max(2/m.N, 1), last(m.M)/4)
		t.dot = m.N == 1 && m.B.Strides[len(m.K)-1] == 1
	}
	t.straight = short(m)
	if n := last(m.M); n%4 > 0 && (n+3)/4 <= 4/m.N && !transposed(m) && m.Epilogue == nil {
		t.rows, t.whole = (n+3)/4, true
	}
	return t
}

// transposed says whether a tall product reads A in blocks of 4 by 4.
func transposed(m *plan.MatMul) bool { return rowStride(m) != 1 && stepStride(m) == 1 }

// straight is the greatest K for which tiles are written without a loop over k: their few loads fit in registers.
const straight = 4

// short says whether tiles are written without a loop over k. What is loaded then lies at offsets from one pointer, which are
// never negative.
func short(m *plan.MatMul) bool {
	return len(m.K) == 1 && m.K[0] <= straight && stepStride(m) >= 0
}
