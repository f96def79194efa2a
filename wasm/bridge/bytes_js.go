package bridge

import "syscall/js"

var uint8Array = js.Global().Get("Uint8Array")

// object is a plain JavaScript object.
func object(fields map[string]any) js.Value { return js.ValueOf(fields) }

// post sends a message through a port, a Worker or a worker's own scope, and transfers its buffer, if it has one.
func post(port, message js.Value) {
	if buffer := message.Get("buffer"); buffer.Truthy() {
		port.Call("postMessage", message, js.ValueOf([]any{buffer}))
		return
	}
	port.Call("postMessage", message)
}

// fill puts bytes into an ArrayBuffer: the given one where it is one and large enough, else a new one with room to grow.
func fill(buffer js.Value, b []byte) js.Value {
	if !buffer.Truthy() || buffer.Get("byteLength").Int() < len(b) {
		buffer = js.Global().Get("ArrayBuffer").New(len(b) + len(b)/4)
	}
	js.CopyBytesToJS(uint8Array.New(buffer), b)
	return buffer
}

// drain copies an ArrayBuffer into dst, which it lengthens as needed, and returns that.
func drain(dst []byte, buffer js.Value) []byte {
	n := buffer.Get("byteLength").Int()
	if cap(dst) < n {
		dst = make([]byte, n)
	}
	dst = dst[:n]
	js.CopyBytesToGo(dst, uint8Array.New(buffer))
	return dst
}

// listen hands a port's messages to f: first those that lie in the inbox of a scope, then those that come.
func listen(port, scope js.Value, f func(data js.Value)) {
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0].Get("data"))
		return nil
	}))
	inbox := scope.Get("inbox")
	for inbox.Truthy() && inbox.Length() > 0 {
		f(inbox.Call("shift").Get("data"))
	}
}
