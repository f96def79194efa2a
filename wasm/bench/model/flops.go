package model

import "ganvas/core/plan"

// Flops counts the multiplications and additions of the matrix products in one pass of an entry: 2MNK for each. What engines do
// element by element is not counted.
func Flops(p *plan.Program, entry string) int {
	total := 0
	for _, c := range p.Entries[p.Entry(entry)].Calls {
		for _, in := range p.Procedures[c].Code {
			if m, ok := in.(*plan.MatMul); ok {
				total += 2 * m.Multiplications()
			}
		}
	}
	return total
}
