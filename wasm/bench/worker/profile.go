//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"ganvas/core/plan"
	"ganvas/wasm/bench/model"
)

// profile times every instruction of a model's step on the SIMD machine, each in a program of its own, and returns
// [{procedure, text, us, flops}], microseconds and operations in one pass of the step's entry. Their sum is less than a step's time by what calls cost, and where an
// instruction alone finds its operands in a nearer cache.
func profile(args []js.Value) (any, error) {
	m, err := find(args[0].String())
	if err != nil {
		return nil, err
	}
	r, err := model.Start(m, machines["simd"])
	if err != nil {
		return nil, err
	}
	first, err := model.First(m)
	if err != nil {
		return nil, err
	}
	p := r.Program()
	times := make([]int, len(p.Procedures))
	for _, c := range p.Entries[p.Entry(model.Step)].Calls {
		times[c]++
	}
	var out []any
	for c, proc := range p.Procedures {
		if times[c] == 0 {
			continue
		}
		for _, in := range proc.Code {
			us, err := alone(p, in, first)
			if err != nil {
				return nil, err
			}
			n := times[c]
			out = append(out, map[string]any{"procedure": proc.Name, "text": fmt.Sprint(in), "us": us * float64(n), "flops": flops(in) * n})
		}
	}
	return out, nil
}

func flops(in plan.Instr) int {
	if m, ok := in.(*plan.MatMul); ok {
		return 2 * m.Multiplications()
	}
	return 0
}

// alone is an instruction's time in microseconds.
func alone(p *plan.Program, in plan.Instr, first []model.Array) (float64, error) {
	one := *p
	one.Procedures = []plan.Procedure{{Name: "one", Code: []plan.Instr{in}}}
	one.Entries = []plan.Entry{{Name: "one", Calls: []int{0}}}
	k, err := machines["simd"](&one)
	if err != nil {
		return 0, err
	}
	defer k.Close()
	for _, a := range first {
		if i := one.Slot(a.Name); i >= 0 {
			k.Write(i, a.Values)
		}
	}
	times := 1
	for {
		start := now()
		if err := k.Run(0, times); err != nil {
			return 0, err
		}
		if now()-start > 4 {
			break
		}
		times *= 2
	}
	best := 0.0
	for i := range 15 {
		start := now()
		if err := k.Run(0, times); err != nil {
			return 0, err
		}
		if us := 1000 * (now() - start) / float64(times); i == 0 || us < best {
			best = us
		}
	}
	return best, nil
}
