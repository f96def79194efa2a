package recipetest_test

import (
	"archive/zip"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/ui/recipe"
	"ganvas/ui/recipe/recipetest"
)

// What tools make of the recipes has the picture, the link and the words below it, and the script where that belongs.
func TestHostsKeepTheFigure(t *testing.T) {
	for _, d := range recipetest.Documents {
		t.Run(d.Name(), func(t *testing.T) {
			t.Parallel()
			keeps(t, d, page(t, d.Make(t, recipe.Site), d.Out))
		})
	}
}

// An EPUB with a lab passes the checker of those who sell them.
func TestBooksAreValid(t *testing.T) {
	checker, err := exec.LookPath("epubcheck")
	java, err2 := exec.LookPath("java")
	if err != nil || err2 != nil {
		t.Skip("SKIPPED: there is no epubcheck here, and no book is checked (on Debian, make test installs it)")
	}
	n := 0
	for _, d := range recipetest.Documents {
		file, _, _ := strings.Cut(d.Out, " ")
		if filepath.Ext(file) != ".epub" {
			continue
		}
		n++
		if said, err := exec.Command(java, "-jar", checker, filepath.Join(d.Make(t, recipe.Site), file)).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", d.Name(), err, said)
		}
	}
	if n == 0 {
		t.Error("there is no book")
	}
}

// keeps fails the test where something of the figure is gone.
func keeps(t *testing.T, d recipetest.Document, text string) {
	t.Helper()
	need := []string{recipe.Caption}
	switch d.Link {
	case "":
		text = html.UnescapeString(text)
		need = append(need, recipe.Site+"lab.html?data=moons", "<img")
		if d.Host != "Org" { // Pandoc's reader passes over attr_html there
			need = append(need, `alt="`+recipe.Caption)
		}
		if d.Script && !strings.Contains(strings.ReplaceAll(text, `async=""`, "async"), "ganvas-lab.js") {
			t.Error("the script is gone")
		}
	case "anything":
		need = append(need, "<pic:pic", "w:hyperlink")
	default:
		need = append(need, d.Link, "moons")
	}
	for _, n := range need {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), n) {
			t.Errorf("%q is gone", n)
		}
	}
	if !d.Script && strings.Contains(text, "<script") {
		t.Error("there is a script")
	}
	if t.Failed() {
		t.Log(text[max(0, len(text)-3000):])
	}
}

// page reads what a tool has made.
func page(t *testing.T, folder, out string) string {
	t.Helper()
	name, inside, packed := strings.Cut(out, " ")
	var files fs.FS = os.DirFS(folder)
	if packed {
		z, err := zip.OpenReader(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		defer z.Close()
		files, name = z, inside
	}
	b, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
