package simd_test

import (
	"fmt"
	"math"
	"testing"

	"ganvas/core/plan"
)

func TestGatherScatter(t *testing.T) {
	b := newBench()
	for _, cols := range append(sizes, 80) {
		rows, count := 7, 12
		index := b.set(0, 6, 3.9, -1, 100, float32(math.NaN()), 2, 2, 2, 5, -0.5, float32(math.Inf(1)))
		b.do(fmt.Sprint("gather ", cols), &plan.Gather{Table: b.array(rows * cols), Rows: rows, Cols: cols, Index: index, Count: count, Out: b.array(count * cols)})
		b.do(fmt.Sprint("bytes ", cols), &plan.Gather{Bytes: true, Table: b.array((rows*cols + 3) / 4), Rows: rows, Cols: cols, Index: index, Count: count, Out: b.array(count * cols)})
		b.do(fmt.Sprint("scatter ", cols), &plan.Scatter{Src: b.array(count * cols), Count: count, Index: index, Out: b.array(rows * cols), Rows: rows, Cols: cols})
	}
	b.check(t)
}
