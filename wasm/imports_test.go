//go:build !js

// Package wasm_test holds the program's two parts to what they should reach.
package wasm_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// The trainer draws nothing and the page trains nothing; neither carries what the browser has anyway.
func TestPartsStayApart(t *testing.T) {
	for part, forbidden := range map[string][]string{
		"ganvas/wasm/worker": {"github.com/hajimehoshi/", "ganvas/ui/", "net/", "encoding/json", "text/template", "regexp"},
		"ganvas/wasm/page":   {"net/http", "encoding/json", "ganvas/core/gan", "ganvas/core/run", "ganvas/core/kernel", "ganvas/core/metric", "ganvas/core/plan", "ganvas/core/simd", "ganvas/core/table"},
	} {
		c := exec.Command("go", "list", "-deps", part)
		c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
		out, err := c.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		for dep := range strings.Lines(string(out)) {
			for _, f := range forbidden {
				if strings.HasPrefix(dep, f) {
					t.Errorf("%s has %s", part, strings.TrimSpace(dep))
				}
			}
		}
	}
}
