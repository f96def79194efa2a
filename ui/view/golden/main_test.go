//go:build display

package golden

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// errDone ends the game when the tests are over.
var errDone = errors.New("done")

// game runs the tests in its first update, where images can be drawn and read.
type game struct {
	m    *testing.M
	code int
}

func (g *game) Update() error {
	g.code = g.m.Run()
	return errDone
}

func (g *game) Draw(*ebiten.Image)         {}
func (g *game) Layout(int, int) (int, int) { return 64, 64 }

func TestMain(m *testing.M) {
	flag.Parse()
	if os.Getenv("DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, "SKIP: pictures are not compared, for there is no DISPLAY: use xvfb-run")
		return
	}
	ebiten.SetWindowSize(64, 64)
	g := game{m: m}
	if err := ebiten.RunGame(&g); !errors.Is(err, errDone) {
		fmt.Fprintln(os.Stderr, "the game did not run:", err)
		os.Exit(1)
	}
	os.Exit(g.code)
}
