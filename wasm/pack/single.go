//go:build !js

package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// What the page refers to, as assets/index.html writes it.
var (
	styleLink   = regexp.MustCompile(`<link rel="stylesheet" href="([^"]+)">\n`)
	scriptLink  = regexp.MustCompile(`<script src="([^"]+)"(?: defer)?></script>\n`)
	programLink = regexp.MustCompile(`<link id="([^"]+)" rel="alternate" type="application/wasm" href="([^"]+)\.gz" data-early>\n`)
	offlineLink = regexp.MustCompile(`<p id="offline">.*</p>\n`) // to the single file itself
	iconLink    = regexp.MustCompile(`<link rel="icon" href="([^"]+)" type="([^"]+)">`)
)

// What the page takes from the lessons' pages, as core/lesson/html writes it.
var (
	lessonList = regexp.MustCompile(`(?s)<ol class="lessons">.*?</ol>`)
	lessonText = regexp.MustCompile(`(?s)<article class="lesson".*?</article>`)
)

// single is the whole site in one page, which works from a folder, without a server.
func single(p *parts) ([]byte, error) {
	s := &inliner{files: p.files, keeper: p.keeper}
	page := string(p.files["index.html"])
	page = offlineLink.ReplaceAllString(page, "")
	page = s.each(page, styleLink, s.style)
	page = s.each(page, iconLink, s.icon)
	page = s.each(page, programLink, s.program)
	page = s.each(page, scriptLink, s.script)
	s.lessons()
	s.data(`id="licences"`, "text/plain", p.licence+"\n"+p.notice)
	if s.err == nil && (len(s.scripts) == 0 || len(s.styles) == 0 || s.programs != 2) {
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

// each replaces every match in a page by what f makes of it.
func (s *inliner) each(page string, match *regexp.Regexp, f func(m []string) string) string {
	return match.ReplaceAllStringFunc(page, func(found string) string { return f(match.FindStringSubmatch(found)) })
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

func (s *inliner) style(m []string) string {
	text := s.text(m[1], "style")
	s.styles = append(s.styles, text)
	return "<style>" + text + "</style>\n"
}

func (s *inliner) script(m []string) string {
	s.scripts = append(s.scripts, s.text(m[1], "script"))
	return ""
}

func (s *inliner) icon(m []string) string {
	data := base64.StdEncoding.EncodeToString(s.file(m[1]))
	return `<link rel="icon" href="data:` + m[2] + `;base64,` + data + `">`
}

func (s *inliner) program(m []string) string {
	s.programs++
	packed, err := s.keeper.gzip(s.file(m[2]))
	if err != nil {
		s.fail(err)
	}
	s.data(`id="`+m[1]+`"`, "application/gzip", base64.StdEncoding.EncodeToString(packed))
	return ""
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
		id, part := "lesson-"+strings.TrimSuffix(key, path.Ext(key)), lessonText
		if key == "index.html" {
			id, part = "lessons", lessonList
		}
		found := part.Find(s.files[name])
		if found == nil {
			s.fail(fmt.Errorf("%s has nothing that a lesson's page has", name))
		}
		s.tail.WriteString(`<template id="` + id + `">` + string(found) + "</template>\n")
	}
}
