package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"ganvas/ui/recipe"
)

// The module can be imported where there is no page: it does nothing there, and says what it has.
func TestModuleDoesNothingOnAServer(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("SKIPPED: there is no node here, and the module is not imported")
	}
	files, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "lab.mjs"), files["ganvas-lab.mjs"], 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("node", "--input-type=module", "-e", `const before = Object.keys(globalThis).join(), m = await import('./lab.mjs');
m.defineLab('`+recipe.Site+`');
console.log(Object.keys(m).join(), Object.keys(globalThis).join() === before);`)
	c.Dir = folder
	if out, err := c.CombinedOutput(); err != nil || string(out) != "defineLab true\n" {
		t.Errorf("%v: %s", err, out)
	}
}
