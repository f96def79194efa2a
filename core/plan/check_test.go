package plan_test

import (
	"strings"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// sum is the code a + b + ..., of so many arguments.
func sum(args int) scalar.Code {
	b := scalar.NewBuilder(args)
	r := b.Arg(0)
	for i := 1; i < args; i++ {
		r = b.Do(scalar.Add, r, b.Arg(i))
	}
	return b.Code(r)
}

// sound is a program with one instruction of each kind, in an arena of 64 that it fills to its end.
func sound() *plan.Program {
	return &plan.Program{
		Size:  64,
		Slots: []plan.Slot{{Name: "x", Shape: []int{4}, Offset: 60, Len: 4}},
		Data:  []plan.Data{{Offset: 62, Values: []float32{1, 2}}},
		Procedures: []plan.Procedure{{Name: "p", Code: []plan.Instr{
			&plan.Map{Dims: []int{2, 3}, In: []plan.View{{Offset: 0, Strides: []int{3, 1}}, {Offset: 63, Strides: []int{0, 0}}},
				Out: []plan.View{{Offset: 58, Strides: []int{3, 1}}}, Code: sum(2)},
			&plan.Reduce{Dims: [3]int{2, 3, 4}, Op: plan.Max, In: []plan.View{{Offset: 40, Strides: []int{12, 4, 1}}}, Out: 56, Code: sum(1)},
			&plan.MatMul{M: []int{2}, N: 3, K: []int{4}, A: plan.View{Offset: 56, Strides: []int{4, 1}}, B: plan.View{Offset: 52, Strides: []int{3, 1}}, Out: plan.View{Offset: 58, Strides: []int{3, 1}},
				Epilogue: &plan.Map{Dims: []int{2, 3}, In: []plan.View{{Offset: 61, Strides: []int{0, 1}}}, Code: sum(2)}},
			&plan.Random{Out: 60, Len: 4, Seed: 62, Count: 62},
			&plan.Gather{Table: 58, Rows: 3, Cols: 2, Index: 62, Count: 2, Out: 60},
			&plan.Scatter{Src: 60, Count: 2, Index: 62, Out: 58, Rows: 3, Cols: 2},
		}}},
		Entries: []plan.Entry{{Name: "e", Calls: []int{0}}},
	}
}

// Each fault alone is found, and named with its place; what lies within the arena to its last element passes.
func TestCheckFindsEachFault(t *testing.T) {
	if err := sound().Check(); err != nil {
		t.Fatal(err)
	}
	type program = plan.Program
	at := func(p *program, k int) plan.Instr { return p.Procedures[0].Code[k] }
	mapping := func(p *program) *plan.Map { return at(p, 0).(*plan.Map) }
	reduce := func(p *program) *plan.Reduce { return at(p, 1).(*plan.Reduce) }
	matmul := func(p *program) *plan.MatMul { return at(p, 2).(*plan.MatMul) }
	random := func(p *program) *plan.Random { return at(p, 3).(*plan.Random) }
	gather := func(p *program) *plan.Gather { return at(p, 4).(*plan.Gather) }
	scatter := func(p *program) *plan.Scatter { return at(p, 5).(*plan.Scatter) }
	for _, c := range []struct {
		spoil func(*program)
		want  string
	}{
		{func(p *program) { p.Slots[0].Offset++ }, "plan: slot x: 4 elements at 61 reach outside the arena of 64"},
		{func(p *program) { p.Slots[0].Offset = -1 }, "slot x: 4 elements at -1"},
		{func(p *program) { p.Slots[0].Len = -1 }, "slot x: -1 elements"},
		{func(p *program) { p.Slots[0].Len = 65 }, "slot x: 65 elements"},
		{func(p *program) { p.Data[0].Offset++ }, "data 0: 2 elements at 63"},
		{func(p *program) { p.Entries[0].Calls[0] = 1 }, "entry e calls procedure 1 of 1"},
		{func(p *program) { p.Entries[0].Calls[0] = -1 }, "entry e calls procedure -1 of 1"},
		{func(p *program) { p.Procedures[0].Code[3] = nil }, "procedure p, instruction 3: unknown instruction <nil>"},

		{func(p *program) { mapping(p).Dims = nil }, "instruction 0: map: no dimensions"},
		{func(p *program) { mapping(p).Dims[1] = -1 }, "a dimension of -1 in [2 -1]"},
		{func(p *program) { mapping(p).In[0].Strides = []int{1} }, "in 0: 1 strides for the dimensions [2 3]"},
		{func(p *program) { mapping(p).In[0].Strides[0] = -3 }, "in 0: 6 elements at -3 reach outside"},
		{func(p *program) { mapping(p).In[0].Offset = 59 }, "in 0: 6 elements at 59"},
		{func(p *program) { mapping(p).In[1].Offset = 64 }, "in 1: 1 elements at 64"},
		{func(p *program) { mapping(p).Out[0].Offset = 59 }, "out 0: 6 elements at 59"},
		{func(p *program) { mapping(p).Out[0].Strides[1] = 0 }, "out 0: an innermost stride of 0"},
		{func(p *program) { mapping(p).Code = sum(1) }, "code of 1 arguments and 1 results for 2 and 1 views"},
		{func(p *program) { mapping(p).Code.Results = nil }, "code of 2 arguments and 0 results for 2 and 1 views"},
		{func(p *program) { mapping(p).Code.Results = []scalar.Ref{9} }, "scalar: result %9 of 3 values"},

		{func(p *program) { reduce(p).Dims[1] = -1 }, "instruction 1: reduce: a dimension of -1"},
		{func(p *program) { reduce(p).Op = plan.Max + 1 }, "unknown reduction 2"},
		{func(p *program) { reduce(p).In[0].Offset++ }, "in 0: 24 elements at 41"},
		{func(p *program) { reduce(p).Out++ }, "out: 8 elements at 57"},
		{func(p *program) { reduce(p).Code = sum(2) }, "code of 2 arguments and 1 results for 1 and 1 views"},

		{func(p *program) { matmul(p).N = -1 }, "instruction 2: matmul: a dimension of -1 in [2 -1]"},
		{func(p *program) { matmul(p).K[0] = 0 }, "a sum over 0 products"},
		{func(p *program) { matmul(p).A.Offset++ }, "a 0: 8 elements at 57"},
		{func(p *program) { matmul(p).B.Offset++ }, "b 0: 12 elements at 53"},
		{func(p *program) { matmul(p).Out.Offset++ }, "out 0: 6 elements at 59"},
		{func(p *program) { matmul(p).Epilogue.Dims[0] = 3 }, "matmul: epilogue: dimensions [3 3] and 0 outputs for a product of [2 3]"},
		{func(p *program) { matmul(p).Epilogue.Dims[1] = 2 }, "epilogue: dimensions [2 2] and 0 outputs"},
		{func(p *program) { matmul(p).Epilogue.Dims = []int{6} }, "epilogue: dimensions [6] and 0 outputs"},
		{func(p *program) { matmul(p).Epilogue.Out = mapping(p).Out }, "epilogue: dimensions [2 3] and 1 outputs"},
		{func(p *program) { matmul(p).Epilogue.In[0].Offset++ }, "epilogue: in 0: 3 elements at 62"},
		{func(p *program) { matmul(p).Epilogue.Code = sum(3) }, "epilogue: code of 3 arguments and 1 results for 2 and 1 views"},

		{func(p *program) { random(p).Out++ }, "instruction 3: random: out: 4 elements at 61"},
		{func(p *program) { random(p).Seed++ }, "seed: 2 elements at 63"},
		{func(p *program) { random(p).Count++ }, "count: 2 elements at 63"},

		{func(p *program) { gather(p).Cols = -1 }, "instruction 4: gather: a dimension of -1"},
		{func(p *program) { gather(p).Rows = 0 }, "an index into no rows"},
		{func(p *program) { gather(p).Table++ }, "table: 6 elements at 59"},
		{func(p *program) { gather(p).Out++ }, "rows: 4 elements at 61"},
		{func(p *program) { gather(p).Index++ }, "index: 2 elements at 63"},
		{func(p *program) { scatter(p).Rows = 0 }, "instruction 5: scatter: an index into no rows"},
		{func(p *program) { scatter(p).Out++ }, "table: 6 elements at 59"},
		{func(p *program) { scatter(p).Src++ }, "rows: 4 elements at 61"},
		{func(p *program) { scatter(p).Index++ }, "index: 2 elements at 63"},
	} {
		p := sound()
		c.spoil(p)
		if err := p.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
	// Of no elements nothing can lie outside.
	for _, empty := range []func(*program){
		func(p *program) { mapping(p).Dims[0], mapping(p).In[0].Offset = 0, 64 },
		func(p *program) { gather(p).Rows, gather(p).Count = 0, 0 },
	} {
		p := sound()
		empty(p)
		if err := p.Check(); err != nil {
			t.Errorf("without elements: %v", err)
		}
	}
}
