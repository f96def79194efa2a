package plan

import (
	"fmt"

	"ganvas/core/graph"
)

// Call is an entry by its procedures' names, in the order in which they run; one may stand in it more than once.
type Call struct {
	Name       string
	Procedures []string
}

// pass is one step from a procedure's graph to its instructions.
type pass struct {
	name string
	run  func(*body)
}

// passes is the whole compiler, in order. Every pass leaves a body that means what it meant before.
var passes = []pass{
	{"fold", fold},
	{"share", share},
	{"split", split},
	{"window", window},
	{"view", view},
	{"prune", prune},
	{"fuse", fuse},
	{"lower", lower},
	{"absorb", absorb},
	{"order", order},
	{"place", place},
	{"emit", emit},
}

// Compile plans procedures over one arena, and entries that call them. Variables are told apart by name; every variable of any
// procedure gets a slot: those given as first before all others, whether or not a procedure has them, and the rest in the order of their
// first appearance. Errors name the procedure and the variable.
func Compile(procs []graph.Procedure, calls []Call, first ...*graph.Node) (*Program, error) {
	return compile(passes, procs, calls, first...)
}

func compile(passes []pass, procs []graph.Procedure, calls []Call, first ...*graph.Node) (*Program, error) {
	a := &arena{slots: map[string]int{}}
	for _, v := range first {
		if err := a.reserve(v); err != nil {
			return nil, err
		}
	}
	bodies := make([]*body, len(procs))
	for i, p := range procs {
		b, err := load(p, a)
		if err != nil {
			return nil, fmt.Errorf("plan: procedure %s: %w", p.Name, err)
		}
		bodies[i] = b
	}
	a.fix()
	for _, b := range bodies {
		for _, p := range passes {
			p.run(b)
		}
	}
	return a.program(bodies, calls)
}

func (a *arena) program(bodies []*body, calls []Call) (*Program, error) {
	p := &Program{Slots: a.list, Data: a.data}
	index := map[string]int{}
	for i, b := range bodies {
		if _, twice := index[b.name]; twice {
			return nil, fmt.Errorf("plan: there are two procedures named %q", b.name)
		}
		index[b.name] = i
	}
	// Temporaries of all procedures share the space behind what persists.
	p.Size = a.size
	for _, b := range bodies {
		shift(b.code, a.size)
		p.Size = max(p.Size, a.size+b.temps)
		p.Procedures = append(p.Procedures, Procedure{b.name, b.code})
	}
	for _, c := range calls {
		e := Entry{Name: c.Name}
		for _, name := range c.Procedures {
			i, ok := index[name]
			if !ok {
				return nil, fmt.Errorf("plan: entry %s calls %q, which is no procedure", c.Name, name)
			}
			e.Calls = append(e.Calls, i)
		}
		p.Entries = append(p.Entries, e)
	}
	return p, nil
}
