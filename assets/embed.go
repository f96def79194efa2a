// Package assets holds what the site is made of beside programs.
package assets

import "embed"

//go:embed lessons/*.md
var files embed.FS

// Lessons are the keys of the lessons, in the order of reading. Each is a file lessons/KEY.md.
var Lessons = []string{
	"what-is-a-gan",
	"optimal-discriminator",
	"why-the-generator-stops",
}

// Lesson returns the Markdown of a lesson.
func Lesson(key string) (string, error) {
	text, err := files.ReadFile("lessons/" + key + ".md")
	return string(text), err
}

// Element is the script of <ganvas-lab>, with {{options}} where the keys of a lab's options belong, with spaces between.
//
//go:embed ganvas-lab.js
var Element string

//go:embed embed-examples/*.html
var examples embed.FS

// Examples are pages that stand for other people's, each with labs in it, by their paths in the site.
func Examples() (map[string][]byte, error) {
	entries, err := examples.ReadDir("embed-examples")
	files := map[string][]byte{}
	for _, e := range entries {
		path := "embed-examples/" + e.Name()
		if files[path], err = examples.ReadFile(path); err != nil {
			break
		}
	}
	return files, err
}
