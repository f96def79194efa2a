// Scorm packs a lesson for a learning management system (SCORM 1.2), from the page that make build leaves in dist:
//
//	go run ./ui/cmd/scorm -lesson what-is-a-gan -out what-is-a-gan.zip
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"ganvas/assets"
	"ganvas/core/lesson/markdown"
	"ganvas/ui/scorm"
)

func main() {
	key := flag.String("lesson", "", "one of "+strings.Join(assets.Lessons, ", "))
	single := flag.String("page", "dist/ganvas.html", "Ganvas in one file")
	out := flag.String("out", "", "the zip to write")
	flag.Parse()
	if err := run(*key, *single, *out); err != nil {
		fmt.Fprintln(os.Stderr, "scorm:", err)
		os.Exit(2)
	}
}

func run(key, single, out string) error {
	if !slices.Contains(assets.Lessons, key) {
		return fmt.Errorf("-lesson: %q is not allowed; give one of %s", key, strings.Join(assets.Lessons, ", "))
	}
	if !strings.HasSuffix(out, ".zip") {
		return fmt.Errorf("-out: %q is not allowed; give a file that ends in .zip", out)
	}
	text, err := assets.Lesson(key)
	if err != nil {
		return err
	}
	f, err := markdown.Parse(key, text)
	if err != nil {
		return fmt.Errorf("%s.md:%w", key, err)
	}
	page, err := os.ReadFile(single)
	if err != nil {
		return fmt.Errorf("-page: %w; make build makes it", err)
	}
	var b bytes.Buffer
	if err := scorm.Write(&b, f.Lesson, page); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}
