package app

import (
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Judge is how it stands with the judge of digits, by which images are measured.
type Judge struct {
	Asked bool   // its weights are on their way, or there
	There bool   // the worker has them
	Fault string // why they cannot be had, or empty
}

type (
	// FetchJudge fetches the judge's weights and answers with JudgeCame or JudgeMissing.
	FetchJudge struct{}
	// JudgeCame brings them, and JudgeMissing says why they cannot be had.
	JudgeCame    struct{ Weights []byte }
	JudgeMissing struct{ Reason string }
)

func (FetchJudge) effect() {}
func (JudgeCame) msg()     {}
func (JudgeMissing) msg()  {}

// judgeSide is how high and wide the images are that the judge reads; they have one channel.
const judgeSide = 28

// Judgement is what is to be said where measures of images are missing, or empty.
func (m Model) Judgement() string {
	shape := m.imageShape()
	switch {
	case shape == nil || m.Judge.There && readable(shape):
		return ""
	case !readable(shape):
		return "The judge reads only grey images of 28 by 28 pixels: these are not measured."
	case m.Judge.Fault != "":
		return "Images are not measured: the judge of digits could not be loaded: " + m.Judge.Fault + "."
	}
	return "The judge of digits is on its way."
}

// imageShape is the height, width and channels of the run's images, or nil.
func (m Model) imageShape() []int {
	for _, a := range m.scene {
		if a.Name == probe.RealImages {
			return []int{a.Dim(2), a.Dim(3), a.Dim(4)}
		}
	}
	return nil
}

func readable(shape []int) bool {
	return len(shape) == 3 && shape[0] == judgeSide && shape[1] == judgeSide && shape[2] == 1
}

// judging asks for the judge when the first images are seen that it can read: their walls have come then, and nothing waits for it.
func (m Model) judging() (Model, []Effect) {
	if m.Judge.Asked || !readable(m.imageShape()) {
		return m, nil
	}
	m.Judge.Asked = true
	return m, []Effect{FetchJudge{}}
}

// judged takes what has become of that, and reports whether this was of that kind.
func (m Model) judged(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case JudgeCame:
		m.Judge.There = true
		m, effects = m.pulled([]Effect{Send{Command: wire.NewCommand("judge"), Bytes: msg.Weights}})
	case JudgeMissing:
		m.Judge.Fault = msg.Reason
	default:
		return m, nil, false
	}
	return m, effects, true
}
