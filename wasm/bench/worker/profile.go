//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"ganvas/core/plan"
	"ganvas/wasm/bench/model"
)

// profile times every instruction of a model's step on the SIMD machine, each in a program of its own, and returns
// [{procedure, text, us, flops}], microseconds for one run. Their sum is less than a step's time by what calls cost, and where an
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
	p := r.Program()
	var out []any
	for _, c := range p.Entries[p.Entry(model.Step)].Calls {
		proc := p.Procedures[c]
		for _, in := range proc.Code {
			us, err := alone(m, p, in)
			if err != nil {
				return nil, err
			}
			out = append(out, map[string]any{"procedure": proc.Name, "text": fmt.Sprint(in), "us": us, "flops": flops(in)})
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
func alone(m model.Model, p *plan.Program, in plan.Instr) (float64, error) {
	one := *p
	one.Procedures = []plan.Procedure{{Name: "one", Code: []plan.Instr{in}}}
	one.Entries = []plan.Entry{{Name: "one", Calls: []int{0}}}
	k, err := machines["simd"](&one)
	if err != nil {
		return 0, err
	}
	defer k.Close()
	first, err := model.First(m)
	if err != nil {
		return 0, err
	}
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
