//go:build js && wasm

package dom

import (
	"strconv"
	"strings"
	"syscall/js"

	"ganvas/ui/app"
)

// sheets opens and closes what can be open beside the picture, and takes the keyboard there and back.
type sheets struct {
	ui   *UI
	all  []*sheet
	open app.Sheet
}

// sheet is one of them.
type sheet struct {
	box    *element
	shows  func(app.Sheet) bool
	opener *element // the button that opened it last
	first  *element // what takes the keyboard, or nil for the sheet itself
	leaves bool     // a press elsewhere closes it
}

// addSheet makes an element a sheet, with a button that closes it.
func (ui *UI) addSheet(box *element, key app.Sheet, leaves bool) *sheet {
	s := &sheet{box: box, leaves: leaves, shows: func(open app.Sheet) bool { return open == key }}
	box.set("tabindex", "-1")
	shut := ui.makeText(nil, "button", "×", attr{"type", "button"}, attr{"class", "shut"}, attr{"aria-label", "Close"})
	shut.click(func() { ui.send(app.SheetClosed{}) })
	box.Call("prepend", shut.Value)
	ui.sheets.all = append(ui.sheets.all, s)
	return s
}

// opensSheet makes a button open a sheet, and say so.
func (ui *UI) opensSheet(button *element, key app.Sheet) {
	button.set("aria-haspopup", "dialog")
	button.set("data-opens", string(key))
	button.click(func() { ui.send(app.SheetToggled{Sheet: key}) })
}

func newSheets(ui *UI) *sheets {
	ui.document.Call("addEventListener", "pointerdown", js.FuncOf(func(_ js.Value, args []js.Value) any {
		to := args[0].Get("target")
		for _, s := range ui.sheets.all {
			if s.leaves && s.shows(ui.shown.Sheet) && !s.box.Call("contains", to).Truthy() && to.Call("closest", "[data-opens]").IsNull() {
				ui.send(app.SheetClosed{})
				return nil
			}
		}
		return nil
	}))
	return ui.sheets
}

func (ss *sheets) render(m app.Model) {
	if m.Sheet == ss.open {
		return
	}
	ss.open = m.Sheet
	ss.tellOpeners()
	for _, s := range ss.all {
		if on := s.shows(m.Sheet); on {
			s.enter(ss.ui)
		} else {
			s.leave(ss.ui, m.Sheet)
		}
	}
}

// tellOpeners has each button that opens a sheet say whether it is open.
func (ss *sheets) tellOpeners() {
	all := ss.ui.document.Call("querySelectorAll", "[data-opens]")
	for i := range all.Length() {
		b := all.Index(i)
		b.Call("setAttribute", "aria-expanded", strconv.FormatBool(b.Get("dataset").Get("opens").String() == string(ss.open)))
	}
}

func (s *sheet) enter(ui *UI) {
	s.opener = &element{Value: ui.document.Get("activeElement")}
	s.box.hide(false)
	to := s.first
	if to == nil {
		to = s.box
	}
	to.Call("focus", map[string]any{"preventScroll": true})
}

// leave closes the sheet, and hands the keyboard back where it was in it.
func (s *sheet) leave(ui *UI, next app.Sheet) {
	active := ui.document.Get("activeElement")
	had := s.box.Call("contains", active).Truthy()
	if had {
		active.Call("blur") // a browser takes its time to notice that what has the keyboard is hidden
	}
	s.box.hide(true)
	if had && next == app.NoSheet && s.opener != nil && s.opener.Get("isConnected").Truthy() && !s.opener.IsNull() {
		s.opener.Call("focus", map[string]any{"preventScroll": true})
	}
}

// isEditor says whether a sheet is the editor of a phrase, and of which.
func isEditor(s app.Sheet) (phrase string, ok bool) {
	return strings.CutPrefix(string(s), string(app.EditorOf("")))
}
