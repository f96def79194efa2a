//go:build !js

package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
)

// single is the whole site in one page, which works from a folder, without a server.
func single(p *parts) ([]byte, error) {
	s := &inliner{files: p.files, keeper: p.keeper}
	page := replace(string(p.files["index.html"]), s.inline)
	s.lessons()
	s.data(`id="licences"`, "text/plain", p.licence+"\n"+p.notice)
	if s.err == nil && (len(s.scripts) == 0 || len(s.styles) == 0 || s.programs != len(programNames)) {
		s.err = fmt.Errorf("index.html has %d scripts, %d styles and %d programs", len(s.scripts), len(s.styles), s.programs)
	}
	if s.err != nil {
		return nil, s.err
	}
	before, after, ok := strings.Cut(page, "</body>")
	if !ok {
		return nil, errors.New("index.html has no </body>")
	}
	for _, text := range s.scripts {
		s.tail.WriteString("<script>" + text + "</script>\n")
	}
	page, err := withPolicy(before+s.tail.String()+"</body>"+after, singlePolicy(s.scripts, s.styles))
	return []byte(page), err
}

// inliner puts files into a page: styles where they are named, all else at the page's end, the scripts last.
type inliner struct {
	keeper          *keeper
	files           files
	scripts, styles []string
	programs        int
	tail            strings.Builder
	err             error
}

// inline is what stands in the page instead of an element that refers to a file.
func (s *inliner) inline(e element) (string, bool) {
	href := e.attr("href")
	program, isProgram := strings.CutSuffix(href, ".wasm.gz")
	switch {
	case e.is("link", "rel", "stylesheet"):
		return s.style(href), true
	case e.is("link", "rel", "icon"):
		return s.icon(href, e.attr("type")), true
	case e.Data == "link" && isProgram:
		s.program(e.attr("id"), program+".wasm")
		return "", true
	case e.Data == "link" && strings.HasPrefix(href, galleryPrefix) && href != cardsName:
		return "", true // experiments train from step 0 there
	case e.Data == "link" && path.Ext(href) == path.Ext(judgeName):
		s.data(`id="`+e.attr("id")+`"`, "application/octet-stream", base64.StdEncoding.EncodeToString(s.file(href)))
		return "", true
	case e.Data == "script":
		s.scripts = append(s.scripts, s.text(e.attr("src"), "script"))
		return "", true
	case e.is("p", "id", "offline"): // which offers the single file
		return "", true
	}
	return "", false
}

// file is a file's contents.
func (s *inliner) file(name string) []byte {
	b, ok := s.files[name]
	if !ok {
		s.fail(fmt.Errorf("index.html refers to %s, which is not there", name))
	}
	return b
}

// text is a file that stands in an element, which it must not end.
func (s *inliner) text(name, element string) string {
	text := string(s.file(name))
	if lower := strings.ToLower(text); strings.Contains(lower, "</"+element) || strings.Contains(lower, "<!--") {
		s.fail(fmt.Errorf("%s cannot stand in a page: it has </%s or <!--", name, element))
	}
	return text
}

func (s *inliner) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *inliner) style(name string) string {
	text := s.text(name, "style")
	s.styles = append(s.styles, text)
	return "<style>" + text + "</style>"
}

func (s *inliner) icon(name, kind string) string {
	return `<link rel="icon" href="data:` + kind + `;base64,` + base64.StdEncoding.EncodeToString(s.file(name)) + `">`
}

func (s *inliner) program(id, name string) {
	s.programs++
	packed, err := s.keeper.gzip(s.file(name))
	if err != nil {
		s.fail(err)
	}
	s.data(`id="`+id+`"`, "application/gzip", base64.StdEncoding.EncodeToString(packed))
}

// data writes an element that is neither shown nor run.
func (s *inliner) data(attributes, kind, text string) {
	if strings.Contains(strings.ToLower(text), "</script") {
		s.fail(fmt.Errorf("what is to stand as %s has </script", attributes))
	}
	s.tail.WriteString(`<script ` + attributes + ` type="` + kind + `">` + text + "</script>\n")
}

// lessons writes the lessons where the page looks before it asks for their pages.
func (s *inliner) lessons() {
	for _, name := range s.files.names() {
		key, ok := strings.CutPrefix(name, "lessons/")
		if !ok || !isPage(key) {
			continue
		}
		id, part, class := "lesson-"+strings.TrimSuffix(key, path.Ext(key)), "article", "lesson"
		if key == "index.html" {
			id, part, class = "lessons", "ol", "lessons"
		}
		page := string(s.files[name])
		all := elements(page)
		i := slices.IndexFunc(all, func(e element) bool { return e.is(part, "class", class) })
		if i < 0 {
			s.fail(fmt.Errorf("%s has no <%s class=%q>", name, part, class))
			continue
		}
		s.tail.WriteString(`<template id="` + id + `">` + page[all[i].from:all[i].to] + "</template>\n")
	}
}
