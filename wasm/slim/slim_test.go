//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	slimexp "ganvas/wasm/slim/regexp"
	slimplate "ganvas/wasm/slim/template"
)

// theirs is a file of ebiten's.
func theirs(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/hajimehoshi/ebiten/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), path))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Ebiten's own shader template comes out the same, whatever is asked of it.
func TestTemplate(t *testing.T) {
	_, text, ok := strings.Cut(theirs(t, "internal/builtinshader/shader.go"), "Parse(`")
	text, _, _ = strings.Cut(text, "`")
	if !ok || !strings.Contains(text, "{{else if") {
		t.Fatal("ebiten's template is not where it was")
	}
	type choice struct {
		Filter, FilterNearest, FilterLinear                       int
		Address, AddressUnsafe, AddressClampToZero, AddressRepeat int
		UseColorM                                                 bool
	}
	real, small := template.Must(template.New("").Parse(text)), slimplate.Must(slimplate.New("").Parse(text))
	for i := range 12 {
		c := choice{i % 2, 0, 1, i / 2 % 3, 0, 1, 2, i >= 6}
		var want, got strings.Builder
		if err := real.Execute(&want, c); err != nil {
			t.Fatal(err)
		}
		if err := small.Execute(&got, c); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%+v gives\n%s\nwant\n%s", c, got.String(), want.String())
		}
	}
}

func TestTemplateNests(t *testing.T) {
	const text = "a{{if .A}}b{{if .B}}c{{else if eq .X .Y}}d{{else}}e{{end}}f{{else}}g{{if .B}}h{{end}}{{end}}i"
	type choice struct {
		A, B bool
		X, Y int
	}
	for i := range 8 {
		c := choice{i&1 > 0, i&2 > 0, i & 4, 4}
		var want, got strings.Builder
		template.Must(template.New("").Parse(text)).Execute(&want, c)
		slimplate.Must(slimplate.New("").Parse(text)).Execute(&got, c)
		if got.String() != want.String() {
			t.Errorf("%+v gives %q, want %q", c, got.String(), want.String())
		}
	}
	for _, bad := range []string{"{{if .A}}", "{{end}}", "{{else}}", "{{range .A}}{{end}}", "{{if .A"} {
		if _, err := slimplate.New("").Parse(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// The patterns are those of ebiten, and match what they match in the standard library.
func TestRegexp(t *testing.T) {
	patterns := map[string][]string{
		`\A__t(\d+)\z`: {"__t0", "__t12", "__t", "__ta", "x__t1", "__t1 ", "__t1\n", "", "__t-1"},
		`^[ \t\r\n]*//kage:unit\s+([^ \t\r\n]+)[ \t\r\n]*$`: {
			"//kage:unit pixels", " \t//kage:unit\t\ttexels \r", "//kage:unit", "//kage:unitpixels", "//kage:unit a b", "x //kage:unit a",
			"//kage:unit  ", "package main", "//kage:unit\nfoo\n", "",
		},
	}
	for _, file := range []string{"internal/shader/expr.go", "internal/shader/shader.go", "internal/shaderir/glsl/glsl.go"} {
		for _, m := range regexp.MustCompile("regexp.MustCompile\\(`(.*)`\\)").FindAllStringSubmatch(theirs(t, file), -1) {
			slimexp.MustCompile(m[1])
		}
	}
	for p, texts := range patterns {
		for _, s := range texts {
			want, got := regexp.MustCompile(p).FindStringSubmatch(s), slimexp.MustCompile(p).FindStringSubmatch(s)
			if !slices.Equal(got, want) {
				t.Errorf("%s in %q: %q, want %q", p, s, got, want)
			}
		}
	}
	for _, s := range []string{"", "\n", "a\nb", "a\n\nb\n\n\n\nc\n\n", "\n\n\n", "a\n\n"} {
		want, got := regexp.MustCompile(`\n\n+`).ReplaceAllString(s, "\n\n"), slimexp.MustCompile(`\n\n+`).ReplaceAllString(s, "\n\n")
		if got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}
