package markdown

import (
	"slices"
	"strings"
	"testing"

	"ganvas/assets"
)

// most bounds how many rows may be left out for a reason.
const most = 8

// What lessons say they cover is in the course, each in one lesson and with more than text (Parse refuses the rest); rows that could not be done say why.
func TestLessonsCoverTheCourse(t *testing.T) {
	var ids []string
	reasons := map[string]string{}
	for line := range strings.Lines(assets.Course) {
		id, why, _ := strings.Cut(strings.TrimSpace(line), " -- ")
		if id == "" || slices.Contains(ids, id) {
			t.Errorf("%q is no id, or stands twice", line)
		}
		ids = append(ids, id)
		if why != "" {
			reasons[id] = why
		}
	}
	if len(ids) != 209 {
		t.Errorf("%d rows", len(ids))
	}
	if len(reasons) > most {
		t.Errorf("%d rows are left out, %d may be", len(reasons), most)
	}
	in := map[string]string{}
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(key, text)
		if err != nil {
			t.Fatalf("%s.md:%v", key, err)
		}
		for _, id := range slices.Concat(f.Covers...) {
			switch {
			case !slices.Contains(ids, id):
				t.Errorf("%s covers %s, which is not of the course", key, id)
			case reasons[id] != "":
				t.Errorf("%s covers %s, of which the course says that it could not be done", key, id)
			case in[id] != "" && in[id] != key:
				t.Errorf("%s is in %s and in %s", id, in[id], key)
			}
			in[id] = key
		}
	}
	var missing []string
	for _, id := range ids {
		if in[id] == "" && reasons[id] == "" {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		t.Errorf("%d rows are in no lesson: %s", len(missing), strings.Join(missing, ", "))
	}
}

// Lessons come after those that they need, and last fifteen minutes at most; a sheet for class has all of them.
func TestLessonsAreInOrder(t *testing.T) {
	for i, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(key, text)
		if err != nil {
			t.Fatalf("%s.md:%v", key, err)
		}
		for _, need := range f.Needs {
			if !slices.Contains(assets.Lessons[:i], need) {
				t.Errorf("%s needs %s, which does not come before it", key, need)
			}
		}
		if f.Minutes > 15 {
			t.Errorf("%s takes %d minutes", key, f.Minutes)
		}
		sum, sheets := 0, 0
		for _, s := range f.Steps {
			if s.Class != nil {
				sum, sheets = sum+s.Class.Minutes, sheets+1
			}
		}
		if sheets > 0 && (sheets != len(f.Steps) || sum != f.Minutes) {
			t.Errorf("%s: %d of %d steps say how they go in class, %d of %d minutes", key, sheets, len(f.Steps), sum, f.Minutes)
		}
	}
}
