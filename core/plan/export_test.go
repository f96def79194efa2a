package plan

import "ganvas/core/graph"

// CompilePlain compiles without the passes that only make programs faster: each element-wise value is a loop of its own.
func CompilePlain(procs []graph.Procedure, calls []Call) (*Program, error) {
	return compile([]pass{{"fold", fold}, {"split", split}, {"window", window}, {"view", view}, {"prune", prune}, {"part", part}, {"lower", lower}, {"order", order}, {"place", place}, {"emit", emit}}, procs, calls)
}

// part gives every value a stage of its own, so that nothing fuses.
func part(b *body) {
	for i, v := range b.values {
		v.stage = i
	}
}
