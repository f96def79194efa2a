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

// LessonFiles are the names of all files of lessons.
func LessonFiles() ([]string, error) {
	entries, err := files.ReadDir("lessons")
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}
