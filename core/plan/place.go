package plan

import "slices"

// place gives every array its offset: constants and slots where the arena has them, an update's value in its slot where
// nobody reads the old value any longer, and temporaries in the least space, two sharing it when their lives do not meet.
func place(b *body) {
	dying := dying(b)
	for _, v := range b.values {
		if _, ok := v.splat(); ok {
			continue
		}
		if values := constantValues(v); values != nil {
			v.offset = b.arena.constant(values)
		} else if isVariable(v) {
			v.offset = b.arena.list[v.slot].Offset
		}
	}
	readers := lastReaders(b)
	for i := range b.updates {
		b.updates[i].direct = claimSlot(b, b.updates[i], readers[b.updates[i].slot])
	}
	heap := &heap{}
	for i, u := range b.units {
		for _, v := range u.outs {
			if v.life.placed {
				continue
			}
			if from := heir(u, v, i); from != nil {
				v.offset = from.offset
				from.life.inherited = true
				continue
			}
			v.offset = tempBase + heap.take(aligned(v.shape.Len()))
		}
		for _, v := range dying[i] {
			if !v.life.placed && !v.life.inherited {
				heap.give(v.offset-tempBase, aligned(v.shape.Len()))
			}
		}
	}
	b.temps = heap.size
}

// arrayLife is what is known of a value's memory.
type arrayLife struct {
	last      int  // the unit after which the array is not read any more
	placed    bool // it lies in a slot
	inherited bool // another took over its place
}

// dying returns, for each unit and for the end, the temporaries that are not read any more after it.
func dying(b *body) [][]*value {
	for i, u := range b.units {
		u.index = i
		for _, in := range u.ins {
			in.base.life.last = i
		}
		for _, v := range u.outs {
			v.life.last = i
		}
	}
	for _, u := range b.updates {
		u.value.life.last = len(b.units) // stored at the end
	}
	counts := make([]int, len(b.units)+1)
	for _, u := range b.units {
		for _, v := range u.outs {
			counts[v.life.last]++
		}
	}
	out := lists(counts)
	for _, u := range b.units {
		for _, v := range u.outs {
			out[v.life.last] = append(out[v.life.last], v)
		}
	}
	return out
}

// lastReaders returns, for each slot, the last unit that reads what was there before, or nil.
func lastReaders(b *body) []*unit {
	out := make([]*unit, len(b.arena.list))
	for _, u := range b.units {
		for i := range u.ins {
			if v := u.ins[i].base; isVariable(v) {
				out[v.slot] = u
			}
		}
	}
	return out
}

// claimSlot puts an update's value right into its slot, if nobody reads what was there before once it is overwritten; reader is the
// last that does.
func claimSlot(b *body, u update, reader *unit) bool {
	if u.value.life.placed {
		return false // it lies in another slot already
	}
	if reader != nil && reader.index >= u.value.unit.index {
		if reader != u.value.unit {
			return false
		}
		for _, in := range reader.ins {
			if isVariable(in.base) && in.base.slot == u.slot && !sameIndex(reader, in, u.value) {
				return false
			}
		}
	}
	u.value.offset = b.arena.list[u.slot].Offset
	u.value.life.placed = true
	return true
}

// sameIndex says whether a loop reads an operand at just the index at which it writes v.
func sameIndex(u *unit, in operand, v *value) bool {
	return u.loop() && in.offset == 0 && equalInts(in.strides, v.acc.strides) && in.base.shape.Len() == v.shape.Len()
}

// heir returns an argument of loop u, the i-th unit, that is read for the last time here and in whose place v can lie.
func heir(u *unit, v *value, i int) *value {
	if !u.loop() {
		return nil
	}
	for _, in := range u.ins {
		from := in.base
		if from.unit == nil || from.life.placed || from.life.inherited || from.life.last != i {
			continue
		}
		if !slices.ContainsFunc(u.ins, func(o operand) bool { return o.base == from && !sameIndex(u, o, v) }) {
			return from
		}
	}
	return nil
}

// heap hands out ranges of float32s, the smallest that fits first.
type heap struct {
	free []span
	size int
}

type span struct{ at, n int }

func (h *heap) take(n int) int {
	best := -1
	for i, s := range h.free {
		if s.n >= n && (best < 0 || s.n < h.free[best].n) {
			best = i
		}
	}
	if best < 0 {
		// Grow, from a free range at the end where there is one.
		if k := len(h.free) - 1; k >= 0 && h.free[k].at+h.free[k].n == h.size {
			at := h.free[k].at
			h.free = h.free[:k]
			h.size = at + n
			return at
		}
		h.size += n
		return h.size - n
	}
	s := h.free[best]
	if s.n == n {
		h.free = slices.Delete(h.free, best, best+1)
	} else {
		h.free[best] = span{s.at + n, s.n - n}
	}
	return s.at
}

// give returns a range; the list stays sorted and neighbours are joined.
func (h *heap) give(at, n int) {
	i := len(h.free)
	h.free = append(h.free, span{at, n})
	for ; i > 0 && h.free[i-1].at > at; i-- {
		h.free[i-1], h.free[i] = h.free[i], h.free[i-1]
	}
	if i+1 < len(h.free) && at+n == h.free[i+1].at {
		h.free[i].n += h.free[i+1].n
		h.free = slices.Delete(h.free, i+1, i+2)
	}
	if i > 0 && h.free[i-1].at+h.free[i-1].n == at {
		h.free[i-1].n += h.free[i].n
		h.free = slices.Delete(h.free, i, i+1)
	}
}
