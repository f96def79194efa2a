package markdown

import (
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/lesson"
)

// maxSize bounds what Parse reads, in bytes.
const maxSize = 1 << 18

// Parse reads a lesson. The error is an *Error.
func Parse(key, text string) (*File, error) {
	if len(text) > maxSize {
		return nil, &Error{1, "lesson", text, "at most 262144 bytes"}
	}
	r := &reader{lines: strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")}
	f := &File{Lesson: lesson.Lesson{Key: key}, Base: experiment.Default()}
	if err := r.front(f); err != nil {
		return nil, err
	}
	if err := r.steps(f); err != nil {
		return nil, err
	}
	return f, nil
}

// reader goes through the lines of a file.
type reader struct {
	lines  []string
	at     int  // lines read
	active bool // the step that is being read has more than text
}

// next returns the next line and its number from 1; not ok at the end.
func (r *reader) next() (line string, number int, ok bool) {
	if r.at == len(r.lines) {
		return "", r.at, false
	}
	r.at++
	return r.lines[r.at-1], r.at, true
}

// front reads the front matter.
func (r *reader) front(f *File) error {
	if line, n, _ := r.next(); strings.TrimSpace(line) != "---" {
		return &Error{n, "lesson", line, "a first line of three hyphens, which begins the front matter"}
	}
	seen := map[string]bool{}
	for {
		line, n, ok := r.next()
		if !ok {
			return &Error{n, "front matter", "", "a line of three hyphens at its end"}
		}
		if line = strings.TrimSpace(line); line == "---" {
			break
		}
		if line == "" {
			continue
		}
		key, value := field(line)
		if seen[key] {
			return &Error{n, key, value, "each line of the front matter once"}
		}
		seen[key] = true
		if err := f.set(n, key, value); err != nil {
			return err
		}
	}
	for _, key := range []string{"title", "summary", "minutes"} {
		if !seen[key] {
			return &Error{r.at, key, "", "front matter with the lines title, summary and minutes"}
		}
	}
	return nil
}

// set takes one line of the front matter.
func (f *File) set(line int, key, value string) error {
	switch key {
	case "title", "summary":
		if value == "" {
			return &Error{line, key, value, "a text"}
		}
		if key == "title" {
			f.Title = value
		} else {
			f.Summary = value
		}
	case "minutes":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > 120 {
			return &Error{line, key, value, "a whole number from 1 to 120"}
		}
		f.Minutes = n
	case "part":
		f.Part = value
	case "needs":
		for key := range strings.SplitSeq(value, ",") {
			if key = strings.TrimSpace(key); key == "" {
				return &Error{line, "needs", value, "keys of lessons with commas"}
			}
			f.Needs = append(f.Needs, key)
		}
	case "base":
		spec, err := readSpec(f.Base, value)
		if err != nil {
			return at(line, key, value, err)
		}
		f.Base = spec
	default:
		return &Error{line, "front matter", key, "only the lines title, summary, minutes, part, needs and base"}
	}
	return nil
}

// field parts "key: value". A line without a colon is a key alone.
func field(line string) (key, value string) {
	key, value, _ = strings.Cut(line, ":")
	return strings.TrimSpace(key), strings.TrimSpace(value)
}
