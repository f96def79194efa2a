// Lessons writes the lessons' pages, or holds the lessons to their claims:
//
//	lessons -out dist/lessons
//	lessons -check what-is-a-gan
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"ganvas/assets"
	"ganvas/core/lesson/claim"
	"ganvas/core/lesson/html"
	"ganvas/core/lesson/markdown"
	"ganvas/core/simd/native"
)

func main() {
	out := flag.String("out", "", "the folder to write pages to")
	check := flag.String("check", "", "the key of a lesson, or \"all\": train what it claims, and say what was measured")
	flag.Parse()
	if err := run(*out, *check); err != nil {
		fmt.Fprintln(os.Stderr, "lessons:", err)
		os.Exit(1)
	}
}

func run(out, check string) error {
	var files []*markdown.File
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			return err
		}
		f, err := markdown.Parse(key, text)
		if err != nil {
			return fmt.Errorf("%s.md:%w", key, err)
		}
		files = append(files, f)
	}
	if check != "" {
		return checkAll(files, check)
	}
	if out == "" {
		return fmt.Errorf("nothing to do: give -out or -check")
	}
	return write(files, out)
}

// write writes the page of each lesson, and the list.
func write(files []*markdown.File, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		page, err := html.Page(f)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, f.Key+".html"), []byte(page), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, "index.html"), []byte(html.Index(files)), 0o644)
}

// checkAll trains what lessons claim and prints what was measured.
func checkAll(files []*markdown.File, key string) error {
	bad := 0
	for _, f := range files {
		if key != "all" && key != f.Key {
			continue
		}
		c := claim.Checker{Machine: native.New}
		for _, block := range f.Claims {
			results, err := c.Check(block)
			if err != nil {
				return fmt.Errorf("%s.md:%d: %w", f.Key, block.Line, err)
			}
			for _, r := range results {
				mark := "ok  "
				if !r.Holds {
					mark = "FAIL"
					bad++
				}
				fmt.Printf("%s %s.md:%d seed %d: %s (%s)\n", mark, f.Key, r.Claim.Line, r.Seed, r.Claim, r.Values)
			}
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d claims do not hold", bad)
	}
	return nil
}
