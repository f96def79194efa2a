package html

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/lesson/markdown"
)

// Page is the whole page of a lesson.
func Page(f *markdown.File) (string, error) {
	article, err := Article(f)
	if err != nil {
		return "", err
	}
	return shell(f.Title, f.Summary, article), nil
}

// Index is the page that lists lessons.
func Index(files []*markdown.File) string {
	w := &writer{}
	w.line(`<h1>Lessons</h1>`)
	w.line(`<p class="summary">Each lesson is a text in steps that sets the experiment up as it goes. What it says about training was trained and measured: tests hold the text to it.</p>`)
	w.hour(files)
	w.WriteString(List(files))
	return shell("Lessons", "Lessons on generative adversarial networks, each beside a network that trains in the page.", w.String())
}

// oneHour are the lessons for whoever has one hour of class.
var oneHour = []string{"what-is-a-gan", "optimal-discriminator", "why-the-generator-stops", "collapse", "wgan"}

// hour says which lessons to take where there is one hour.
func (w *writer) hour(files []*markdown.File) {
	var links []string
	for _, f := range files {
		if slices.Contains(oneHour, f.Key) {
			links = append(links, `<a href="`+f.Key+`.html">`+html.EscapeString(f.Title)+`</a>`)
		}
	}
	if len(links) > 1 {
		w.line(`<p>For one hour of class: %s.</p>`, strings.Join(links, "; "))
	}
}

// List is the list of lessons by itself, a list for each part of the course. Each lesson says which of its steps have a question and which a task, one
// bit a step in hexadecimal, so that a reader's progress can be told without the lesson.
func List(files []*markdown.File) string {
	w := &writer{}
	number := map[string]int{}
	part := ""
	w.line(`<ol class="lessons">`)
	for i, f := range files {
		number[f.Key] = i + 1
		if f.Part != part {
			w.part(part, f.Part, i+1)
			part = f.Part
		}
		w.entry(f, number)
	}
	w.part(part, "", 0)
	w.line(`</ol>`)
	return w.String()
}

// part ends the list of one part of the course and begins that of the next, at a number.
func (w *writer) part(was, next string, number int) {
	if was != "" {
		w.line(`</ol></li>`)
	}
	if next != "" {
		w.line(`<li class="part"><h2>%s</h2><ol start="%d">`, html.EscapeString(next), number)
	}
}

// entry is one lesson of the list, with its number and those of the lessons that it needs.
func (w *writer) entry(f *markdown.File, number map[string]int) {
	questions, tasks := f.Asked()
	var needs []string
	for _, key := range f.Needs {
		needs = append(needs, strconv.Itoa(number[key]))
	}
	after := ""
	if len(needs) > 0 {
		after = ", after " + strings.Join(needs, " and ")
	}
	w.line(`<li data-lesson="%s" data-steps="%d" data-questions="%x" data-tasks="%x" value="%d"><a href="%s.html">%s</a> <span class="meta">%d steps, about %d min%s</span><br />%s</li>`,
		f.Key, len(f.Steps), questions, tasks, number[f.Key], f.Key, html.EscapeString(f.Title), len(f.Steps), f.Minutes, after, html.EscapeString(f.Summary))
}

// shell is a page around its contents.
func shell(title, summary, body string) string {
	return strings.NewReplacer("TITLE", html.EscapeString(title), "SUMMARY", html.EscapeString(summary), "BODY", body).Replace(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>TITLE: Ganvas</title>
<meta name="description" content="SUMMARY" />
<meta name="color-scheme" content="light dark" />
<link rel="icon" href="../icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="../palette.css" />
<link rel="stylesheet" href="../lesson.css" />
</head>
<body class="paper">
<nav aria-label="Ganvas"><a href="../">Ganvas</a> <a href="./">Lessons</a></nav>
<main>
BODY</main>
</body>
</html>
`)
}
