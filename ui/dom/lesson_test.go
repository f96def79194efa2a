package dom

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"ganvas/assets"
	"ganvas/core/lesson"
	"ganvas/core/lesson/html"
	"ganvas/core/lesson/markdown"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// attributes are an element's own, as the browser would look them up.
func attributes(e xml.StartElement) func(string) (string, bool) {
	return func(name string) (string, bool) {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value, true
			}
		}
		return "", false
	}
}

// Every lesson comes out of its page as it was written.
func TestStepsSurviveTheirPage(t *testing.T) {
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f, err := markdown.Parse(key, text)
		if err != nil {
			t.Fatal(err)
		}
		article, err := html.Article(f)
		if err != nil {
			t.Fatal(err)
		}
		steps := stepsOf(t, article)
		if len(steps) != len(f.Steps) {
			t.Fatalf("%s has %d steps, of %d", key, len(steps), len(f.Steps))
		}
		for i, want := range f.Steps {
			got := steps[i]
			if got.Setup.Run != want.Setup.Run || got.Setup.Pace != want.Setup.Pace || !slices.Equal(got.Setup.Show, want.Setup.Show) ||
				!slices.Equal(got.Setup.Point, want.Setup.Point) {
				t.Errorf("%s, step %d: the setup is %+v, want %+v", key, i+1, got.Setup, want.Setup)
			}
			if (got.Task == nil) != (want.Task == nil) || got.Task != nil && (got.Task.Goal.String() != want.Task.Goal.String() || got.Task.Within != want.Task.Within) {
				t.Errorf("%s, step %d: the task is %+v, want %+v", key, i+1, got.Task, want.Task)
			}
		}
	}
}

func stepsOf(t *testing.T, article string) []lesson.Step {
	t.Helper()
	var sections, tasks []xml.StartElement
	d := xml.NewDecoder(strings.NewReader(article))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		class, _ := attributes(e)("class")
		switch {
		case !ok:
		case class == "step":
			sections, tasks = append(sections, e.Copy()), append(tasks, xml.StartElement{})
		case class == "task":
			tasks[len(tasks)-1] = e.Copy()
		}
	}
	var steps []lesson.Step
	for i := range sections {
		steps = append(steps, stepOf("", attributes(sections[i]), attributes(tasks[i])))
	}
	return steps
}

func TestTaskReadings(t *testing.T) {
	g, err := lesson.ParseGoal("step >= 3 and js < 0.1 and d_fake < 1 and fid < 2", nil)
	if err != nil {
		t.Fatal(err)
	}
	s := &wire.Snapshot{Measures: []wire.Measure{{Key: "js", Value: 0.12345}}, Trace: wire.Trace{Stride: 1, Columns: []wire.Column{{Key: probe.DFake, Values: []float32{0.5}}}}}
	if got, want := taskReadings(g, s), " Jensen-Shannon divergence: 0.123. D on generated samples: 0.5."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
