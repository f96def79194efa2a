package app

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
)

// A saved experiment is a text: lines of remarks, of which one says how long the rest is and its checksum, one holds the page's address and one the step
// of the run, and below them the reader's own points as they came, where the experiment is about them. It opens where points do. The step is there
// where Spec, points and step bring the run back bit for bit. Files of before checksums were, begin with the address.
const (
	savedFirst  = "# Ganvas: drop this file onto the picture, or choose it where points are chosen."
	savedSum    = "# sum "
	savedSecond = "# ?"
	savedThird  = "# step "
)

// sumOf is the line that tells whether the rest of a file is whole: its length and its checksum, whatever ends its lines.
func sumOf(rest []byte) string {
	rest = bytes.ReplaceAll(rest, []byte("\r\n"), []byte("\n"))
	return fmt.Sprintf("%s%d %08x", savedSum, len(rest), crc32.ChecksumIEEE(rest))
}

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
	b.WriteString(savedSecond + m.Address() + "\n")
	whole := m.replays() && m.Reader.free == nil
	if whole && m.Step() > 0 {
		b.WriteString(savedThird + strconv.FormatUint(uint64(m.Step()), 10) + "\n")
	}
	large := spec.Owns() && len(m.CSV) > MaxSaved
	if spec.Owns() && !large {
		b.Write(m.CSV)
	}
	effects := []Effect{SaveFile{Name: "ganvas-" + spec.Data + ".txt", Text: append([]byte(savedFirst+"\n"+sumOf(b.Bytes())+"\n"), b.Bytes()...)}}
	if large {
		m.Notice = "The file holds the settings alone: your data are larger than " + strconv.Itoa(MaxSaved>>20) + " MB. Bring them again before you open it."
		effects = append(effects, Announce{m.Notice})
	} else if m.Step() > 0 && !whole {
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
	damaged bool // it is cut short, or was changed
}

// parseSaved takes a saved experiment apart, and reports whether text is one.
func parseSaved(text []byte) (run savedRun, ok bool) {
	first, rest, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\n"))
	if strings.TrimSpace(string(first)) != savedFirst {
		return savedRun{}, false
	}
	if bytes.HasPrefix(rest, []byte(savedSum)) {
		sum, below, _ := bytes.Cut(rest, []byte("\n"))
		if sumOf(below) != strings.TrimSpace(string(sum)) {
			return savedRun{damaged: true}, true
		}
		rest = below
	}
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
	return run, ok
}

// reopened runs a saved experiment, and trains to the step where it was; there it waits. Nothing changes where a part of it cannot be read.
func (m Model) reopened(name string, run savedRun) (Model, []Effect) {
	left := m
	if run.damaged {
		return left.unchanged(name + " is cut short, or was changed since it was saved: its checksum does not fit.")
	}
	if len(bytes.TrimSpace(run.points)) > 0 {
		var err error
		if m, err = m.withOwn(run.points, name, ""); err != nil {
			return left.unread(name, err)
		}
	}
	m.Drafts = nil
	m, a := m.withAddress("?" + run.address)
	if len(a.Notes) > 0 {
		return left.unchanged(name + " holds what this page does not know. " + m.Notice)
	}
	say := "This is the experiment of " + name + "."
	if run.step > 0 {
		m.Playing, m.Toward = false, run.step
		say = "This is the experiment of " + name + ", trained to step " + strconv.FormatUint(uint64(run.step), 10) + " as it was."
	}
	return left.departed(m.begin(say))
}

// unchanged says why nothing has changed.
func (m Model) unchanged(why string) (Model, []Effect) {
	m.Notice = why
	return m, []Effect{Announce{why}}
}

// unread says that a file holds no points.
func (m Model) unread(name string, err error) (Model, []Effect) {
	return m.unchanged(name + " cannot be read as points: " + err.Error())
}

// BeginsSaved reports whether a file that begins so is a saved experiment.
func BeginsSaved(head []byte) bool {
	first, _, whole := bytes.Cut(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("\n"))
	return whole && strings.TrimSpace(string(first)) == savedFirst
}
