package plan

import "slices"

// order sorts the units so that each comes after what it reads, and those that compute updates come last: by then
// nobody reads the old value of the variable any more, and the new one can be computed in its place.
func order(b *body) {
	sorted := sortUnits(b.units)
	markFinal(sorted)
	b.units = b.units[:0]
	for _, last := range []bool{false, true} {
		for _, u := range sorted {
			if u.final == last {
				b.units = append(b.units, u)
			}
		}
	}
}

// sortUnits returns the units in the order in which a walk from each to what it reads leaves them.
func sortUnits(units []*unit) []*unit {
	out := make([]*unit, 0, len(units))
	var visit func(u *unit)
	visit = func(u *unit) {
		if u == nil || u.sorted {
			return
		}
		u.sorted = true
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

// markFinal marks the units that compute an update's value, and nothing that any but such units read.
func markFinal(sorted []*unit) {
	for _, u := range sorted {
		u.final = slices.ContainsFunc(u.outs, func(v *value) bool { return v.stored })
	}
	for i := len(sorted) - 1; i >= 0; i-- {
		u := sorted[i]
		if u.final {
			continue
		}
		for _, in := range u.ins {
			if w := in.base.unit; w != nil {
				w.final = false
			}
		}
	}
}
