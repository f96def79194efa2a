//go:build display

package golden

import (
	"image"
	"testing"

	"ganvas/core/picture"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"

	"github.com/hajimehoshi/ebiten/v2"
)

// witness is a panel that notes how it was drawn.
type witness struct {
	times    int
	at       image.Rectangle
	snapshot *wire.Snapshot
	look     view.Look
}

func (w *witness) Choose(view.Shown) bool { return false }

func (w *witness) Draw(dst *ebiten.Image, s *wire.Snapshot, look view.Look) {
	w.times++
	w.at, w.snapshot, w.look = dst.Bounds(), s, look
}

// TestStageDrawsOnDemand: once for each change, and never for a frame in which nothing changed.
func TestStageDrawsOnDemand(t *testing.T) {
	screen := ebiten.NewImage(200, 100)
	defer screen.Deallocate()
	dark := view.Look{Theme: plot.Dark, Scale: 2}
	stage := view.NewStage(view.Look{Theme: plot.Light, Scale: 1})
	w := &witness{}
	s := &wire.Snapshot{Step: 3}
	for _, c := range []struct {
		name   string
		change func()
		times  int
	}{
		{"placing", func() { stage.Place([]view.Placed{{Panel: w, Rect: image.Rect(10, 20, 90, 80)}}) }, 1},
		{"nothing", func() {}, 1},
		{"a snapshot", func() { stage.Show(s) }, 2},
		{"another look", func() { stage.SetLook(dark) }, 3},
		{"redrawing", stage.Redraw, 4},
		{"nothing again", func() {}, 4},
	} {
		c.change()
		stage.Draw(screen)
		if w.times != c.times {
			t.Errorf("after %s the panel was drawn %d times, want %d", c.name, w.times, c.times)
		}
		if stage.Stale() {
			t.Errorf("after %s was drawn the stage is stale", c.name)
		}
	}
	if w.at != image.Rect(10, 20, 90, 80) || w.snapshot != s || w.look != dark {
		t.Errorf("the panel was drawn at %v with %v", w.at, w.look.Theme.Key)
	}
	if r, g, b, _ := screen.At(150, 50).RGBA(); uint8(r) != plot.Dark.Page.R || uint8(g) != plot.Dark.Page.G || uint8(b) != plot.Dark.Page.B {
		t.Errorf("the stage is %x %x %x beside the panels, want the page's %s", r, g, b, plot.Dark.Page.Hex())
	}
	wider := ebiten.NewImage(300, 100)
	defer wider.Deallocate()
	if stage.Draw(wider); w.times != 5 {
		t.Error("the panel was not drawn anew for another size")
	}
}

// TestStageClipsToTheScreen: a panel outside is left out, one half inside draws within.
func TestStageClipsToTheScreen(t *testing.T) {
	screen := ebiten.NewImage(100, 100)
	defer screen.Deallocate()
	in, out := &witness{}, &witness{}
	stage := view.NewStage(view.Look{Theme: plot.Light, Scale: 1})
	stage.Place([]view.Placed{{Panel: in, Rect: image.Rect(50, 50, 101, 101)}, {Panel: out, Rect: image.Rect(100, 0, 200, 100)}})
	stage.Draw(screen)
	if in.at != image.Rect(50, 50, 100, 100) || out.times != 0 {
		t.Errorf("drawn at %v, and %d times outside", in.at, out.times)
	}
}

func TestEveryPanelOfTheCatalogueIsDrawn(t *testing.T) {
	for _, c := range picture.Panels {
		panel := view.New(c.Key)
		if panel == nil {
			t.Errorf("%s has no drawing", c.Key)
			continue
		}
		layered := c.View != "walls" // walls have nothing to choose
		if first, again := panel.Choose(view.Shown{Layers: picture.Real}), panel.Choose(view.Shown{Layers: picture.Real}); first != layered || again {
			t.Errorf("%s says that a choice changes it: %v, and the same once more: %v", c.Key, first, again)
		}
	}
	if view.New("no such") != nil {
		t.Error("a panel that is in no catalogue is drawn")
	}
}
