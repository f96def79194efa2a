// Package scorm packs a lesson for learning management systems, as SCORM 1.2 has it: Ganvas in one file, and a page that tells the system what the
// learner has done: how far they are, which tasks are solved, the score in percent of questions and tasks, and what to go on from. No server is needed
// but the system's own.
package scorm

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"encoding/json"
	"encoding/xml"
	"html/template"
	"io"
	"strings"

	"ganvas/core/lesson"
)

//go:embed launch.js
var launch string

//go:embed launch.html
var page string

//go:embed imsmanifest.xml
var manifest string

var pageTemplate = template.Must(template.New("index.html").Parse(page))

// Write writes the package of a lesson as a zip; single is ganvas.html. The same lesson and page give the same bytes.
func Write(w io.Writer, l lesson.Lesson, single []byte) error {
	questions, tasks := l.Asked()
	facts := map[string]any{"key": l.Key, "questions": questions, "tasks": tasks}
	text, err := json.Marshal(facts)
	if err != nil {
		return err
	}
	var index bytes.Buffer
	if err := pageTemplate.Execute(&index, map[string]any{"Title": l.Title, "Facts": template.JS(text)}); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, f := range []struct {
		name string
		text []byte
	}{
		{"imsmanifest.xml", []byte(strings.NewReplacer("{{.Key}}", escaped(l.Key), "{{.Title}}", escaped(l.Title)).Replace(manifest))},
		{"index.html", index.Bytes()}, {"launch.js", []byte(launch)}, {"ganvas.html", single},
	} {
		file, err := z.Create(f.name)
		if err != nil {
			return err
		}
		if _, err := file.Write(f.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// escaped is a text as XML holds it.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder fails never
	return b.String()
}
