//go:build ignore

package shader

import (
	"errors"
	"strings"

	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
)

// entry is a shader that has been compiled, by the hash of its source.
type entry struct {
	Hash    shaderir.SourceHash
	Program string
}

// Compile finds what a source has been compiled to when the page was built; of any other it fails.
func Compile(src []byte, _, _ string, _ int) (*shaderir.Program, error) {
	var all []entry
	Decode([]byte(compiled), &all)
	hash := shaderir.CalcSourceHash(src)
	for _, e := range all {
		if e.Hash == hash {
			p := &shaderir.Program{}
			Decode([]byte(e.Program), p)
			return p, nil
		}
	}
	return nil, errors.New("shader: only ebiten's own shaders, and .kage files that a package of the page embeds, are compiled into it")
}

// ParseCompilerDirectives is the unit that one of a shader's lines asks for.
func ParseCompilerDirectives(src []byte) (shaderir.Unit, error) {
	for _, line := range strings.Split(string(src), "\n") {
		if strings.TrimSpace(line) == "//kage:unit pixels" {
			return shaderir.Pixels, nil
		}
	}
	return shaderir.Texels, nil
}
