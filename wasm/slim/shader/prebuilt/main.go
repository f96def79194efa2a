//go:build ignore

// Prebuilt prints the shaders that ebiten draws with, and those of the files that are its arguments, compiled, as a file of package shader.
package main

import (
	"fmt"
	"os"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/graphics"
	"github.com/hajimehoshi/ebiten/v2/internal/prebuilt/shader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

type entry struct {
	Hash    shaderir.SourceHash
	Program string
}

func main() {
	sources := builtinshader.AppendShaderSources(nil)
	for _, file := range os.Args[1:] {
		src, err := os.ReadFile(file)
		if err != nil {
			fail("%v", err)
		}
		sources = append(sources, src)
	}
	var all []entry
	for _, src := range sources {
		p, err := graphics.CompileShader(src)
		if err != nil {
			fail("%v\n%s", err, src)
		}
		program := shader.Encode(*p)
		same(p, program)
		all = append(all, entry{p.SourceHash, string(program)})
	}
	fmt.Printf("package shader\n\nconst compiled = %q\n", shader.Encode(all))
}

// same holds what comes back to what was compiled: the texts that browsers are given, and the uniforms.
func same(p *shaderir.Program, program []byte) {
	back := &shaderir.Program{}
	rest := shader.Decode(program, back)
	for _, version := range []glsl.GLSLVersion{glsl.GLSLVersionDefault, glsl.GLSLVersionES300} {
		v, f := glsl.Compile(p, version)
		backV, backF := glsl.Compile(back, version)
		if v != backV || f != backF || fmt.Sprint(p.UniformNames, p.Uniforms, p.TextureCount, p.Unit) != fmt.Sprint(back.UniformNames, back.Uniforms, back.TextureCount, back.Unit) || len(rest) > 0 {
			fail("a shader does not come back as it was:\n%s\nbut\n%s", f, backF)
		}
	}
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "prebuilt: "+format+"\n", args...)
	os.Exit(1)
}
