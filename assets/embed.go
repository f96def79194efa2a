// Package assets holds what the site is made of beside programs.
package assets

import (
	"embed"
	"strings"
)

//go:embed lessons/*.md
var files embed.FS

// Lessons are the keys of the lessons, in the order of reading. Each is a file lessons/KEY.md.
var Lessons = []string{
	"model",
	"likelihood",
	"kl",
	"quality",
	"tests",
	"judge",
	"what-is-a-gan",
	"optimal-discriminator",
	"algorithm",
	"lab",
	"why-the-generator-stops",
	"dynamics",
	"collapse",
	"cures",
	"wgan",
	"smooth",
	"eval",
	"images",
	"latent",
	"rivals",
}

// Lesson returns the Markdown of a lesson.
func Lesson(key string) (string, error) {
	text, err := files.ReadFile("lessons/" + key + ".md")
	return string(text), err
}

// Course lists what the lessons together cover, one id a line in the order of teaching: "game.players", or "game.players -- why it could not be done".
//
//go:embed lessons/course.txt
var Course string

//go:embed element/*.js
var element embed.FS

// Element is the source of <ganvas-lab>: the function defineLab and what it needs. {{options}} stands where the keys of a lab's options belong, with
// spaces between.
func Element() (string, error) {
	var b strings.Builder
	for _, name := range []string{"scheme", "sight", "lend", "hand", "adopt", "room", "element"} {
		text, err := element.ReadFile("element/" + name + ".js")
		if err != nil {
			return "", err
		}
		b.Write(append(text, '\n'))
	}
	return b.String(), nil
}

//go:embed embed-examples/*.html posters/*.png
var pages embed.FS

// Examples are pages that stand for other people's, each with labs in it, and posters, by their paths in the site.
func Examples() (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, folder := range []string{"embed-examples", "posters"} {
		entries, err := pages.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			path := folder + "/" + e.Name()
			if files[path], err = pages.ReadFile(path); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

// Posters are the keys of the data of which posters has pictures: of their default experiments, drawn by ui/cmd/picture.
func Posters() (keys []string) {
	entries, _ := pages.ReadDir("posters")
	for _, e := range entries {
		keys = append(keys, strings.TrimSuffix(e.Name(), ".png"))
	}
	return keys
}
