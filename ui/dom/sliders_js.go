//go:build js && wasm

package dom

import (
	"strconv"
	"strings"
	"syscall/js"

	"ganvas/core/lesson"
)

// mountSliders lets a step's formulas follow its sliders.
func mountSliders(box js.Value) {
	s, err := lesson.ParseSliders(strings.Split(box.Get("dataset").Get("sliders").String(), "\n"))
	if err != nil {
		return // an old page may be asked for a newer lesson
	}
	rails, values := box.Call("querySelectorAll", "input"), box.Call("querySelectorAll", ".values output")
	paths, dots := box.Call("querySelectorAll", ".curves svg path"), box.Call("querySelectorAll", ".curves circle")
	box.Set("oninput", js.FuncOf(func(js.Value, []js.Value) any {
		at := make([]float64, len(s.Sliders))
		for i := range at {
			at[i], _ = strconv.ParseFloat(rails.Index(i).Get("value").String(), 64)
			rails.Index(i).Get("nextElementSibling").Set("textContent", lesson.Figure(at[i]))
		}
		for i, text := range s.Numbers(at) {
			values.Index(i).Set("textContent", text)
		}
		for i, c := range s.Curves(at) {
			paths.Index(i).Call("setAttribute", "d", c.Path)
			dots.Index(i).Call("setAttribute", "cx", c.X)
			dots.Index(i).Call("setAttribute", "cy", c.Y)
		}
		return nil
	}))
}
