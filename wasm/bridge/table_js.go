package bridge

import (
	"errors"
	"syscall/js"
)

// ReadTable has the table program read a file, by readTable of a window's scripts. It calls done with the points as data.CSV reads them and what
// is to be said of them, or with what is wrong, in words.
func ReadTable(window js.Value, file []byte, done func(text []byte, told string, err error)) {
	bytes := uint8Array.New(len(file))
	js.CopyBytesToJS(bytes, file)
	var answer js.Func
	answer = js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer.Release()
		if data := args[0]; data.Get("kind").String() == "table" {
			done(drain(nil, data.Get("text")), data.Get("told").String(), nil)
		} else {
			done(nil, "", errors.New(data.Get("text").String()))
		}
		return nil
	})
	window.Call("readTable", bytes.Get("buffer")).Call("then", answer)
}
