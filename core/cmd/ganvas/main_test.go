package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func ganvas(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = command(args, &out, &err)
	return code, out.String(), err.String()
}

const small = "g=8&d=8&batch=16&rows=256&seed=3"

func TestTrainPrintsOneLine(t *testing.T) {
	code, out, progress := ganvas("train", "-spec", small, "-steps", "40")
	if code != 0 || strings.Count(out, "\n") != 1 || !strings.Contains(progress, "40 of 40 steps") {
		t.Fatalf("code %d, output %q, progress %q", code, out, progress)
	}
	var line map[string]any
	if err := json.Unmarshal([]byte(out), &line); err != nil {
		t.Fatal(err)
	}
	if line["spec"] != "rows=256&seed=3&g=8&d=8&batch=16" || line["step"] != 40.0 {
		t.Errorf("spec %v, step %v", line["spec"], line["step"])
	}
	for _, key := range []string{"seconds", "steps_per_s", "js", "kl", "modes", "modes_any", "modes_total", "high_quality"} {
		if _, ok := line[key].(float64); !ok {
			t.Errorf("%s is %v", key, line[key])
		}
	}
	if share := line["high_quality"].(float64); share < 0 || share > 1 {
		t.Errorf("high_quality is %g", share)
	}
}

// figures are a line without what depends on the clock.
func figures(t *testing.T, text string) string {
	var line map[string]any
	if err := json.Unmarshal([]byte(text), &line); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	delete(line, "seconds")
	delete(line, "steps_per_s")
	out, _ := json.Marshal(line)
	return string(out)
}

func TestBothMachinesGiveTheSameFigures(t *testing.T) {
	_, simd, _ := ganvas("train", "-spec", small, "-steps", "40")
	code, plain, _ := ganvas("train", "-spec", small, "-steps", "40", "-machine", "go")
	if code != 0 || figures(t, simd) != figures(t, plain) {
		t.Errorf("simd: %s\ngo: %s", simd, plain)
	}
}

func TestEveryPrintsOnTheWay(t *testing.T) {
	code, out, _ := ganvas("train", "-spec", small, "-steps", "50", "-every", "20")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != 0 || len(lines) != 3 {
		t.Fatalf("code %d, output %q", code, out)
	}
	for i, want := range []string{`"step":20,`, `"step":40,`, `"step":50,`} {
		if !strings.Contains(lines[i], want) {
			t.Errorf("line %d is %s", i, lines[i])
		}
	}
	_, alone, _ := ganvas("train", "-spec", small, "-steps", "50")
	if figures(t, lines[2]) != figures(t, alone) {
		t.Errorf("measuring on the way changed the end:\n%s\n%s", lines[2], alone)
	}
}

func TestOwnPoints(t *testing.T) {
	file := filepath.Join(t.TempDir(), "points.csv")
	if err := os.WriteFile(file, []byte("a,b\n1,2\n3,4\n5,9\n2,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, stderr := ganvas("train", "-spec", "g=8&d=8&batch=16", "-steps", "10", "-csv", file)
	if code != 0 || !strings.Contains(out, `"spec":"data=csv&`) {
		t.Errorf("code %d, %s %s", code, out, stderr)
	}
}

func TestWrongInputExitsWith2AndSaysWhatIsAllowed(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.csv")
	empty := filepath.Join(t.TempDir(), "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		want []string
	}{
		{"train -spec batch=0", []string{"batch", `"0"`, "from 1 to 4096"}},
		{"train -spec loss=best", []string{"loss", `"best"`, "one of rp, ns"}},
		{"train -spec speed=1", []string{"speed", "only these fields"}},
		{"train -spec seed=1&seed=2", []string{"seed", "each field once"}},
		{"train -spec data=csv", []string{"data", "csv", "two columns of numbers"}},
		{"train -steps -1", []string{"-steps", `"-1"`, "from 1"}},
		{"train -steps many", []string{"many"}},
		{"train -every -5", []string{"-every", `"-5"`, "from 0"}},
		{"train -machine gpu", []string{"-machine", `"gpu"`, "simd or go"}},
		{"train -csv " + missing, []string{"-csv", "missing.csv", "can be read"}},
		{"train -csv " + empty, []string{"empty.csv", "0 rows", "rows of numbers as text"}},
		{"train -spec data=moons -csv " + empty, []string{"-csv", "data=csv"}},
		{"train now", []string{`"now"`, "flags only"}},
		{"train -speed 3", []string{"speed"}},
		{"fly", []string{`"fly"`, "train, columns, images, judge, table or fields"}},
		{"fields of gold", []string{`"of"`}},
		{"", []string{"Usage"}},
	} {
		code, out, stderr := ganvas(strings.Fields(c.args)...)
		if code != 2 || out != "" {
			t.Errorf("%q: code %d, output %q", c.args, code, out)
		}
		for _, w := range c.want {
			if !strings.Contains(stderr, w) {
				t.Errorf("%q says %q, without %q", c.args, stderr, w)
			}
		}
	}
}

func TestDivergenceExitsWith1AndAnExplanation(t *testing.T) {
	const hot = "loss=wgan&r1=0&r2=0&g.opt=sgd&d.opt=sgd&g.lr=0.5&d.lr=0.5&g.schedule=constant&d.schedule=constant"
	code, out, stderr := ganvas("train", "-spec", small+"&"+hot, "-steps", "5000")
	if code != 1 || !strings.Contains(stderr, "learning rate of 0.5") || !strings.Contains(out, `"fault":"`) {
		t.Errorf("code %d, %s %s", code, out, stderr)
	}
}

func TestFieldsListsEveryKey(t *testing.T) {
	code, out, _ := ganvas("fields")
	for _, w := range []string{"ring8", "g.lr", "0.006", "penalty.decay", "one of alternating, simultaneous"} {
		if code != 0 || !strings.Contains(out, w) {
			t.Errorf("code %d, the list lacks %q", code, w)
		}
	}
	if code, _, help := ganvas("help"); code != 0 || !strings.Contains(help, "Usage") {
		t.Errorf("help: code %d, %q", code, help)
	}
	if code, _, help := ganvas("train", "-h"); code != 0 || !strings.Contains(help, "-machine") {
		t.Errorf("train -h: code %d, %q", code, help)
	}
}

// The command line trains the other families too, and lists their fields.
func TestRivals(t *testing.T) {
	code, out, stderr := ganvas("train", "-spec", "family=mixture&data=moons&k=3&rows=500", "-steps", "30")
	var line map[string]any
	if err := json.Unmarshal([]byte(out), &line); code != 0 || err != nil {
		t.Fatalf("code %d, %q %q: %v", code, out, stderr, err)
	}
	if line["spec"] != "family=mixture&data=moons&rows=500&k=3" || line["step"] != 30.0 {
		t.Errorf("%v", line)
	}
	for _, key := range []string{"js", "heldout", "heldout_floor"} {
		if _, ok := line[key].(float64); !ok {
			t.Errorf("%s is %v", key, line[key])
		}
	}
	if code, out, _ := ganvas("fields", "vae"); code != 0 || !strings.Contains(out, "beta") || strings.Contains(out, "g.lr") {
		t.Errorf("fields of a vae: %d, %s", code, out)
	}
	if code, _, stderr := ganvas("train", "-spec", "family=oracle"); code != 2 || !strings.Contains(stderr, "one of gan, empirical") {
		t.Errorf("an unknown family: %d, %s", code, stderr)
	}
}
