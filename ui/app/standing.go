package app

import (
	"math/bits"
	"strconv"
)

// Outline is what a list says of a lesson: how many steps it has, and which of them have a question or a task, one bit a step.
type Outline struct {
	Steps            int
	Questions, Tasks uint32
}

// Standing says how far a reader is in a lesson, from the text that the browser keeps of it; nothing where it has not been begun. It is finished when
// each question has been answered right and each task done.
func (o Outline) Standing(kept string) (text string, finished bool) {
	if kept == "" {
		return "", false
	}
	at, p := readProgress(kept)
	asked := bits.OnesCount32(o.Questions) + bits.OnesCount32(o.Tasks)
	done := bits.OnesCount32(o.Questions&p.Right) + bits.OnesCount32(o.Tasks&p.Done)
	if done == asked && asked > 0 {
		return "Finished", true
	}
	text = "You are at step " + strconv.Itoa(max(0, min(at, o.Steps-1))+1) + " of " + strconv.Itoa(o.Steps)
	if asked > 0 {
		text += ", with " + strconv.Itoa(done) + " of " + strconv.Itoa(asked) + " questions and tasks done"
	}
	return text, false
}
