package main

import (
	"archive/zip"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// build is how a tool makes a reader's file of a recipe's, in a folder that holds them.
type build struct {
	host    string // of the recipe
	tool    string // the program that must be installed, or be among the modules
	command string // of a shell
	out     string // the file that comes out; of an archive a path within it follows
	script  bool   // whether the script must be there too
	link    string // how the address is written there; empty for HTML
}

var builds = []build{
	{"Pandoc", "pandoc", "pandoc -s -H ganvas.html index.md -o out.html --metadata title=x", "out.html", true, ""},
	{"Pandoc", "pandoc", "pandoc -s --self-contained -H ganvas.html index.md -o out.html --metadata title=x", "out.html", true, ""},
	{"Pandoc", "pandoc", "pandoc -s index.md -o out.tex", "out.tex", false, `lab.html?data=moons\&panels=plane,losses`},
	{"Pandoc", "pandoc", "pandoc index.md -o out.epub --metadata title=x", "out.epub EPUB/text/ch001.xhtml", false, ""},
	{"Pandoc", "pandoc", "pandoc index.md -o out.docx", "out.docx word/document.xml", false, "anything"},
	{"Org", "pandoc", "pandoc -s notes.org -o out.html", "out.html", true, ""},
	{"Org", "pandoc", "pandoc -s notes.org -o out.tex", "out.tex", false, `lab.html?data=moons\&panels=plane,losses`},
	{"Sphinx and MyST", "sphinx-build", "echo 'extensions = [\"myst_parser\"]' >> conf.py && sphinx-build -q -b html . out", "out/index.html", true, ""},
	{"Sphinx and MyST", "sphinx-build", "echo 'extensions = [\"myst_parser\"]' >> conf.py && sphinx-build -q -b latex . out && cat out/*.tex > out.tex", "out.tex", false, "lab.html?data=moons"},
	{"MkDocs", "mkdocs", "cp moons.png docs && mkdocs build -q", "site/index.html", true, ""},
	{"Hugo", "hugo", "mkdir -p static && cp moons.png static && echo '{{ .Content }}' > layouts/index.html && touch hugo.toml config.toml && hugo --quiet", "public/index.html", true, ""},
	{"Jupyter Book 2 (mystmd)", "myst", "myst build --jats index.md --force < /dev/null; cp _build/exports/index.xml out.xml", "out.xml", false, "lab.html?data=moons"},
	{"Marp", "node", `node -e "const {Marp}=require('@marp-team/marp-core');require('fs').writeFileSync('out.html',new Marp({html:true}).render(require('fs').readFileSync('slides.md','utf8')).html)"`, "out.html", true, ""},
	{"Docusaurus", "node", `node --input-type=module -e "import {compile,run} from '@mdx-js/mdx';import * as rt from 'react/jsx-runtime';import {renderToString} from 'react-dom/server';import fs from 'fs';
const m = await run(String(await compile(fs.readFileSync('docs/index.mdx','utf8'),{outputFormat:'function-body'})),{...rt,baseUrl:import.meta.url});
fs.writeFileSync('out.html',renderToString(m.default({})))"`, "out.html", false, ""},
}

// What tools make of the recipes has the picture, the link and the words below it, and the script where that belongs.
func TestHostsKeepTheFigure(t *testing.T) {
	modules := modules(t)
	for _, b := range builds {
		name := b.host + " " + path.Ext(strings.Fields(b.out)[0])
		t.Run(name, func(t *testing.T) {
			if modules != "" {
				t.Setenv("PATH", os.Getenv("PATH")+string(os.PathListSeparator)+filepath.Join(modules, ".bin"))
			}
			if _, err := exec.LookPath(b.tool); err != nil {
				t.Skipf("SKIPPED: there is no %s here, and %s is not tried", b.tool, b.host)
			}
			if b.tool == "node" && modules == "" {
				t.Skipf("SKIPPED: there are no modules of npm here, and %s is not tried", b.host)
			}
			folder := written(t, b.host)
			if modules != "" {
				if err := os.Symlink(modules, filepath.Join(folder, "node_modules")); err != nil {
					t.Fatal(err)
				}
			}
			c := exec.Command("sh", "-c", b.command)
			c.Dir = folder
			if said, err := c.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", b.command, err, said)
			}
			keeps(t, b, page(t, folder, b.out))
		})
	}
}

// keeps fails the test where something of the figure is gone.
func keeps(t *testing.T, b build, text string) {
	t.Helper()
	need := []string{caption}
	switch b.link {
	case "":
		text = html.UnescapeString(text)
		need = append(need, site+"lab.html?data=moons", "<img")
		if b.host != "Org" { // Pandoc's reader passes over attr_html there
			need = append(need, `alt="`+caption)
		}
		if b.script && !strings.Contains(strings.ReplaceAll(text, `async=""`, "async"), "ganvas-lab.js") {
			t.Error("the script is gone")
		}
	case "anything":
		need = append(need, "<pic:pic", "w:hyperlink")
	default:
		need = append(need, b.link, "moons")
	}
	for _, n := range need {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), n) {
			t.Errorf("%q is gone", n)
		}
	}
	if !b.script && strings.Contains(text, "<script") {
		t.Error("there is a script")
	}
	if t.Failed() {
		t.Log(text[max(0, len(text)-3000):])
	}
}

// written is a folder with a recipe's files, and a picture.
func written(t *testing.T, host string) string {
	t.Helper()
	folder := t.TempDir()
	write := func(name string, b []byte) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	picture, err := os.ReadFile("../../../assets/ganvas.png")
	if err != nil {
		t.Fatal(err)
	}
	write("moons.png", picture)
	for _, r := range recipes {
		for _, f := range r.Files {
			if r.Host == host {
				write(f.Name, []byte(f.Text))
			}
		}
	}
	return folder
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

// modules is the folder of npm's modules that the hosts need, or empty where they have not been installed.
func modules(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs("testdata/hosts/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); err != nil {
		return ""
	}
	return folder
}

// The module can be imported where there is no page: it does nothing there, and says what it has.
func TestModuleDoesNothingOnAServer(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("SKIPPED: there is no node here, and the module is not imported")
	}
	files, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "lab.mjs"), files["ganvas-lab.mjs"], 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("node", "--input-type=module", "-e", `const before = Object.keys(globalThis).join(), m = await import('./lab.mjs');
m.defineLab('`+site+`');
console.log(Object.keys(m).join(), Object.keys(globalThis).join() === before);`)
	c.Dir = folder
	if out, err := c.CombinedOutput(); err != nil || string(out) != "defineLab true\n" {
		t.Errorf("%v: %s", err, out)
	}
}
