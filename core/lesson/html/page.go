package html

import (
	"html"
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
	w.WriteString(List(files))
	return shell("Lessons", "Lessons on generative adversarial networks, each beside a network that trains in the page.", w.String())
}

// List is the list of lessons by itself. Each says which of its steps have a question and which a task, one bit a step in hexadecimal, so that a
// reader's progress can be told without the lesson.
func List(files []*markdown.File) string {
	w := &writer{}
	w.line(`<ol class="lessons">`)
	for _, f := range files {
		questions, tasks := f.Asked()
		w.line(`<li data-lesson="%s" data-steps="%d" data-questions="%x" data-tasks="%x"><a href="%s.html">%s</a> <span class="meta">%d steps, about %d min</span><br />%s</li>`,
			f.Key, len(f.Steps), questions, tasks, f.Key, html.EscapeString(f.Title), len(f.Steps), f.Minutes, html.EscapeString(f.Summary))
	}
	w.line(`</ol>`)
	return w.String()
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
