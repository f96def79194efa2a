package app

import (
	"bytes"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
)

// A saved experiment is a text: two lines of remarks, of which the second holds the page's address, and below them the reader's own points as they
// came, where the experiment is about them. It opens where points do.
const (
	savedFirst  = "# Ganvas: drop this file onto the picture, or choose it where points are chosen."
	savedSecond = "# ?"
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

// saved is the file of the reader's own experiment, lesson or not.
func (m Model) saved() SaveFile {
	spec := m.own().Spec
	var b bytes.Buffer
	b.WriteString(savedFirst + "\n" + savedSecond + m.Address() + "\n")
	if spec.Data == experiment.OwnData {
		b.Write(m.CSV)
	}
	return SaveFile{Name: "ganvas-" + spec.Data + ".txt", Text: b.Bytes()}
}

// parseSaved takes a saved experiment apart, and reports whether text is one.
func parseSaved(text []byte) (address string, points []byte, ok bool) {
	first, rest, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\n"))
	second, points, _ := bytes.Cut(rest, []byte("\n"))
	address, ok = strings.CutPrefix(strings.TrimSpace(string(second)), savedSecond)
	return address, points, ok && strings.TrimSpace(string(first)) == savedFirst
}

// reopened runs a saved experiment.
func (m Model) reopened(name, address string, points []byte) (Model, []Effect) {
	if len(bytes.TrimSpace(points)) > 0 {
		if _, err := data.CSV(points); err != nil {
			return m.unread(name, err)
		}
		m.CSV, m.CSVName = points, name
	}
	m.Notice, m.Drafts = "", nil
	m = m.withAddress(address)
	if m.Notice == "" {
		m.Notice = "This is the experiment of " + name + "."
	}
	return m.open(m.Notice)
}

// unread says that a file holds no points.
func (m Model) unread(name string, err error) (Model, []Effect) {
	m.Notice = name + " cannot be read as points: " + err.Error()
	return m, []Effect{Announce{m.Notice}}
}
