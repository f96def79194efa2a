//go:build !js

package main

import (
	"fmt"
	goconstant "go/constant"
	"go/token"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"pgregory.net/rapid"

	"ganvas/wasm/slim/constant"
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

// What an operation on constants of shaders comes to is what go/constant says, but for rounding.
func TestConstants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, x := anyConstant(t)
		b, y := anyConstant(t)
		near := magnitude(a) + magnitude(b)
		same(t, near, a, x)
		want, got := operated(t, a, x, b, y)
		if want == nil {
			return
		}
		same(t, near, want, got)
		same(t, near, goconstant.ToFloat(want), constant.ToFloat(got))
		whole := goconstant.ToInt(want)
		if whole.Kind() != goconstant.Int {
			return
		}
		if magnitude(whole) < 1e9 {
			same(t, near, whole, constant.ToInt(got))
		}
	})
	if huge := constant.BinaryOp(constant.MakeInt64(math.MaxInt64), token.ADD, constant.MakeInt64(1)); huge.Kind() != constant.Unknown {
		t.Errorf("what does not fit into 64 bits is %v", huge)
	}
	if half := constant.ToInt(constant.MakeFloat64(.5)); half.Kind() != constant.Unknown {
		t.Errorf("a half is the integer %v", half)
	}
}

// anyConstant is a literal as shaders have them, in both packages.
func anyConstant(t *rapid.T) (goconstant.Value, constant.Value) {
	if rapid.Bool().Draw(t, "whole") {
		text := fmt.Sprintf(rapid.SampledFrom([]string{"%d", "0x%x", "0o%o", "0b%b"}).Draw(t, "base"), rapid.IntRange(0, 1<<20).Draw(t, "int"))
		return goconstant.MakeFromLiteral(text, token.INT, 0), constant.MakeFromLiteral(text, token.INT, 0)
	}
	text := rapid.StringMatching(`[0-9]{1,4}\.[0-9]{0,6}(e-?[0-9])?`).Draw(t, "float")
	return goconstant.MakeFromLiteral(text, token.FLOAT, 0), constant.MakeFromLiteral(text, token.FLOAT, 0)
}

// operated applies one operation that both values allow, to both pairs; nil where there is none.
func operated(t *rapid.T, a goconstant.Value, x constant.Value, b goconstant.Value, y constant.Value) (goconstant.Value, constant.Value) {
	ops := []token.Token{token.ADD, token.SUB, token.MUL, token.QUO}
	if a.Kind() == goconstant.Int && b.Kind() == goconstant.Int {
		ops = append(ops, token.QUO_ASSIGN, token.REM, token.AND, token.OR, token.XOR, token.AND_NOT)
	}
	switch rapid.IntRange(0, 3).Draw(t, "what") {
	case 0:
		op := rapid.SampledFrom([]token.Token{token.ADD, token.SUB}).Draw(t, "unary")
		return goconstant.UnaryOp(op, a, 0), constant.UnaryOp(op, x, 0)
	case 1:
		op := rapid.SampledFrom([]token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ}).Draw(t, "comparison")
		want, got := goconstant.Compare(a, op, b), constant.Compare(x, op, y)
		return goconstant.MakeBool(want), constant.MakeBool(got)
	case 2:
		if a.Kind() != goconstant.Int {
			return nil, nil
		}
		op, s := rapid.SampledFrom([]token.Token{token.SHL, token.SHR}).Draw(t, "direction"), uint(rapid.IntRange(0, 40).Draw(t, "shift"))
		return goconstant.Shift(a, op, s), constant.Shift(x, op, s)
	}
	op := rapid.SampledFrom(ops).Draw(t, "op")
	if goconstant.Sign(b) == 0 && (op == token.QUO || op == token.QUO_ASSIGN || op == token.REM) {
		return nil, nil
	}
	return goconstant.BinaryOp(a, op, b), constant.BinaryOp(x, op, y)
}

func magnitude(v goconstant.Value) float64 { f, _ := goconstant.Float64Val(v); return math.Abs(f) }

// same holds a value to go/constant's, but for the rounding of numbers as large as near.
func same(t *rapid.T, near float64, want goconstant.Value, got constant.Value) {
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
		if g, _ := constant.Float64Val(got); math.Abs(g-w) > 4e-16*(near+math.Abs(w)) {
			t.Fatalf("%g, want %g", g, w)
		}
	}
}
