package app

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
)

// savedBy is the file that a page hands out.
func savedBy(t *testing.T, m Model) SaveFile {
	t.Helper()
	_, effects := Update(m, SaveWanted{})
	if len(effects) != 1 {
		t.Fatalf("%d effects", len(effects))
	}
	return effects[0].(SaveFile)
}

// What is saved on one page and opened on another is the same experiment, with its view and its points.
func TestSavedExperimentComesBack(t *testing.T) {
	for _, address := range []string{"", "data=moons&seed=9&loss=ns", "g=24:tanh,9&view.speed=max&view.theme=dark"} {
		file := savedBy(t, New(Start{Query: address}))
		other := open(t, "data=spiral&view.theme=light")
		other.tell(PointsDropped{Name: file.Name, Text: file.Text})
		if want := New(Start{Query: address}).Address(); other.model.Address() != want {
			t.Errorf("saved %q, opened %q", want, other.model.Address())
		}
		if want := "open?" + New(Start{Query: address}).Spec.String(); !strings.Contains(other.commands(), want) {
			t.Errorf("%q: the commands are %q", want, other.commands())
		}
	}
}

func TestOwnPointsAreSaved(t *testing.T) {
	points := "x,y\r\n0,1\r\n1,0\r\n1,1\r\n"
	first := open(t, "batch=32")
	first.tell(PointsDropped{Name: "mine.csv", Text: []byte(points)})
	file := savedBy(t, first.model)

	for _, text := range []string{string(file.Text), "\ufeff" + strings.Replace(string(file.Text), "\n", "\r\n", 3)} { // as editors may leave it
		other := open(t, "")
		other.tell(PointsDropped{Name: "theirs.txt", Text: []byte(text)})
		if string(other.model.CSV) != points || other.model.Spec != first.model.Spec || other.model.Spec.Data != experiment.OwnData {
			t.Errorf("got %q with the points %q", other.model.Spec.String(), other.model.CSV)
		}
	}

	for n := len(savedFirst) + len(savedSum) + 2; n < len(file.Text); n++ {
		other := open(t, "data=moons")
		other.tell(PointsDropped{Name: "cut.txt", Text: file.Text[:n]})
		if other.commands() != "" || other.model.CSV != nil || !strings.Contains(other.model.Notice, "cut.txt") {
			t.Fatalf("the first %d bytes give %q and say %q", n, other.commands(), other.model.Notice)
		}
	}

	cut := file.Text[:strings.Index(string(file.Text), "0,1")]
	other := open(t, "")
	other.tell(PointsDropped{Name: "cut.txt", Text: cut})
	if other.commands() != "" || !strings.Contains(other.model.Notice, "cut.txt") {
		t.Errorf("a file without its points gives %q and says %q", other.commands(), other.model.Notice)
	}
}

func TestSavedExperimentOfAnotherPage(t *testing.T) {
	p := open(t, "")
	p.tell(PointsDropped{Name: "new.txt", Text: []byte(savedFirst + "\n" + savedSecond + "data=nobodyknows\n")})
	if !strings.Contains(p.model.Notice, "data") || p.model.Spec != experiment.Default() {
		t.Errorf("%q, and the page says %q", p.model.Spec.String(), p.model.Notice)
	}
	p.tell(PointsDropped{Name: "mine.csv", Text: []byte("0,1\n1,0\n1,1\n")})
	before := p.model
	p.tell(PointsDropped{Name: "new.txt", Text: []byte(savedFirst + "\n" + savedSecond + "data=csv&nobody=knows\n5,6\n7,8\n")})
	if string(p.model.CSV) != string(before.CSV) || p.model.Spec != before.Spec || p.model.CSVName != before.CSVName || !strings.Contains(p.model.Notice, "nobody") {
		t.Errorf("a file that cannot be read leaves the points %q of %s, and the page says %q", p.model.CSV, p.model.CSVName, p.model.Notice)
	}
	for _, text := range []string{savedFirst + "\n" + savedSecond + "\n" + savedThird + "-1\n", savedFirst + "\n" + savedSecond + "\n" + savedThird + "1e99\n", "", "\n\n", savedFirst, savedFirst + "\n", "# remark\n# ?data=moons\n0,1\n1,0\n", savedSecond + "data=moons"} {
		if _, ok := parseSaved([]byte(text)); ok {
			t.Errorf("%q is taken for a saved experiment", text)
		}
	}
}

// A file that is saved at a step brings the run back to it, with the reader's own points too, and waits there.
func TestSavedStepComesBack(t *testing.T) {
	points := "x,y\n0,1\n1,0\n1,1\n"
	for _, own := range []bool{false, true} {
		first := open(t, "seed=4&batch=32")
		if own {
			first.tell(PointsDropped{Name: "mine.csv", Text: []byte(points)})
		}
		first.snapshot(0).snapshot(1300)
		file := savedBy(t, first.model)

		other := open(t, "data=moons").tell(PlayToggled{}).snapshot(5000)
		other.commands()
		other.tell(PointsDropped{Name: file.Name, Text: file.Text})
		other.expect("the commands", other.commands(), "open?"+first.model.Spec.String())
		other.snapshot(5001) // of the run before, which was on its way
		other.expect("after the run before", other.commands(), "")
		other.snapshot(0)
		other.expect("from the start", other.commands(), "step?n=1000&who=both")
		other.snapshot(1000)
		other.expect("on the way", other.commands(), "step?n=300&who=both")
		other.snapshot(1300)
		other.expect("there", other.commands(), "")
		if other.model.Playing || other.model.Toward != 0 || own != (string(other.model.CSV) == points) {
			t.Errorf("it plays: %v, on its way to %d, with the points %q", other.model.Playing, other.model.Toward, other.model.CSV)
		}
	}
}

// A run whose knobs were turned is saved with its way, as soon as the worker has told it.
func TestSavedWithItsWay(t *testing.T) {
	p := open(t, "").snapshot(5).tell(FieldChanged{Key: "g.lr", Text: "0.001"}).told(5, "turns=5:g.lr:0.001").told(9, "turns=5:g.lr:0.001")
	_, effects := Update(p.model, SaveWanted{})
	if text := string(effects[0].(SaveFile).Text); !strings.Contains(text, savedThird+"9\n") || !strings.Contains(text, "turns=5:g.lr:0.001") {
		t.Errorf("the file is %q", text)
	}
}

// A run whose way is not known yet is saved from its start, and the page says so.
func TestSavedWithoutItsWay(t *testing.T) {
	p := open(t, "").snapshot(5).tell(FieldChanged{Key: "g.lr", Text: "0.001"})
	next, effects := Update(p.model, SaveWanted{})
	if text := string(effects[0].(SaveFile).Text); strings.Contains(text, savedThird) {
		t.Errorf("the file is %q", text)
	}
	if !strings.Contains(next.Notice, "step 0") {
		t.Errorf("the page says %q", next.Notice)
	}
}
