package scalar

import "math"

// placer gives every value of a code its place in Loop.at. Values that are not alive at once share a register, and a result is
// written where it belongs at once if nothing reads an argument afterwards, since out may be in.
type placer struct {
	code Code
	loop *Loop
	last map[Ref]int // the last op that reads a value
	home map[Ref]int // where a value is
	free []int       // registers to take
}

// place allocates the blocks of a loop and writes its steps.
func place(code Code, ops []op) *Loop {
	ops = append(ops, copiedArgs(code)...)
	p := &placer{
		code: code, last: map[Ref]int{}, home: map[Ref]int{},
		loop: &Loop{args: code.Args, at: make([][]float32, code.Args+len(code.Results))},
	}
	p.constants()
	argsDone := p.lifetimes(ops)
	for i, o := range ops {
		p.step(i, o, i >= argsDone)
	}
	p.finish()
	return p.loop
}

// copiedArgs lists copies for the results that are arguments, so that none is lost where another result takes its place.
func copiedArgs(code Code) []op {
	var ops []op
	for k, r := range code.Results {
		if code.Instrs[r].Op == Arg {
			ops = append(ops, op{op: copyOf, args: []Ref{r}, to: resultCopy(k)})
		}
	}
	return ops
}

// resultCopy names the value that is the copy of an argument for result k.
func resultCopy(k int) Ref { return Ref(-1 - k) }

// result names the value that becomes result k.
func (p *placer) result(k int) Ref {
	if r := p.code.Results[k]; p.code.Instrs[r].Op != Arg {
		return r
	}
	return resultCopy(k)
}

// constants fills a block for every constant, once, and finds the arguments.
func (p *placer) constants() {
	for i, in := range p.code.Instrs {
		switch in.Op {
		case Arg:
			p.home[Ref(i)] = int(in.Imm)
		case Const:
			k := p.register()
			block := Bits(p.loop.at[k])
			for j := range block {
				block[j] = in.Imm
			}
			p.home[Ref(i)] = k
		}
	}
}

// lifetimes notes the last reader of each value, and returns the index of the last op that reads an argument.
func (p *placer) lifetimes(ops []op) (argsDone int) {
	for i, o := range ops {
		for _, r := range o.args {
			p.last[r] = i
			if p.code.Instrs[r].Op == Arg {
				argsDone = i
			}
		}
	}
	for k := range p.code.Results {
		p.last[p.result(k)] = math.MaxInt
	}
	return argsDone
}

// step writes the step of op i. Its destination may be a register of an operand that dies here.
func (p *placer) step(i int, o op, inPlace bool) {
	s := step{do: kernels[o.op], imm: o.imm}
	for k, r := range o.args {
		*[...]*int{&s.a, &s.b, &s.c}[k] = p.home[r]
	}
	for k, r := range o.args {
		if p.last[r] == i && !p.fixed(r) && !contains(o.args[:k], r) {
			p.free = append(p.free, p.home[r])
		}
	}
	s.d = p.destination(o.to, inPlace)
	p.home[o.to] = s.d
	p.loop.steps = append(p.loop.steps, s)
}

// fixed says whether a value's place is its own for good: an argument or a constant.
func (p *placer) fixed(r Ref) bool {
	return r >= 0 && (p.code.Instrs[r].Op == Arg || p.code.Instrs[r].Op == Const)
}

// destination is the result that v becomes, where it may be written already, else a register.
func (p *placer) destination(v Ref, inPlace bool) int {
	for k := range p.code.Results {
		if inPlace && p.result(k) == v {
			return p.code.Args + k
		}
	}
	return p.register()
}

func (p *placer) register() int {
	if n := len(p.free); n > 0 {
		k := p.free[n-1]
		p.free = p.free[:n-1]
		return k
	}
	p.loop.at = append(p.loop.at, make([]float32, Block))
	return len(p.loop.at) - 1
}

// finish lists the copies of results that are not where they belong yet.
func (p *placer) finish() {
	for k := range p.code.Results {
		to := p.code.Args + k
		if from := p.home[p.result(k)]; from != to {
			p.loop.tail = append(p.loop.tail, move{d: to, a: from})
		}
	}
}

func contains(rs []Ref, r Ref) bool {
	for _, x := range rs {
		if x == r {
			return true
		}
	}
	return false
}
