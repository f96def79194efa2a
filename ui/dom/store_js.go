//go:build js && wasm

package dom

import "syscall/js"

// store remembers texts by their names: in the browser, from visit to visit; where that keeps nothing for the page, by its settings or because the
// page stands in a sandbox, only until the page is left. All access to the browser's storage goes through here.
type store struct {
	local  js.Value // the browser's, or undefined where it may not be touched
	memory map[string]string
	onLoss func() // called once, when the first text cannot be kept for the next visit
}

// newStore asks the browser for its storage. Where that is forbidden even the question throws, and only a call into JavaScript survives that.
func newStore(window js.Value, onLoss func()) *store {
	s := &store{memory: map[string]string{}, onLoss: onLoss}
	try(func() { s.local = js.Global().Get("Reflect").Call("get", window, "localStorage") })
	return s
}

// get is a text, or empty where there is none.
func (s *store) get(name string) (text string) {
	if text, ok := s.memory[name]; ok {
		return text
	}
	try(func() {
		if v := s.local.Call("getItem", name); v.Type() == js.TypeString {
			text = v.String()
		}
	})
	return text
}

func (s *store) set(name, text string) {
	if try(func() { s.local.Call("setItem", name, text) }) {
		return
	}
	if len(s.memory) == 0 {
		s.onLoss()
	}
	s.memory[name] = text
}

// try reports whether f came to its end.
func try(f func()) (ok bool) {
	defer func() { ok = recover() == nil }()
	f()
	return true
}
