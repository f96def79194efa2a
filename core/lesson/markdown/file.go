package markdown

import (
	"ganvas/core/experiment"
	"ganvas/core/lesson"
)

// File is a lesson as it was written: what the page links, the prose, and the claims.
type File struct {
	lesson.Lesson
	Base   experiment.Spec
	Part   string     // of the course that the lesson belongs to
	Needs  []string   // keys of lessons that come before
	Prose  []string   // Markdown of each step, without its blocks
	Covers [][]string // of each step, ids of the course's rows that it covers by more than text
	Claims []Claims   // of all steps
}

// Claims is one block of claims.
type Claims struct {
	Line  int // of the block, in the file
	Step  int // index into Steps
	Seeds []uint32
	Slow  bool // it takes long: slow tests alone train it
	Runs  []Run
	// Goals read names such as "here.js": of the run here, the measure js.
	Goals []Claim
}

// Claim is one statement of a block.
type Claim struct {
	Line int
	lesson.Goal
	But int // for so many of the block's seeds at most it may not hold
}

// Run is an experiment that claims speak of, and how it is trained.
type Run struct {
	Name   string
	Spec   experiment.Spec
	Phases []Phase
}

// Phase is a number of steps of both players, or of one.
type Phase struct {
	Steps int
	Who   string // "both", "d" or "g"
}
