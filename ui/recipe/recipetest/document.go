// Package recipetest makes documents of the recipes with the very tools that people write notes with, where those are installed: the suite that a
// recipe is held to, by its own tests and by those in browsers.
package recipetest

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ganvas/ui/recipe"
)

// Document is what a tool makes of a recipe.
type Document struct {
	Host    string        // of the recipe
	Tool    string        // the programs that must be installed, or be among npm's modules
	Modules bool          // whether it looks for npm's modules beside the notes
	Files   []recipe.File // what notes have beside what the recipe says
	Command string        // of a shell, in the notes' folder
	Out     string        // the file that comes out; of an archive a path within it follows
	Script  bool          // whether the element's script must be there too
	Link    string        // how the lab's address is written there; empty for HTML
	Page    string        // the address of the document below Root, where a browser can open it
	Root    string        // the folder that a server of the document serves, below the notes' own
	Away    string        // a JavaScript expression that goes to another of its pages without loading one; empty where there is no such way
}

// quartoHead has head.html be what a Quarto document's head includes in HTML's.
const quartoHead = `sed -n '/^      text: |$/,/^---$/{/^        /s/^ *//p}' index.qmd > head.html && `

// ofPDF is what a PDF has, as text: its words and the addresses of its links. It fails where there is no picture in it.
const ofPDF = " && (pdftotext out.pdf - && pdfinfo -url out.pdf) > pdf.txt && pdfimages -list out.pdf | grep -q ' image '"

// Documents are what is tried.
var Documents = []Document{
	{Host: "Plain HTML", Tool: "sh", Command: "echo '<!doctype html><head><meta charset=utf-8><title>Notes</title></head>' | cat - page.html > out.html", Out: "out.html", Script: true, Page: "out.html"},
	{Host: "Pandoc", Tool: "pandoc", Command: "pandoc -s -H ganvas.html index.md -o out.html --metadata title=x", Out: "out.html", Script: true, Page: "out.html"},
	{Host: "Pandoc", Tool: "pandoc", Command: "pandoc -s --self-contained -H ganvas.html index.md -o whole.html --metadata title=x", Out: "whole.html", Script: true, Page: "whole.html"},
	{Host: "Pandoc", Tool: "pandoc", Command: "pandoc -s index.md -o out.tex", Out: "out.tex", Link: `lab.html?data=moons\&panels=plane,losses`},
	{Host: "Pandoc", Tool: "pandoc", Command: "pandoc index.md -o out.epub --metadata title=x", Out: "out.epub EPUB/text/ch001.xhtml"},
	{Host: "Pandoc", Tool: "pandoc", Command: "pandoc index.md -o out.docx", Out: "out.docx word/document.xml", Link: "anything"},
	{Host: "Pandoc", Tool: "pandoc weasyprint pdfinfo", Command: "pandoc index.md -o out.pdf --pdf-engine=weasyprint --metadata title=x" + ofPDF, Out: "pdf.txt", Link: "lab.html?data=moons&panels=plane,losses"},
	{Host: "Pandoc", Tool: "pandoc pdflatex pdfinfo", Command: "pandoc index.md -o out.pdf" + ofPDF, Out: "pdf.txt", Link: "lab.html?data=moons&panels=plane,losses"},
	// Quarto itself, and its forms through Pandoc, on which it is built: what the document's head says for HTML, Pandoc is given by hand.
	{Host: "Quarto", Tool: "quarto", Command: "quarto render index.qmd --to html --quiet", Out: "index.html", Script: true, Page: "index.html"},
	{Host: "Quarto", Tool: "pandoc", Command: quartoHead + "pandoc -s -f markdown -H head.html index.qmd -o by-pandoc.html", Out: "by-pandoc.html", Script: true, Page: "by-pandoc.html"},
	{Host: "Quarto", Tool: "pandoc", Command: quartoHead + "pandoc -s -t revealjs -V revealjs-url=none -H head.html -f markdown index.qmd -o slides.html", Out: "slides.html", Script: true},
	{Host: "Quarto", Tool: "pandoc", Command: "pandoc -s -f markdown index.qmd -o out.tex", Out: "out.tex", Link: `lab.html?data=moons\&panels=plane,losses`},
	{Host: "Quarto", Tool: "pandoc", Command: "awk 'n > 1; /^---$/ { n++ }' index.qmd > text.md && pandoc text.md -o out.epub --metadata title=x", Out: "out.epub EPUB/text/ch001.xhtml"},
	{Host: "Quarto", Tool: "pandoc pdflatex pdfinfo", Command: "pandoc -f markdown index.qmd -o out.pdf" + ofPDF, Out: "pdf.txt", Link: "lab.html?data=moons&panels=plane,losses"},
	{Host: "Org", Tool: "pandoc", Command: "pandoc -s notes.org -o out.html", Out: "out.html", Script: true, Page: "out.html"},
	{Host: "Org", Tool: "pandoc", Command: "pandoc -s notes.org -o out.tex", Out: "out.tex", Link: `lab.html?data=moons\&panels=plane,losses`},
	{Host: "Sphinx and MyST", Tool: "sphinx-build", Command: "echo 'extensions = [\"myst_parser\"]' >> conf.py && sphinx-build -q -b html . out", Out: "out/index.html", Script: true, Root: "out", Page: "index.html"},
	{Host: "Sphinx and MyST", Tool: "sphinx-build", Command: "echo 'extensions = [\"myst_parser\"]' >> conf.py && sphinx-build -q -b latex . out && cat out/*.tex > out.tex", Out: "out.tex", Link: "lab.html?data=moons"},
	{Host: "MkDocs", Tool: "mkdocs", Files: []recipe.File{{Name: "quiet.yml", Text: "theme:\n  name: mkdocs\n  highlightjs: false\n"}}, // which would come from elsewhere
		Command: "cp moons.png docs && cat quiet.yml >> mkdocs.yml && mkdocs build -q", Out: "site/index.html", Script: true, Root: "site", Page: "index.html"},
	{
		Host: "Hugo", Tool: "hugo", Out: "public/index.html", Script: true, Root: "public", Page: "index.html",
		Files:   []recipe.File{{Name: "layouts/index.html", Text: "<!doctype html><html><head><title>Notes</title></head><body>{{ .Content }}</body></html>"}, {Name: "hugo.toml"}, {Name: "config.toml"}},
		Command: "mkdir -p static && cp moons.png static && hugo --quiet",
	},
	{
		Host: "Jekyll", Tool: "jekyll", Out: "out/index.html", Script: true, Root: "out", Page: "index.html",
		Files: []recipe.File{{Name: "_layouts/default.html", Text: "<!doctype html><html><head><title>Notes</title></head><body>{{ content }}</body></html>"},
			{Name: "_config.yml", Text: "defaults:\n  - scope: { path: \"\" }\n    values: { layout: default }\n"}},
		Command: "jekyll build -q -d out",
	},
	{
		Host: "Jupyter", Tool: "jupyter-nbconvert", Out: "out.html", Script: true, Page: "out.html",
		Files: []recipe.File{{Name: "notes.py", Text: `import json
cell = lambda kind, name, **more: {"cell_type": kind, "id": kind, "metadata": {}, "source": open(name).read(), **more}
json.dump({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell("markdown", "a Markdown cell"), cell("code", "a code cell", outputs=[], execution_count=None)]}, open("notes.ipynb", "w"))
`}},
		Command: "python3 notes.py && jupyter-nbconvert --log-level ERROR --execute --to html notes.ipynb --output out.html",
	},
	{Host: "Jupyter Book 2 (mystmd)", Tool: "myst", Command: "myst build --jats index.md --force < /dev/null; cp _build/exports/index.xml out.xml", Out: "out.xml", Link: "lab.html?data=moons"},
	{
		Host: "Marp", Tool: "node", Modules: true, Out: "out.html", Script: true, Page: "out.html",
		Command: `node -e "const {Marp}=require('@marp-team/marp-core'),{html,css}=new Marp({html:true}).render(require('fs').readFileSync('slides.md','utf8'));require('fs').writeFileSync('out.html','<!doctype html><head><meta charset=utf-8><title>Notes</title><style>'+css+'</style></head>'+html)"`,
	},
	{
		Host: "reveal.js", Tool: "node", Modules: true, Out: "out.html", Script: true, Page: "out.html#/1",
		Files: []recipe.File{{Name: "head.html", Text: `<!doctype html><head><meta charset="utf-8"><title>Notes</title><link rel="stylesheet" href="dist/reveal.css"></head><div class="reveal"><div class="slides"><section>Notes</section>`},
			{Name: "tail.html", Text: `</div></div><script src="dist/reveal.js"></script><script>Reveal.initialize({ hash: true, history: true, transition: 'none', backgroundTransition: 'none' })</script>`}},
		Command: "cp -r node_modules/reveal.js/dist dist && cat head.html slides.html tail.html > out.html",
		Away:    `Reveal.slide(0)`,
	},
	{
		Host: "VitePress", Tool: "vitepress", Modules: true, Out: ".vitepress/dist/index.html", Script: true, Root: ".vitepress/dist", Page: "index.html",
		Files:   []recipe.File{{Name: "more.md", Text: "\n[Another page](./other)\n"}, {Name: "other.md", Text: "# Another page\n"}},
		Command: "mkdir public && mv moons.png public && cat more.md >> index.md && rm more.md && vitepress build",
		Away:    `document.querySelector('.vp-doc a[href*="other"]').click()`,
	},
	{
		Host: "Docusaurus", Tool: "docusaurus", Modules: true, Out: "build/index.html", Script: true, Root: "build", Page: "",
		Files: []recipe.File{
			{Name: "package.json", Text: `{"name": "notes", "private": true}`},
			{Name: "whole.mjs", Text: `import recipe from './docusaurus.config.js';
export default { title: 'Notes', url: 'http://localhost', baseUrl: '/', themes: ['@docusaurus/theme-classic'], plugins: [['@docusaurus/plugin-content-docs', { routeBasePath: '/', sidebarPath: false }]], ...recipe };`},
			{Name: "first.mdx", Text: "---\nslug: /\n---\n"}, {Name: "more.mdx", Text: "\n[Another page](./other.mdx)\n"}, {Name: "docs/other.mdx", Text: "# Another page\n"},
		},
		Command: "mkdir static && mv moons.png static && cp docusaurus.config.js part.mjs && sed -i s/docusaurus.config.js/part.mjs/ whole.mjs && cat first.mdx docs/index.mdx more.mdx > all.mdx && mv all.mdx docs/index.mdx && DOCUSAURUS_NO_TELEMETRY=1 docusaurus build --config whole.mjs",
		Away:    `document.querySelector('article a[href*="other"]').click()`,
	},
}

// Name is the host with the kind of file that comes out.
func (d Document) Name() string {
	file, _, _ := strings.Cut(d.Out, " ")
	return d.Host + " " + filepath.Base(file)
}

// Opens reports whether a browser can open the document.
func (d Document) Opens() bool { return d.Page != "" || d.Root != "" }

// Make has the tool make the document, with labs of the site at an address, and returns the notes' folder. Where the tool is not installed it skips
// the test.
func (d Document) Make(t testing.TB, site string) (folder string) {
	t.Helper()
	modules := Modules()
	path := os.Getenv("PATH")
	if modules != "" {
		path += string(os.PathListSeparator) + filepath.Join(modules, ".bin")
	}
	for tool := range strings.FieldsSeq(d.Tool) {
		if !installed(tool, path) || d.Modules && modules == "" {
			t.Skipf("SKIPPED: there is no %s here, or none of npm's modules that the hosts need, and %s is not tried (make test installs most)", tool, d.Name())
		}
	}
	folder = d.write(t, site)
	if d.Modules {
		if err := os.Symlink(modules, filepath.Join(folder, "node_modules")); err != nil {
			t.Fatal(err)
		}
	}
	c := exec.Command("sh", "-c", d.Command)
	c.Dir, c.Env = folder, append(os.Environ(), "PATH="+path)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", d.Command, err, said)
	}
	return folder
}

func installed(tool, path string) bool {
	for _, folder := range filepath.SplitList(path) {
		if info, err := os.Stat(filepath.Join(folder, tool)); err == nil && !info.IsDir() {
			return true
		}
	}
	return false
}

// write writes the recipe's files, the document's own and a picture.
func (d Document) write(t testing.TB, site string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	write := func(name string, b []byte) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	picture, err := os.ReadFile(filepath.Join(here(), "../../../assets/ganvas.png"))
	if err != nil {
		t.Fatal(err)
	}
	write("moons.png", picture)
	for _, r := range recipe.All {
		for _, f := range r.Files {
			if r.Host == d.Host {
				write(f.Name, []byte(strings.ReplaceAll(f.Text, recipe.Site, site)))
			}
		}
	}
	for _, f := range d.Files {
		write(f.Name, []byte(f.Text))
	}
	return folder
}

// Modules is the folder of npm's modules that the hosts need, or empty where they have not been installed.
func Modules() string {
	folder := filepath.Join(here(), "testdata/hosts/node_modules")
	if _, err := os.Stat(folder); err != nil {
		return ""
	}
	return folder
}

// here is this package's folder, whichever package's tests ask.
func here() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(file)
}
