// Package lesson is what a lesson asks of the page: a list of steps, each with a setup of the experiment and perhaps a question
// or a task.
//
// It is what the page links: it knows no Markdown, no formulas and no training. Lessons are written as Markdown (package
// markdown reads them), become HTML when the site is built (package html), and make claims that tests hold them to (package
// claim).
package lesson

// Lesson is a text in steps. Its key is stable: it stands in links and in what browsers remember.
type Lesson struct {
	Key     string // "what-is-a-gan"
	Title   string
	Summary string // one sentence
	Minutes int    // to work through it
	Steps   []Step
}

// Asked are the steps that have a question and those that have a task, one bit a step.
func (l Lesson) Asked() (questions, tasks uint32) {
	for i, s := range l.Steps {
		if s.Question != nil {
			questions |= 1 << i
		}
		if s.Task != nil {
			tasks |= 1 << i
		}
	}
	return questions, tasks
}

// Step is one screen of a lesson.
type Step struct {
	Title    string
	Setup    Setup
	Question *Question // or nil
	Task     *Task     // or nil
	Class    *Class    // or nil
	Sliders  *Sliders  // or nil
}

// Class is how a step goes in class.
type Class struct {
	Minutes int
	Show    string // Markdown: what to put on the projector, and to do there
	Expect  string // Markdown: what people answer, and what to say to that
}

// Question has one right choice. The page shows a choice's explanation when it has been chosen.
type Question struct {
	Ask     string // Markdown
	Choices []Choice
}

// Choice is a possible answer.
type Choice struct {
	Text  string // Markdown
	Why   string // Markdown: why it is right, or what is wrong with it
	Right bool
}

// Task is something to bring about in the experiment. The page checks it by measuring.
type Task struct {
	Say      string // Markdown
	Goal     Goal
	Within   uint64 // steps of the run
	Solution string // changes to the step's experiment, as a query, that reach the goal; tests hold the lesson to it
}
