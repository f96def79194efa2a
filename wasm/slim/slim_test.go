//go:build !js

package main

import (
	goconstant "go/constant"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"pgregory.net/rapid"

	"ganvas/wasm/slim/constant"
	slimexp "ganvas/wasm/slim/regexp"
	"ganvas/wasm/slim/shader"
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

// The pattern is that of ebiten, and matches what it matches in the standard library.
func TestRegexp(t *testing.T) {
	for _, m := range regexp.MustCompile("regexp.MustCompile\\(`(.*)`\\)").FindAllStringSubmatch(theirs(t, "internal/shaderir/glsl/glsl.go"), -1) {
		slimexp.MustCompile(m[1])
	}
	for _, s := range []string{"", "\n", "a\nb", "a\n\nb\n\n\n\nc\n\n", "\n\n\n", "a\n\n"} {
		want, got := regexp.MustCompile(`\n\n+`).ReplaceAllString(s, "\n\n"), slimexp.MustCompile(`\n\n+`).ReplaceAllString(s, "\n\n")
		if got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

// Constants are what go/constant's are.
func TestConstants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, got := anyConstant(t)
		same(t, want, got)
		same(t, goconstant.ToFloat(want), constant.ToFloat(got))
		same(t, goconstant.ToInt(want), constant.ToInt(got))
		if want.Kind() != goconstant.Bool && want.Kind() != goconstant.Unknown {
			same(t, goconstant.UnaryOp(token.SUB, want, 0), constant.UnaryOp(token.SUB, got, 0))
		}
	})
	if half := constant.ToInt(constant.MakeFloat64(.5)); half.Kind() != constant.Unknown {
		t.Errorf("a half is the integer %v", half)
	}
}

// anyConstant is a constant in both packages.
func anyConstant(t *rapid.T) (goconstant.Value, constant.Value) {
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 3:
		return goconstant.MakeUnknown(), constant.MakeUnknown()
	case 0:
		b := rapid.Bool().Draw(t, "bool")
		return goconstant.MakeBool(b), constant.MakeBool(b)
	case 1:
		x := rapid.Int64Range(-1<<50, 1<<50).Draw(t, "int")
		return goconstant.MakeInt64(x), constant.MakeInt64(x)
	}
	x := rapid.Float64Range(-1e15, 1e15).Draw(t, "float")
	return goconstant.MakeFloat64(x), constant.MakeFloat64(x)
}

// same holds a value to go/constant's.
func same(t *rapid.T, want goconstant.Value, got constant.Value) {
	if int(got.Kind()) != int(want.Kind()) {
		t.Fatalf("%v is of kind %d, want %d of %v", got, got.Kind(), want.Kind(), want)
	}
	switch want.Kind() {
	case goconstant.Bool:
		if constant.BoolVal(got) != goconstant.BoolVal(want) {
			t.Fatalf("%v, want %v", got, want)
		}
	case goconstant.Int:
		w, _ := goconstant.Int64Val(want)
		if g, ok := constant.Int64Val(got); g != w || !ok {
			t.Fatalf("%d, want %d", g, w)
		}
	case goconstant.Float:
		w, _ := goconstant.Float64Val(want)
		if g, _ := constant.Float64Val(got); g != w {
			t.Fatalf("%g, want %g", g, w)
		}
	}
}

// What is encoded comes back: of the kinds of fields that compiled shaders have, nested, and empty ones.
func TestShaderCodec(t *testing.T) {
	type statement struct {
		Op       int
		Name     string
		Hash     [3]byte
		Constant goconstant.Value
		Within   []statement
		Block    *statement
	}
	var draw func(t *rapid.T, depth int) statement
	draw = func(t *rapid.T, depth int) statement {
		s := statement{Op: rapid.IntRange(-1<<40, 1<<40).Draw(t, "op"), Name: rapid.String().Draw(t, "name"), Hash: [3]byte{rapid.Byte().Draw(t, "byte")}}
		if rapid.Bool().Draw(t, "constant") {
			s.Constant, _ = anyConstant(t)
		}
		if depth < 3 {
			for range rapid.IntRange(0, 3).Draw(t, "within") {
				s.Within = append(s.Within, draw(t, depth+1))
			}
			if rapid.Bool().Draw(t, "block") {
				b := draw(t, depth+1)
				s.Block = &b
			}
		}
		return s
	}
	rapid.Check(t, func(t *rapid.T) {
		want := draw(t, 0)
		var got statement
		if rest := shader.Decode(append(shader.Encode(want), "rest"...), &got); string(rest) != "rest" {
			t.Fatalf("%q is left, want what came after", rest)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v comes back as %+v", want, got)
		}
	})
	for _, bad := range []any{1.5, map[string]int{}, goconstant.MakeFromLiteral("123456789012345678901234567890", token.INT, 0)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%v is encoded", bad)
				}
			}()
			shader.Encode(struct{ X any }{bad})
		}()
	}
}

// The copy of ebiten has all of its shaders, and nothing that compiles others. What makes them holds each to the text that browsers are given.
func TestEbiten(t *testing.T) {
	t.Chdir("../..")
	if err := os.MkdirAll(".build", 0o777); err != nil {
		t.Fatal(err)
	}
	out, err := os.MkdirTemp(".build", "slim-test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(out) })
	if err := write(out); err != nil {
		t.Fatal(err)
	}
	deps := exec.Command("go", "list", "-deps", "-overlay", filepath.Join(out, "overlay.json"), "-modfile", filepath.Join(out, "go.mod"), "./wasm/program")
	deps.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list, err := deps.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"go/parser", "go/ast", "math/big", "regexp/syntax", "text/template/parse"} {
		if slices.Contains(strings.Fields(string(list)), p) {
			t.Errorf("the page is built with %s", p)
		}
	}
	if !slices.Contains(strings.Fields(string(list)), ebiten+"/internal/shader") {
		t.Errorf("the page is built without %s", ebiten)
	}
}
