package simd

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ganvas/core/plan"
	"ganvas/core/scalar"
	"ganvas/core/simd/wasm"
)

func view(offset int, strides ...int) plan.View { return plan.View{Offset: offset, Strides: strides} }

func addCode() scalar.Code {
	b := scalar.NewBuilder(2)
	return b.Code(b.Do(scalar.Add, b.Arg(0), b.Arg(1)))
}

func TestMapPlans(t *testing.T) {
	for _, c := range []struct {
		name     string
		dims     []int
		a, b     []int
		out      []int
		outer    []int
		n        int
		accesses []access
	}{
		{"dense dimensions are one", []int{6, 5}, []int{5, 1}, []int{5, 1}, []int{5, 1}, []int{}, 30, []access{unit, unit, unit}},
		{"a bias", []int{6, 8}, []int{8, 1}, []int{0, 1}, []int{8, 1}, []int{6}, 8, []access{unit, unit, unit}},
		{"a column", []int{6, 8}, []int{8, 1}, []int{1, 0}, []int{8, 1}, []int{6}, 8, []access{unit, splat, unit}},
		{"a bias of two", []int{6, 2}, []int{2, 1}, []int{0, 1}, []int{2, 1}, []int{}, 12, []access{unit, period, unit}},
		{"a column of pairs", []int{6, 2}, []int{2, 1}, []int{1, 0}, []int{2, 1}, []int{}, 12, []access{unit, repeat, unit}},
		{"lanes go along the long dimension", []int{64, 3}, []int{3, 1}, []int{0, 1}, []int{3, 1}, []int{3}, 64, []access{strided, splat, strided}},
		{"one element", []int{1, 1}, []int{3, 1}, []int{0, 0}, []int{1, 1}, []int{}, 1, []access{unit, unit, unit}},
	} {
		p := planMap(&plan.Map{Dims: c.dims, In: []plan.View{view(0, c.a...), view(100, c.b...)}, Out: []plan.View{view(200, c.out...)}, Code: addCode()})
		var accesses []access
		for _, l := range slices.Concat(p.in, p.out) {
			accesses = append(accesses, l.access)
		}
		if !slices.Equal(p.dims, c.outer) || p.n != c.n || !slices.Equal(accesses, c.accesses) {
			t.Errorf("%s: loops %v around %d, accesses %v; want %v, %d, %v", c.name, p.dims, p.n, accesses, c.outer, c.n, c.accesses)
		}
	}
}

// TestTilesFit: sums and what a step of k loads fit in registers, for V8 loads all of it before it multiplies; and no tile
// is larger than the product.
func TestTilesFit(t *testing.T) {
	for m := 1; m < 40; m++ {
		for n := 1; n < 40; n++ {
			for _, strides := range [][]int{{64, 1}, {1, 64}} {
				x := planTiles(plan.Product(m, n, 64, view(0, strides...), view(0, strides...), 0))
				sums, loaded := x.rows*x.vectors, x.rows*x.steps+1
				fits := (4*x.rows <= m || x.whole && 4*x.rows < m+4) && x.vectors == n
				if !x.tall {
					loaded = x.rows + x.vectors
					fits = x.rows <= m && x.vectors <= (n+3)/4
				}
				if sums < 1 || sums+loaded+1 > 15 || !fits {
					t.Errorf("%d by %d, strides %v: %+v", m, n, strides, x)
				}
			}
		}
	}
	if rows, vectors := wideTile(256, 128); rows != 4 || vectors != 2 {
		t.Errorf("a large product has tiles of %d by %d vectors", rows, vectors)
	}
}

// TestDistinctSets counts, address by address.
func TestDistinctSets(t *testing.T) {
	for stride := 1; stride < 3000; stride++ {
		sets := map[int]bool{}
		for i := range 4096 {
			sets[4*i*stride/64%64] = true
		}
		if got := distinctSets(stride); got != len(sets) {
			t.Errorf("stride %d: %d sets, want %d", stride, got, len(sets))
		}
	}
}

// TestPacking: operands are copied where their lines would push each other out of the nearest cache, or where the product
// is large; and where A is, a panel is as wide as a tile has rows.
func TestPacking(t *testing.T) {
	for _, c := range []struct {
		name    string
		m, n, k int
		a, b    []int
		packA   bool
		packB   bool
	}{
		{"a gradient of weights", 128, 128, 256, []int{1, 128}, []int{128, 1}, true, true},
		{"spread over all sets", 128, 32, 256, []int{1, 144}, []int{48, 1}, false, false},
		{"crowding", 128, 32, 256, []int{1, 128}, []int{48, 1}, true, false},
		{"crowding, in a product too narrow", 128, 16, 256, []int{1, 128}, []int{16, 1}, false, false},
		{"crowding, but few", 128, 32, 63, []int{1, 128}, []int{32, 1}, false, false},
		{"B crowding", 128, 64, 128, []int{128, 1}, []int{64, 1}, false, true},
		{"B crowding, in a product too low", 16, 64, 128, []int{128, 1}, []int{64, 1}, false, false},
		{"B's columns side by side", 8, 8, 8, []int{8, 1}, []int{1, 8}, false, true},
		{"a large product, A's rows as they are", 256, 128, 128, []int{128, 1}, []int{128, 1}, false, true},
		{"dense, and small enough", 128, 8, 512, []int{512, 1}, []int{8, 1}, false, false},
		{"one column", 128, 1, 512, []int{1, 128}, []int{1, 1}, false, false},
	} {
		x := planTiles(plan.Product(c.m, c.n, c.k, view(0, c.a...), view(0, c.b...), 0))
		if x.packA != c.packA || x.packB != c.packB {
			t.Errorf("%s: A %v, B %v; want %v, %v", c.name, x.packA, x.packB, c.packA, c.packB)
		}
		if x.packA && x.rows%4 != 0 {
			t.Errorf("%s: panels for tiles of %d rows", c.name, x.rows)
		}
	}
}

// TestListingOfMap holds a whole function to what one would write by hand: six sums are a vector and two lanes.
func TestListingOfMap(t *testing.T) {
	f := wasm.NewFunc()
	newWriter(1000).mapping(f, &plan.Map{Dims: []int{6}, In: []plan.View{view(0, 1), view(50, 0)}, Out: []plan.View{view(100, 1)}, Code: addCode()})
	want := `
i32.const 0
local.set 0
i32.const 0
v128.load32_splat offset=200
local.set 1
local.get 0
v128.load offset=0
local.get 1
f32x4.add
local.set 2
local.get 0
local.get 2
v128.store offset=400
local.get 0
v128.load64_zero offset=16
local.get 1
f32x4.add
local.set 2
local.get 0
local.get 2
v128.store64_lane offset=416 0
`
	if d := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(f.String())); d != "" {
		t.Error(d)
	}
}

// TestProductsShareFunctions: what differs only in addresses is written once.
func TestProductsShareFunctions(t *testing.T) {
	w := newWriter(1000)
	product := func(m, a, b, out int) *plan.MatMul {
		return plan.Product(m, 8, 8, view(a, 8, 1), view(b, 8, 1), out)
	}
	f := wasm.NewFunc()
	for _, m := range []*plan.MatMul{product(4, 0, 100, 200), product(4, 100, 200, 300), product(5, 0, 100, 200)} {
		w.matmul(f, m)
	}
	if got := strings.Count(f.String(), "call 0"); got != 2 || !strings.Contains(f.String(), "call 1") {
		t.Errorf("the first two of three products should share a function:\n%s", f)
	}
}

// TestProductsOfOtherCodesAreOther: constants are told apart by their bits, for many are masks, and masks print as NaN.
func TestProductsOfOtherCodesAreOther(t *testing.T) {
	product := func(mask uint32) *plan.MatMul {
		b := scalar.NewBuilder(1)
		e := &plan.Map{Dims: []int{4, 8}, Code: b.Code(b.Do(scalar.And, b.Arg(0), b.Bits(mask)))}
		return with(plan.Product(4, 8, 8, view(0, 8, 1), view(100, 8, 1), 200), e)
	}
	if productKey(product(0x7fffffff)) == productKey(product(0xffffffff)) {
		t.Error("two masks share a function")
	}
	if productKey(product(0x7fffffff)) != productKey(product(0x7fffffff)) {
		t.Error("equal products do not share a function")
	}
}

func with(m *plan.MatMul, e *plan.Map) *plan.MatMul {
	m.Epilogue = e
	return m
}
