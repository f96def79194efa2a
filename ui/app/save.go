package app

import (
	"bytes"
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
)

// A saved experiment is a text: lines of remarks, of which the second holds the page's address and the third the step of the run, and below them the
// reader's own points as they came, where the experiment is about them. It opens where points do. The third line is there where Spec, points and
// step bring the run back bit for bit.
const (
	savedFirst  = "# Ganvas: drop this file onto the picture, or choose it where points are chosen."
	savedSecond = "# ?"
	savedThird  = "# step "
)

type (
	// SaveWanted asks for a file that brings back this experiment.
	SaveWanted struct{}
	// SaveFile hands the reader a text file.
	SaveFile struct {
		Name string
		Text []byte
	}
)

func (SaveWanted) msg()  {}
func (SaveFile) effect() {}

// saved is the file of the reader's own experiment, lesson or not, and says where it does not hold the whole run.
func (m Model) saved() (Model, []Effect) {
	spec := m.own().Spec
	var b bytes.Buffer
	b.WriteString(savedFirst + "\n" + savedSecond + m.Address() + "\n")
	whole := m.replays() && m.Reader.free == nil
	if whole && m.Step() > 0 {
		b.WriteString(savedThird + strconv.FormatUint(uint64(m.Step()), 10) + "\n")
	}
	if spec.Data == experiment.OwnData {
		b.Write(m.CSV)
	}
	effects := []Effect{SaveFile{Name: "ganvas-" + spec.Data + ".txt", Text: b.Bytes()}}
	if m.Step() > 0 && !whole {
		m.Notice = "The file begins at step 0: what was done on the way to this step is not in it."
		effects = append(effects, Announce{m.Notice})
	}
	return m, effects
}

// savedRun is what a saved experiment holds.
type savedRun struct {
	address string
	step    uint64
	points  []byte
}

// parseSaved takes a saved experiment apart, and reports whether text is one.
func parseSaved(text []byte) (run savedRun, ok bool) {
	first, rest, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\n"))
	second, points, _ := bytes.Cut(rest, []byte("\n"))
	run.address, ok = strings.CutPrefix(strings.TrimSpace(string(second)), savedSecond)
	run.points = points
	third, below, _ := bytes.Cut(points, []byte("\n"))
	if number, is := strings.CutPrefix(strings.TrimSpace(string(third)), savedThird); is {
		n, err := strconv.ParseUint(number, 10, 32)
		if err != nil {
			return savedRun{}, false
		}
		run.step, run.points = n, below
	}
	return run, ok && strings.TrimSpace(string(first)) == savedFirst
}

// reopened runs a saved experiment, and trains to the step where it was; there it waits.
func (m Model) reopened(name string, run savedRun) (Model, []Effect) {
	if len(bytes.TrimSpace(run.points)) > 0 {
		if _, err := data.CSV(run.points); err != nil {
			return m.unread(name, err)
		}
		m.CSV, m.CSVName, m.Drawn = run.points, name, ""
	}
	left := m
	m.Drafts = nil
	m, a := m.withAddress("?" + run.address)
	if len(a.Notes) > 0 { // it is another experiment
		return left.departed(m.begin(m.Notice))
	}
	say := "This is the experiment of " + name + "."
	if run.step > 0 {
		m.Playing, m.Toward = false, run.step
		say = "This is the experiment of " + name + ", trained to step " + strconv.FormatUint(uint64(run.step), 10) + " as it was."
	}
	return left.departed(m.begin(say))
}

// unread says that a file holds no points.
func (m Model) unread(name string, err error) (Model, []Effect) {
	m.Notice = name + " cannot be read as points: " + err.Error()
	return m, []Effect{Announce{m.Notice}}
}

// IsSaved reports whether a file is a saved experiment.
func IsSaved(text []byte) bool {
	_, ok := parseSaved(text)
	return ok
}
