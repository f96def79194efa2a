//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/core/picture"
	"ganvas/ui/app"
)

// bend shows how G bends the grid of noise: a slider from the flat grid to G's, and a button that takes it all the way.
type bend struct {
	ui     *UI
	row    *element
	slider *element
	again  js.Func
	from   float64 // the time at which the way began, in milliseconds
	going  bool
}

// bendLasts is how long the way from the flat grid to G's takes, in milliseconds.
const bendLasts = 900

func newBend(ui *UI) *bend {
	b := &bend{ui: ui}
	box := ui.find("more-layers")
	b.row = ui.make(box, "div", attr{"class", "bend"})
	ui.makeText(b.row, "label", "From noise to G", attr{"for", "bend"}, attr{"title", "The grid of noise as it lies, on the left, and as the generator bends it, on the right."})
	b.slider = ui.make(b.row, "input", attr{"type", "range"}, attr{"id", "bend"}, attr{"min", "0"}, attr{"max", "1"}, attr{"step", "0.05"})
	b.slider.on("input", func(js.Value) {
		b.going = false
		if x, err := strconv.ParseFloat(b.slider.value(), 64); err == nil {
			ui.send(app.Bent{Unbent: 1 - x})
		}
	})
	play := ui.makeText(b.row, "button", "Bend", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "do-bend"}, attr{"title", "Bend the grid of noise to the generator’s."})
	play.click(b.begin)
	b.again = js.FuncOf(func(js.Value, []js.Value) any {
		b.on()
		return nil
	})
	return b
}

// begin goes the whole way; where the reader prefers no motion, from one end to the other at once.
func (b *bend) begin() {
	if m := b.ui.shown; m.Calm {
		b.ui.send(app.Bent{Unbent: map[bool]float64{true: 1, false: 0}[m.Unbent == 0]})
		return
	}
	b.from, b.going = b.now(), true
	b.on()
}

func (b *bend) now() float64 { return b.ui.window.Get("performance").Call("now").Float() }

// on goes on with the way.
func (b *bend) on() {
	if !b.going {
		return
	}
	share := min(1, (b.now()-b.from)/bendLasts)
	b.going = share < 1
	if b.going {
		b.ui.window.Call("requestAnimationFrame", b.again)
	}
	b.ui.send(app.Bent{Unbent: 1 - share*share*(3-2*share)}) // slow at both ends
}

func (b *bend) render(m app.Model) {
	y, _ := picture.LayerOf("manifold")
	b.row.hide(!m.Filled(y) || m.View() != "plane")
	b.slider.hold(strconv.FormatFloat(math.Round(100*(1-m.Unbent))/100, 'f', -1, 64))
}
