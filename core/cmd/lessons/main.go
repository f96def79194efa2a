// Lessons writes the lessons' pages, or holds the lessons to their claims:
//
//	lessons -out dist/lessons
//	lessons -check what-is-a-gan -seeds 2
//	lessons -check what-is-a-gan -from 41
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ganvas/assets"
	"ganvas/core/lesson/claim"
	"ganvas/core/lesson/html"
	"ganvas/core/lesson/markdown"
	"ganvas/core/simd/native"
)

func main() {
	out := flag.String("out", "", "the folder to write pages to")
	check := flag.String("check", "", "the key of a lesson, or \"all\": train what it claims, and say what was measured")
	seeds := flag.Int("seeds", 20, "of each block of claims, at most so many of its seeds")
	from := flag.Int("from", -1, "train seeds from this one on instead of each block's own")
	line := flag.Int("line", 0, "only the block of claims that begins at this line of the lesson")
	quick := flag.Bool("quick", false, "leave out the claims that are for slow tests")
	flag.Parse()
	if err := run(*out, trial{*check, *line, *from, *seeds, *quick}); err != nil {
		fmt.Fprintln(os.Stderr, "lessons:", err)
		os.Exit(1)
	}
}

// trial is what claims are trained, and on which seeds.
type trial struct {
	lesson      string // its key, or "all"; empty is none
	line        int    // of the one block that is meant, or 0
	from, seeds int    // at most so many seeds of each block's, or as many from a number on that is not -1
	quick       bool   // without those of slow tests
}

// wants says whether a block is meant.
func (t trial) wants(block markdown.Claims) bool {
	return !(block.Slow && t.quick) && (t.line == 0 || t.line == block.Line)
}

// seedsOf are the seeds that a block is trained on; one that names none has its Spec's.
func (t trial) seedsOf(block markdown.Claims) []uint32 {
	seeds := slices.Clone(block.Seeds[:min(t.seeds, len(block.Seeds))])
	for i := range seeds {
		if t.from >= 0 {
			seeds[i] = uint32(t.from + i)
		}
	}
	return seeds
}

func run(out string, t trial) error {
	var files []*markdown.File
	for _, key := range assets.Lessons {
		if t.lesson != "" && t.lesson != "all" && t.lesson != key {
			continue
		}
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
	if t.lesson != "" {
		return checkAll(files, t)
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
func checkAll(files []*markdown.File, t trial) error {
	bad := 0
	for _, f := range files {
		c := claim.Checker{Machine: native.New}
		for _, block := range f.Claims {
			if !t.wants(block) {
				continue
			}
			block.Seeds = t.seedsOf(block)
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
