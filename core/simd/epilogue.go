package simd

import (
	"slices"

	"ganvas/core/plan"
	"ganvas/core/scalar"
	"ganvas/core/simd/wasm"
)

// longEpilogue is from how many instructions on an epilogue runs after the whole product, as a Map: written out for every
// vector of a tile, it would not leave the tile's sums in registers. (In Chromium 150x8x8 with tanh takes
// 1.7 µs as tiles, 1.4 µs apart.)
const longEpilogue = 12

// apart says whether the epilogue runs after the whole product.
func apart(m *plan.MatMul) bool {
	e := m.Epilogue
	return e != nil && (inBlocks(m) || len(e.Code.Instrs) >= longEpilogue && !overlapping(m))
}

// overlapping says whether the epilogue reads what the product overwrites, or may.
func overlapping(m *plan.MatMul) bool {
	end := func(v plan.View) int {
		at := v.Offset + 1
		for d, n := range m.Epilogue.Dims {
			at += (n - 1) * v.Strides[d]
		}
		return at
	}
	for _, v := range m.Epilogue.In {
		if v.Offset < end(m.Out) && m.Out.Offset < end(v) {
			return true
		}
	}
	return false
}

// epilogueMap is the epilogue of m as a Map over its result, in place.
func epilogueMap(m *plan.MatMul) *plan.Map {
	e := m.Epilogue
	return &plan.Map{Dims: e.Dims, In: append([]plan.View{m.Out}, e.In...), Out: []plan.View{m.Out}, Code: e.Code}
}

// epilogue is what is done with a product before it is stored.
type epilogue struct {
	lanes  *lanes
	levels []int
	views  []lane
	ptr    []int
	mw     *matmulWriter
}

// Levels of values in an epilogue: computed once, once for a column of a tile's vectors, or for every vector.
const (
	levelTile = iota
	levelColumn
	levelElement
)

// newEpilogue sees the views of m as tiles go.
func (mw *matmulWriter) newEpilogue(m *plan.Map) *epilogue {
	e := &epilogue{mw: mw}
	for i, v := range m.In {
		down, across := v.Strides[:mw.across()], last(v.Strides)
		along := across
		if mw.tall {
			along = last(down)
		}
		l := lane{access: accessOf(along), stride: along, steps: mw.stepsOf(down, across, nil)}
		e.views = append(e.views, l)
		e.ptr = append(e.ptr, mw.ptr.start(mw.f.Param(paramEpilogue+i), l.steps...))
	}
	e.levels = levelsOf(m.Code, e.argLevel)
	e.lanes = newLanes(mw.w, mw.f, m.Code)
	return e
}

func (e *epilogue) argLevel(i int) int {
	switch {
	case i == 0:
		return levelElement
	case e.views[i-1].constant():
		return levelTile
	case !slices.ContainsFunc(e.views[i-1].steps[:e.mw.across()], func(s int) bool { return s != 0 }):
		return levelColumn
	}
	return levelElement
}

// at makes arguments be loaded for vector (i, j) of the tile, whose product is x.
func (e *epilogue) at(i, j, count int, x wasm.Local) {
	e.lanes.arg = func(arg int) {
		if arg == 0 {
			e.mw.f.Get(x)
			return
		}
		v := e.views[arg-1]
		v.offset += (i*v.steps[e.mw.down()] + j*v.steps[e.mw.across()]) / 4
		v.load(e.mw.f, func() { e.mw.ptr.push(e.ptr[arg-1]) }, 0, count)
	}
}

// once computes what is the same for all tiles.
func (e *epilogue) once() {
	e.at(0, 0, 4, 0)
	e.lanes.hoist(e.levels, levelTile)
}

// finish runs the epilogue on the sums of a tile; of vector (i, j), count(i, j) lanes are meant. It then gives each to
// store.
func (mw *matmulWriter) finish(count func(i, j int) int, store func(i, j int, x wasm.Local)) {
	e := mw.epilogue
	var tile, column []scalar.Ref
	if e != nil && !mw.straight {
		e.at(0, 0, 4, 0)
		tile = e.lanes.hoist(e.levels, levelTile)
	}
	for j := range mw.acc[0] {
		for i := range mw.acc {
			x := mw.acc[i][j]
			if e != nil {
				e.at(i, j, count(i, j), x)
				if i == 0 {
					column = e.lanes.hoist(e.levels, levelColumn)
				}
				e.lanes.results(func(int) {}, func(int) { mw.f.Set(x) })
			}
			store(i, j, x)
		}
		if e != nil {
			e.lanes.drop(column)
		}
	}
	if e != nil {
		e.lanes.drop(tile)
	}
}
