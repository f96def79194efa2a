package opt

// Schedule is a named factor over a run: 1 at step 0, the final share at the horizon and ever after.
type Schedule struct {
	Key   string // stable, in Specs and URLs: "cosine"
	Label string // for people
	Doc   string // one sentence for people
}

// Schedules is the catalogue, in the order of a menu.
var Schedules = []Schedule{
	{"cosine", "Cosine", "Falls along half a cosine: slow, fast, slow."},
	{"constant", "Constant", "Stays as it is."},
	{"linear", "Linear", "Falls by the same amount every step."},
	{"exponential", "Exponential", "Falls by the same factor every step."},
}
