//go:build !js

package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// small are parts with the real page and its styles and scripts, and programs that are only bytes.
func small(t *testing.T) *parts {
	t.Helper()
	dir := t.TempDir()
	for _, name := range programNames {
		if err := os.WriteFile(filepath.Join(dir, name), bytes.Repeat([]byte("\x00asm "+name), 100), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := load("../..", dir)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func shipSmall(t *testing.T, p *parts) *shipped {
	t.Helper()
	s, err := ship(p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// nodes are the elements of a page, as a browser reads it, with these names, or all.
func nodes(t *testing.T, page string, names ...string) (all []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			all = append(all, n)
		}
	}
	return all
}

// attribute is a node's, or empty.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// loads are what makes a browser fetch something for a page.
func loads(t *testing.T, page string) (all []string) {
	t.Helper()
	for _, n := range nodes(t, page, "link", "script", "img", "iframe", "source", "object", "embed") {
		if at := attribute(n, "src") + attribute(n, "href"); at != "" {
			all = append(all, at)
		}
	}
	return all
}

func TestPagesLoadWhatIsThere(t *testing.T) {
	site := shipSmall(t, small(t)).site
	n := 0
	for name, b := range site {
		if !isPage(name) {
			continue
		}
		for _, at := range loads(t, string(b)) {
			if strings.HasPrefix(at, "data:") {
				continue
			}
			n++
			file, _, _ := strings.Cut(at, "?")
			target := path.Join(path.Dir(name), file)
			if site[target] == nil {
				t.Errorf("%s loads %s, which is not in the site", name, at)
			}
			if !hashed.MatchString(path.Base(target)) && !keepsName(target) {
				t.Errorf("%s loads %s, which has no hash in its name", name, at)
			}
		}
	}
	if n < 10 {
		t.Errorf("only %d references were found", n)
	}
	for name, b := range site {
		if strings.HasSuffix(name, ".css") && bytes.Contains(b, []byte("url(")) {
			t.Errorf("%s loads something by a name that nothing renames", name)
		}
	}
}

// Every page of ours begins with its policy, by the script that all browsers understand; pages that stand for other people's have none.
func TestPagesBeginWithTheirPolicy(t *testing.T) {
	site := shipSmall(t, small(t)).site
	first := regexp.MustCompile(`^(?s:.*?)<meta charset="utf-8"(?: /)?>\n<script src="((?:\.\./)*)(policy\.[0-9a-f]{8}\.js)" data-policy="default-src 'none';[^"]*"></script>`)
	for name, b := range site {
		if !isPage(name) {
			continue
		}
		m := first.FindSubmatch(b)
		if strings.HasPrefix(name, examplesDir) != (m == nil) {
			t.Errorf("%s begins with %.300s", name, b)
		}
		if m != nil && (site[string(m[2])] == nil || path.Join(path.Dir(name), string(m[1])) != ".") {
			t.Errorf("%s looks for its policy in %s%s", name, m[1], m[2])
		}
		if bytes.Contains(b, []byte("Content-Security-Policy\"")) {
			t.Errorf("%s has a second policy", name)
		}
	}
}

func TestCompressedTwinsAreTheSame(t *testing.T) {
	site := shipSmall(t, small(t)).site
	n := 0
	for name, b := range site {
		original, ok := strings.CutSuffix(name, ".gz")
		if !ok {
			continue
		}
		n++
		if got := gunzip(t, b); !bytes.Equal(got, site[original]) {
			t.Errorf("%s holds %d bytes that are not those of %s", name, len(got), original)
		}
	}
	if n < 5 {
		t.Errorf("only %d compressed files", n)
	}
}

func gunzip(t *testing.T, b []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A program as a script is the compressed program.
func TestProgramsAsScripts(t *testing.T) {
	p := small(t)
	site, n := shipSmall(t, p).site, 0
	for name, b := range site {
		program, ok := strings.CutSuffix(name, ".js")
		if !ok || path.Ext(program) != ".wasm" {
			continue
		}
		n++
		_, text, _ := strings.Cut(string(b), `'`)
		text, _, _ = strings.Cut(text, `'`)
		if packed, err := base64.StdEncoding.DecodeString(text); err != nil || !bytes.Equal(packed, site[program+".gz"]) {
			t.Errorf("%s holds something else (%v)", name, err)
		}
		if _, ok := kept(site)[name]; ok {
			t.Errorf("%s is kept by the service worker", name)
		}
	}
	if n != len(programNames) {
		t.Errorf("%d programs as scripts", n)
	}
}

// A change shows in the name of what has changed, in the pages that load it and in the service worker; nowhere else.
func TestChangeShowsWhereItShould(t *testing.T) {
	p := small(t)
	before := shipSmall(t, p).site
	p.files["ganvas.css"] = append(slices.Clone(p.files["ganvas.css"]), "/* more */"...)
	after := shipSmall(t, p).site
	var changed []string
	for name, b := range before {
		if path.Ext(name) != ".gz" && !bytes.Equal(b, after[name]) {
			changed = append(changed, name)
		}
	}
	was, is := hashName("ganvas.css", small(t).files["ganvas.css"]), hashName("ganvas.css", p.files["ganvas.css"])
	want := []string{was, workerName} // what was is no more
	for name, b := range after {
		if isPage(name) && bytes.Contains(b, []byte(is)) {
			want = append(want, name)
		}
	}
	slices.Sort(changed)
	slices.Sort(want)
	if !slices.Equal(changed, want) || !slices.Contains(want, "index.html") || slices.Contains(want, "lessons/index.html") {
		t.Errorf("changed: %q, want %q", changed, want)
	}
}

func TestVersionFollowsTheServiceWorkersOwnText(t *testing.T) {
	one, err := serviceWorker("1", nil)
	if err != nil {
		t.Fatal(err)
	}
	two, err := serviceWorker("2", nil)
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := bytes.Cut(one, []byte("\n"))
	second, _, _ := bytes.Cut(two, []byte("\n"))
	if bytes.Equal(first, second) {
		t.Errorf("both are %s", first)
	}
}

func TestPageWithoutWhatItRefersTo(t *testing.T) {
	for _, missing := range []string{"host.js", "ganvas.css", "ganvas.wasm", "icon.svg"} {
		p := small(t)
		delete(p.files, missing)
		if _, err := site(p); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("site without %s: %v", missing, err)
		}
		if _, err := single(p); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("single file without %s: %v", missing, err)
		}
	}
}

// The single file refers to nothing beside it; its policy allows what runs in it, and no more; its programs are the site's.
func TestSingleFileIsWhole(t *testing.T) {
	p := small(t)
	page := string(shipSmall(t, p).single)
	for _, at := range loads(t, page) {
		if !strings.HasPrefix(at, "data:") {
			t.Errorf("it loads %s", at)
		}
	}
	policy := ""
	for _, n := range nodes(t, page, "meta") {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(n, "content")
		}
	}
	allowed, programs := strings.Count(policy, "sha256-"), 0
	for _, n := range nodes(t, page, "script", "style") {
		text := ""
		if n.FirstChild != nil {
			text = n.FirstChild.Data
		}
		switch {
		case attribute(n, "type") == "application/gzip":
			programs++
			packed, err := base64.StdEncoding.DecodeString(text)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(attribute(n, "id"), "-program") + ".wasm"
			if !bytes.Equal(gunzip(t, packed), p.files[name]) {
				t.Errorf("%s is another's", name)
			}
		case len(n.Attr) == 0:
			allowed--
			sum := sha256.Sum256([]byte(text))
			if hash := base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(policy, "'sha256-"+hash+"'") {
				t.Errorf("the policy does not allow a %s: %.60s", n.Data, text)
			}
		}
	}
	if allowed != 0 || programs != len(programNames) {
		t.Errorf("%d programs, and %d hashes in the policy are of nothing", programs, allowed)
	}
	for _, name := range p.files.names() {
		if key, ok := strings.CutPrefix(name, "lessons/"); ok && key != "index.html" {
			if id := `<template id="lesson-` + strings.TrimSuffix(key, ".html") + `"><article`; !strings.Contains(page, id) {
				t.Errorf("it has no %s", id)
			}
		}
	}
}

func TestTextThatWouldEndItsElement(t *testing.T) {
	p := small(t)
	p.files["host.js"] = []byte("const s = '</SCRIPT>'")
	if _, err := single(p); err == nil || !strings.Contains(err.Error(), "host.js") {
		t.Errorf("got %v", err)
	}
}

func TestArchiveIsReproducible(t *testing.T) {
	f := files{"b.txt": []byte("two"), "a/c.txt": []byte("one"), "d.gz": []byte("three")}
	first, err := archive("folder", f)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 { // maps come in any order
		if next, err := archive("folder", maps.Clone(f)); err != nil || !bytes.Equal(first, next) {
			t.Fatalf("another archive of the same files (%v)", err)
		}
	}
	r, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range r.File {
		names = append(names, e.Name)
		if !e.Modified.Equal(epoch) {
			t.Errorf("%s is of %v", e.Name, e.Modified)
		}
		in, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil || !bytes.Equal(b, f[strings.TrimPrefix(e.Name, "folder/")]) {
			t.Errorf("%s holds %q (%v)", e.Name, b, err)
		}
	}
	if want := []string{"folder/a/c.txt", "folder/b.txt", "folder/d.gz"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
}

// Two releases of the same sources are the same bytes, and their checksums are right.
func TestReleaseIsReproducible(t *testing.T) {
	var releases []files
	for range 2 {
		p := small(t)
		f, err := archives(p, shipSmall(t, p))
		if err != nil {
			t.Fatal(err)
		}
		releases = append(releases, f)
	}
	if !maps.EqualFunc(releases[0], releases[1], bytes.Equal) {
		t.Error("they differ")
	}
	sums := ""
	for _, name := range releases[0].names() {
		if path.Ext(name) == ".zip" {
			sums += fmt.Sprintf("%x  %s\n", sha256.Sum256(releases[0][name]), name)
		}
	}
	if got := string(releases[0]["SHA256SUMS"]); got != sums || strings.Count(sums, "\n") != 2 {
		t.Errorf("SHA256SUMS is\n%swant\n%s", got, sums)
	}
}

func TestVersion(t *testing.T) {
	for changelog, want := range map[string]string{
		"# Changes\n\n## Unreleased\n\n## 1.2.3\n": "unreleased",
		"# Changes\n\n## 1.2.3 (2026-01-31)\n":     "1.2.3",
		"## [v0.1.0-rc.1]\n\n## 0.0.9":             "0.1.0-rc.1",
	} {
		if got, err := version(changelog); got != want || err != nil {
			t.Errorf("%q: %q (%v), want %q", changelog, got, err, want)
		}
	}
	if got, err := version("# Changes\n\n## What is new in 1.2.3\n"); err == nil {
		t.Errorf("a changelog without versions has %q", got)
	}
}

func TestNoticeHasEveryLicence(t *testing.T) {
	text, err := notice("../..")
	if err != nil {
		t.Fatal(err)
	}
	// What of each licence must be there, by its own words.
	for what, words := range map[string]string{
		"The Go programming language: LICENSE": "Copyright 2009 The Go Authors",
		"github.com/hajimehoshi/ebiten/v2 v2":  "Apache License",
		"gonum.org/v1/gonum v0":                "Copyright ©2013 The Gonum Authors",
		": Cephes-LICENSE":                     "Stephen L. Moshier",
		"golang.org/x/sync v0.":                "PATENTS",
	} {
		if !strings.Contains(text, what) || !strings.Contains(text, words) {
			t.Errorf("it has not both %q and %q", what, words)
		}
	}
	for _, tool := range []string{"chromedp", "wazero", "rapid", "goldmark"} {
		if strings.Contains(text, tool) {
			t.Errorf("it has %s, which browsers do not get", tool)
		}
	}
}

func TestModuleWithoutLicence(t *testing.T) {
	if err := addLicences(&strings.Builder{}, "example.org/m v1.0.0", []string{t.TempDir()}); err == nil {
		t.Error("it was accepted")
	}
}

func TestStaleFilesGo(t *testing.T) {
	dir := t.TempDir()
	stale := files{"page.01234567.wasm": nil, "page.01234567.wasm.gz": nil, "page.01234567.wasm.js": nil, "notes.txt": nil, "page.wasm": nil}
	if err := write(dir, stale); err != nil {
		t.Fatal(err)
	}
	if err := writeDist(dir, &shipped{site: files{"index.html": nil, "page.89abcdef.wasm": nil}}); err != nil {
		t.Fatal(err)
	}
	left, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{singleName, zipName, "index.html", "notes.txt", "page.89abcdef.wasm", "page.wasm"}; !slices.Equal(left.names(), slices.Sorted(slices.Values(want))) {
		t.Errorf("left: %q", left.names())
	}
}
