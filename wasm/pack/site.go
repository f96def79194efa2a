//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

// The names of files that keep them, because what asks for them knows them.
const (
	workerName  = "sw.js"
	licenceName = "LICENSE.txt"
	noticeName  = "NOTICE.txt"
)

// site is the static site. Files that pages refer to have a hash of their contents in their names, so that a page never gets those of another
// version; each lies there compressed too, and programs as scripts.
func site(p *parts) (files, error) {
	renamed, out := rename(p.files), files{}
	for name, b := range p.files {
		if !isPage(name) {
			out[renamed[name]] = b
			continue
		}
		page, err := refer(name, string(b), renamed)
		if err != nil {
			return nil, err
		}
		if policy := policyOf(name, page); policy != "" {
			if page, err = withPolicyScript(page, policy, toRoot(name)+renamed[policyName]); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		out[name] = []byte(page)
	}
	out[licenceName], out[noticeName] = []byte(p.licence), []byte(p.notice)
	worker, err := serviceWorker(p.worker, out)
	if err != nil {
		return nil, err
	}
	out[workerName] = worker
	if err := p.keeper.compress(out); err != nil {
		return nil, err
	}
	asScripts(out)
	return out, nil
}

// toRoot is the way from a page to the site's folder.
func toRoot(page string) string { return strings.Repeat("../", strings.Count(page, "/")) }

// rename gives files the names that they have in the site.
func rename(f files) map[string]string {
	renamed := map[string]string{}
	for name, b := range f {
		if keepsName(name) {
			renamed[name] = name
			continue
		}
		renamed[name] = hashName(name, b)
		renamed[name+".gz"] = renamed[name] + ".gz"
	}
	return renamed
}

// hashName puts a hash of a file's contents before its extension.
func hashName(name string, b []byte) string {
	sum := sha256.Sum256(b)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}

// refer gives a page's references the names that files have in the site. Each must be to a file or to a page.
func refer(page, text string, renamed map[string]string) (string, error) {
	var b strings.Builder
	at := 0
	for _, e := range elements(text) {
		tag := text[e.from:e.inner]
		for _, a := range e.Attr {
			if a.Key != "src" && a.Key != "href" || a.Val == "" || strings.ContainsAny(a.Val, "#?:") {
				continue
			}
			target := path.Join(path.Dir(page), a.Val)
			name, ok := renamed[target]
			if !ok && !isPage(target) && !strings.HasSuffix(a.Val, "/") {
				return "", fmt.Errorf("%s refers to %s, which is not there", page, a.Val)
			}
			if ok {
				tag = strings.Replace(tag, `"`+a.Val+`"`, `"`+strings.TrimSuffix(a.Val, path.Base(a.Val))+path.Base(name)+`"`, 1)
			}
		}
		b.WriteString(text[at:e.from] + tag)
		at = e.inner
	}
	return b.String() + text[at:], nil
}

// kept are what the service worker keeps from the first visit on: a file's hash, or nothing where the name holds one and servers differ in the bytes.
func kept(f files) map[string]string {
	k := map[string]string{}
	for name, b := range f {
		switch {
		case strings.HasSuffix(name, scriptSuffix), strings.HasPrefix(name, examplesDir), strings.HasPrefix(name, postersDir): // of other people's pages
		case seldom(name), isLesson(name):
		case path.Ext(name) == ".wasm":
			k[name+".gz"] = ""
		case path.Ext(name) != ".txt":
			k[name] = integrity(b)
		}
	}
	return k
}

// lessons are the lessons' pages, which the service worker keeps from their first reading on: their hashes.
func lessons(f files) map[string]string {
	k := map[string]string{}
	for name, b := range f {
		if isLesson(name) {
			k[name] = integrity(b)
		}
	}
	return k
}

// isLesson says whether a page is one of a lesson, and not their list.
func isLesson(name string) bool {
	return strings.HasPrefix(name, "lessons/") && path.Ext(name) == ".html" && name != "lessons/index.html"
}

// seldom says whether a file is fetched by those alone who need it: who bring a table, train a rival, look at images or open the gallery.
func seldom(name string) bool {
	if strings.HasPrefix(name, galleryPrefix) {
		return true
	}
	for _, n := range []string{readerName, rivalsName, judgeName} {
		if ext := path.Ext(n); path.Ext(name) == ext && strings.HasPrefix(name, strings.TrimSuffix(n, ext[1:])) {
			return true
		}
	}
	return false
}

// serviceWorker is the worker's text with what it keeps in front. Its version follows from that and from its own text.
func serviceWorker(text string, f files) ([]byte, error) {
	list, err := json.Marshal(map[string]any{"files": kept(f), "lessons": lessons(f)}) // sorts
	if err != nil {
		return nil, err
	}
	version := sha256.Sum256([]byte(string(list) + text))
	line, err := json.Marshal(map[string]any{"version": hex.EncodeToString(version[:8]), "files": kept(f), "lessons": lessons(f)})
	return []byte("const site = " + string(line) + ";\n" + text), err
}

// scriptSuffix ends the name of a program as a script.
const scriptSuffix = ".wasm.js"
