package metric

// Rest is what measures that take long call between pieces of their work, each of a millisecond or little more: whoever has them computed
// may do something else meanwhile, which must leave the samples as they are. It does not change the result. Nil is no rest.
type Rest func()

func (r Rest) take() {
	if r != nil {
		r()
	}
}

// some takes one rest in sixteen.
func (r Rest) some(i int) {
	if i%16 == 0 {
		r.take()
	}
}
