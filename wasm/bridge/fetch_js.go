package bridge

import (
	"errors"
	"syscall/js"
)

// FetchBytes fetches what few visits need, by loadBytes of a window's scripts; id names the element that says where it is. It calls done with the
// bytes, or with what is wrong, in words.
func FetchBytes(window js.Value, id string, done func(b []byte, err error)) {
	var kept, broken js.Func
	release := func() { kept.Release(); broken.Release() }
	kept = js.FuncOf(func(_ js.Value, args []js.Value) any {
		release()
		done(drain(nil, args[0]), nil)
		return nil
	})
	broken = js.FuncOf(func(_ js.Value, args []js.Value) any {
		release()
		done(nil, errors.New(args[0].Get("message").String()))
		return nil
	})
	window.Call("loadBytes", id).Call("then", kept, broken)
}
