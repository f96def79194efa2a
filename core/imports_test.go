// Package core_test holds the house to its floor plan.
package core_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Nothing that a run depends on may reach the clock, chance, the machine or the screen: its bits would no longer follow from
// its Spec. Command lines, native hosts and test suites stand at the edge, and may.
func TestCoreReachesNeitherClockNorChanceNorScreen(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "ganvas/core/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	forbidden := []string{"os", "time", "math/rand", "math/rand/v2", "syscall/js", "net", "net/http", "github.com/hajimehoshi/"}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if edge(fields[0]) {
			continue
		}
		for _, imported := range fields[1:] {
			for _, f := range forbidden {
				if imported == f || strings.HasSuffix(f, "/") && strings.HasPrefix(imported, f) {
					t.Errorf("%s imports %s", fields[0], imported)
				}
			}
		}
	}
}

func edge(path string) bool {
	return strings.HasPrefix(path, "ganvas/core/cmd/") || strings.HasSuffix(path, "test") || strings.HasSuffix(path, "/native")
}

// The engine stands below what is learned with it, and that below the experiment.
func TestImportsPointDown(t *testing.T) {
	order := []string{"scalar", "random", "sketch", "glyph", "graph", "plan", "kernel", "simd", "query", "script", "wire", "probe", "run", "nn", "loss", "penalty", "opt", "table", "imageset", "imagefile", "data", "judge", "metric", "imagemetric", "twosample", "experiment", "dirac", "stepping",
		"form", "picture", "address", "diagnosis", "family", "gan", "rival", "lesson"}
	rank := map[string]int{}
	for i, name := range order {
		rank["ganvas/core/"+name] = i + 1
	}
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "ganvas/core/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		for _, imported := range fields[1:] {
			if strings.HasPrefix(imported, "ganvas/ui/") || strings.HasPrefix(imported, "ganvas/wasm/") {
				t.Errorf("%s imports %s, which is above core", fields[0], imported)
			}
			if from, to := rank[fields[0]], rank[imported]; from > 0 && to >= from {
				t.Errorf("%s imports %s, which is above it", fields[0], imported)
			}
		}
	}
}

// A first visit downloads no family that it does not use: what trains in the page's worker reaches none but that of two players.
func TestFirstVisitCarriesNoRivals(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "ganvas/wasm/worker", "ganvas/wasm/page")
	cmd.Env = append(cmd.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	deps := strings.Fields(string(out))
	for _, d := range deps {
		if strings.HasPrefix(d, "ganvas/core/rival") {
			t.Errorf("the page's programs carry %s", d)
		}
	}
	if !slices.Contains(deps, "ganvas/core/gan") {
		t.Error("go list does not name core/gan: the test says nothing")
	}
}

// What drives a run knows no family: neither players nor losses, nor what measures samples, nor any data. Nor does what carries a snapshot.
func TestRunKnowsNoFamily(t *testing.T) {
	for _, from := range []string{"run", "wire", "script", "probe"} {
		out, err := exec.Command("go", "list", "-deps", "ganvas/core/"+from).Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		deps := strings.Fields(string(out))
		for _, name := range []string{"gan", "family", "rival", "loss", "penalty", "metric", "data", "dirac", "experiment", "nn", "opt", "lesson"} {
			if slices.Contains(deps, "ganvas/core/"+name) {
				t.Errorf("core/%s reaches core/%s", from, name)
			}
		}
		if !slices.Contains(deps, "ganvas/core/"+from) {
			t.Errorf("go list does not name core/%s: the test says nothing", from)
		}
	}
}
