package scorm

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/core/lesson"
	"ganvas/ui/recipe/recipetest"

	"github.com/google/go-cmp/cmp"
)

// three is a lesson whose first and third step ask a question, and whose second sets a task.
func three() lesson.Lesson {
	return lesson.Lesson{Key: "a", Title: `Real & "fake" <data>`, Steps: []lesson.Step{
		{Question: &lesson.Question{}}, {Task: &lesson.Task{}}, {Question: &lesson.Question{}},
	}}
}

func packed(t *testing.T) (files map[string]string, whole []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, three(), []byte("<title>Ganvas</title>")); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files, b.Bytes()
}

// A package has its manifest at its root, which names every file that is there and one page to launch.
func TestManifestNamesItsFiles(t *testing.T) {
	files, first := packed(t)
	var m struct {
		Titles []string `xml:"organizations>organization>title"`
		Schema string   `xml:"metadata>schemaversion"`
		Page   struct {
			Href  string `xml:"href,attr"`
			Type  string `xml:"scormtype,attr"`
			Files []struct {
				Href string `xml:"href,attr"`
			} `xml:"file"`
		} `xml:"resources>resource"`
	}
	if err := xml.Unmarshal([]byte(files["imsmanifest.xml"]), &m); err != nil {
		t.Fatal(err)
	}
	if m.Schema != "1.2" || m.Page.Type != "sco" || m.Page.Href != "index.html" || len(m.Titles) != 1 || m.Titles[0] != three().Title {
		t.Errorf("the manifest says %+v", m)
	}
	for _, f := range m.Page.Files {
		if files[f.Href] == "" {
			t.Errorf("%s is not there", f.Href)
		}
		delete(files, f.Href)
	}
	if len(files) != 1 {
		t.Errorf("the manifest does not name %v", files)
	}
	if _, again := packed(t); !bytes.Equal(first, again) {
		t.Error("the same lesson is packed otherwise")
	}
}

// visit is what a system has heard in one visit.
type visit struct {
	Before                       *string
	Src, Location, Status, Error string
	Score                        string
	Tasks                        []string
	Ended                        bool
}

// A system hears how far the learner is, what they have solved and their score, and gives it back when they return.
func TestSystemHears(t *testing.T) {
	modules := recipetest.Modules()
	if _, err := os.Stat(filepath.Join(modules, "scorm-again")); modules == "" || err != nil {
		t.Skip("SKIPPED: scorm-again of npm is not installed, and no system hears of lessons: npm ci --prefix ui/recipe/recipetest/testdata/hosts")
	}
	files, _ := packed(t)
	_, facts, _ := strings.Cut(files["index.html"], `id="lesson">`)
	facts, _, _ = strings.Cut(facts, "</script>")
	folder := t.TempDir()
	system, err := os.ReadFile("testdata/system.mjs")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"system.mjs": string(system), "launch.js": files["launch.js"]} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(modules, filepath.Join(folder, "node_modules")); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("node", "system.mjs", "launch.js", facts)
	c.Dir = folder
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, said.String())
	}
	var got []visit
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	after := "at=3&right=1&done=2"
	want := []visit{
		{nil, "ganvas.html#lesson=a", "1", "incomplete", "0", "0", []string{"a-task-2 neutral"}, true},
		{nil, "ganvas.html#lesson=a", "3", "incomplete", "0", "67", []string{"a-task-2 correct"}, true},
		{&after, "ganvas.html#lesson=a", "4", "completed", "0", "100", []string{"a-task-2 correct"}, true},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
