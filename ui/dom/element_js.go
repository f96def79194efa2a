//go:build js && wasm

package dom

import (
	"strings"
	"syscall/js"
)

// element is an HTML element that remembers what it was told, so that saying the same again costs nothing.
type element struct {
	js.Value
	text  string
	attrs map[string]string
	props map[string]any
}

// attr is an attribute and its value.
type attr struct{ name, value string }

// make creates an element inside another.
func (ui *UI) make(parent *element, tag string, attrs ...attr) *element {
	return ui.makeText(parent, tag, "", attrs...)
}

// makeText creates an element with text inside another.
func (ui *UI) makeText(parent *element, tag, text string, attrs ...attr) *element {
	into := js.Null()
	if parent != nil {
		into = parent.Value
	}
	var told strings.Builder
	for _, a := range attrs {
		told.WriteString(a.name + end + a.value + end)
	}
	return &element{Value: ui.window.Call("makeElement", into, tag, text, told.String()), text: text} // assets/build.js
}

// end ends a name and a value of an attribute on their way to assets/build.js; none has it in it.
const end = "\x1f"

// find is the page's element with an id. A page without it gets one that is nowhere, so that a page may leave parts out.
func (ui *UI) find(id string) *element {
	v := ui.document.Call("getElementById", id)
	if v.IsNull() {
		return ui.make(nil, "div")
	}
	return &element{Value: v}
}

// write sets the element's text.
func (e *element) write(text string) {
	if e.text != text {
		e.text = text
		e.Value.Set("textContent", text)
	}
}

// set gives an attribute a value.
func (e *element) set(name, value string) {
	if was, ok := e.attrs[name]; ok && was == value {
		return
	}
	if e.attrs == nil {
		e.attrs = map[string]string{}
	}
	e.attrs[name] = value
	e.Call("setAttribute", name, value)
}

// unset takes an attribute away.
func (e *element) unset(name string) {
	delete(e.attrs, name)
	e.Call("removeAttribute", name)
}

// put sets a property that only the page's code changes: hidden, disabled, open.
func (e *element) put(name string, value any) {
	if was, ok := e.props[name]; ok && was == value {
		return
	}
	if e.props == nil {
		e.props = map[string]any{}
	}
	e.props[name] = value
	e.Value.Set(name, value)
}

// hide shows the element or not.
func (e *element) hide(hidden bool) { e.put("hidden", hidden) }

// style sets a property of the element's own style.
func (e *element) style(name, value string) {
	key := "style " + name
	if was, ok := e.props[key]; ok && was == value {
		return
	}
	if e.props == nil {
		e.props = map[string]any{}
	}
	e.props[key] = value
	e.Get("style").Call("setProperty", name, value)
}

// value is what the reader has put into a control.
func (e *element) value() string { return e.Get("value").String() }

// hold puts a value into a control that the reader changes too.
func (e *element) hold(value string) {
	if e.value() != value {
		e.Value.Set("value", value)
	}
}

// on listens for an event for as long as the page lives.
func (e *element) on(event string, f func(event js.Value)) {
	e.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0])
		return nil
	}))
}

// click listens for presses.
func (e *element) click(f func()) { e.on("click", func(js.Value) { f() }) }
