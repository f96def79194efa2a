package plan

import "slices"

// order sorts the units so that each comes after what it reads, and those that compute updates come last: by then
// nobody reads the old value of the variable any more, and the new one can be computed in its place.
func order(b *body) {
	sorted := sortUnits(b.units)
	final := finalUnits(b, sorted)
	b.units = b.units[:0]
	for _, last := range []bool{false, true} {
		for _, u := range sorted {
			if final[u] == last {
				b.units = append(b.units, u)
			}
		}
	}
}

// sortUnits returns the units in the order in which a walk from each to what it reads leaves them.
func sortUnits(units []*unit) []*unit {
	var out []*unit
	done := map[*unit]bool{}
	var visit func(u *unit)
	visit = func(u *unit) {
		if u == nil || done[u] {
			return
		}
		done[u] = true
		for _, in := range u.ins {
			visit(in.base.unit)
		}
		out = append(out, u)
	}
	for _, u := range units {
		visit(u)
	}
	return out
}

// finalUnits marks the units that compute an update's value, and nothing that any but such units read.
func finalUnits(b *body, sorted []*unit) map[*unit]bool {
	readers := map[*value][]*unit{}
	for _, u := range sorted {
		for _, in := range u.ins {
			readers[in.base] = append(readers[in.base], u)
		}
	}
	final := map[*unit]bool{}
	for i := len(sorted) - 1; i >= 0; i-- {
		u := sorted[i]
		final[u] = slices.ContainsFunc(u.outs, b.updated)
		for _, v := range u.outs {
			for _, r := range readers[v] {
				if !final[r] {
					final[u] = false
				}
			}
		}
	}
	return final
}
