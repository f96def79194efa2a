package plan

import "slices"

// place gives every array its offset: constants and slots where the arena has them, an update's value in its slot where
// nobody reads the old value any longer, and temporaries in the least space, two sharing it when their lives do not meet.
func place(b *body) {
	l := newLives(b)
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
	for i := range b.updates {
		b.updates[i].direct = l.claimSlot(b, b.updates[i])
	}
	heap := &heap{}
	for i, u := range b.units {
		for _, v := range u.outs {
			if l.placed[v] {
				continue
			}
			if from := l.heir(u, v, i); from != nil {
				v.offset = from.offset
				l.inherited[from] = true
				continue
			}
			v.offset = tempBase + heap.take(aligned(v.shape.Len()))
		}
		for _, v := range l.dying[i] {
			if !l.placed[v] && !l.inherited[v] {
				heap.give(v.offset-tempBase, aligned(v.shape.Len()))
			}
		}
	}
	b.temps = heap.size
}

// lives knows when each array is read for the last time.
type lives struct {
	index     map[*unit]int
	last      map[*value]int   // the unit after which an array is not read any more
	dying     map[int][]*value // by that unit: temporaries
	placed    map[*value]bool  // arrays that lie in a slot
	inherited map[*value]bool  // arrays whose place another took over
}

func newLives(b *body) *lives {
	l := &lives{map[*unit]int{}, map[*value]int{}, map[int][]*value{}, map[*value]bool{}, map[*value]bool{}}
	var temps []*value
	for i, u := range b.units {
		l.index[u] = i
		for _, in := range u.ins {
			l.last[in.base] = i
		}
		for _, v := range u.outs {
			l.last[v] = i
			temps = append(temps, v)
		}
	}
	for _, u := range b.updates {
		l.last[u.value] = len(b.units) // stored at the end
	}
	for _, v := range temps {
		l.dying[l.last[v]] = append(l.dying[l.last[v]], v)
	}
	return l
}

// claimSlot puts an update's value right into its slot, if nobody reads what was there before once it is overwritten.
func (l *lives) claimSlot(b *body, u update) bool {
	at, slot := l.index[u.value.unit], b.arena.list[u.slot].Offset
	if l.placed[u.value] {
		return false // it lies in another slot already
	}
	for i, w := range b.units {
		for _, in := range w.ins {
			if !isVariable(in.base) || in.base.slot != u.slot {
				continue
			}
			if i > at || i == at && !sameIndex(w, in, u.value) {
				return false
			}
		}
	}
	u.value.offset = slot
	l.placed[u.value] = true
	return true
}

// sameIndex says whether a loop reads an operand at just the index at which it writes v.
func sameIndex(u *unit, in operand, v *value) bool {
	return u.loop() && in.offset == 0 && equalInts(in.strides, dense(v.shape)) && in.base.shape.Len() == v.shape.Len()
}

// heir returns an argument of loop u, the i-th unit, that is read for the last time here and in whose place v can lie.
func (l *lives) heir(u *unit, v *value, i int) *value {
	if !u.loop() {
		return nil
	}
	for _, in := range u.ins {
		from := in.base
		if from.unit == nil || l.placed[from] || l.inherited[from] || l.last[from] != i {
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
	i, _ := slices.BinarySearchFunc(h.free, at, func(s span, at int) int { return s.at - at })
	h.free = slices.Insert(h.free, i, span{at, n})
	if i+1 < len(h.free) && at+n == h.free[i+1].at {
		h.free[i].n += h.free[i+1].n
		h.free = slices.Delete(h.free, i+1, i+2)
	}
	if i > 0 && h.free[i-1].at+h.free[i-1].n == at {
		h.free[i-1].n += h.free[i].n
		h.free = slices.Delete(h.free, i, i+1)
	}
}
