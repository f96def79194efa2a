package app

import (
	"strings"
	"testing"

	"ganvas/core/sketch"
)

// line is a drawing.
func line(density float64) *sketch.Sketch {
	s := &sketch.Sketch{}
	s.Begin()
	s.Stroke(sketch.Brush{Width: .3, Density: density}, -2, 0, 2, 0)
	return s
}

// A drawing is the data of a new run, which its link brings back; one that is too large is in the saved file alone.
func TestDrawingTravels(t *testing.T) {
	p := open(t, "view.play=0")
	p.tell(SketchDrawn{line(100)})
	runs := "open?" + p.model.Spec.String()
	p.expect("it runs", p.commands(), runs)
	if !strings.HasPrefix(runs, "open?data=csv&rows=") {
		t.Errorf("it runs %q", runs)
	}
	link := p.model.Link().String()
	if !strings.Contains(link, "view.drawn=") {
		t.Fatalf("the link is %s", link)
	}
	again := &page{t: t, model: New(Start{Query: link, Begun: true})}
	again.tell(WorkerReady{Machine: "go"})
	for _, e := range again.effects {
		if s, ok := e.(Send); ok && s.Command.Verb == "open" && string(s.Bytes) != string(p.model.CSV) {
			t.Error("other points are opened")
		}
	}
	again.expect("the worker has opened something else", strings.Fields(again.commands())[0], runs)
	if again.model.Notice != "" {
		t.Errorf("of the link it says %q", again.model.Notice)
	}

	p.tell(SketchDrawn{line(2000)})
	if link := p.model.Link().String(); strings.Contains(link, "view.drawn") || !strings.Contains(p.model.Notice, "too large") {
		t.Errorf("the link is %s, and it says %q", link, p.model.Notice)
	}
	p.effects = nil
	p.tell(SaveWanted{})
	if file, ok := p.effects[0].(SaveFile); !ok || !strings.HasSuffix(string(file.Text), string(p.model.CSV)) {
		t.Error("the saved file has other points")
	}

	few := open(t, "")
	few.tell(SketchDrawn{line(1)})
	if few.expect("nothing runs", few.commands(), ""); !strings.Contains(few.model.Notice, "at least 20 points") {
		t.Errorf("it says %q", few.model.Notice)
	}
}

// A drawing in a link that was cut is refused, and other data run.
func TestCutDrawing(t *testing.T) {
	text := line(100).String()
	m := New(Start{Query: "data=csv&view.drawn=" + text[:len(text)-1]})
	if m.CSV != nil || m.Spec.Data == "csv" || !strings.Contains(m.Notice, "drawn") {
		t.Errorf("it runs %s and says %q", m.Spec, m.Notice)
	}
}
