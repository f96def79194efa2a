//go:build js && wasm

package main

import (
	"fmt"
	"io"
	"strings"
	"syscall/js"

	"ganvas/core/imagefile"
	"ganvas/core/imageset"
)

// readImages reads a set from its files: parts of them, as they are needed, so that no file lies in memory whole. It posts how far it is.
func readImages(files js.Value) (map[string]any, error) {
	var list []imagefile.File
	for i := range files.Length() {
		f := files.Index(i)
		name := f.Get("name").String()
		if path := f.Get("webkitRelativePath"); path.Truthy() {
			name = path.String()
		}
		list = append(list, imagefile.File{Name: name, Size: int64(f.Get("size").Float()), Bytes: blob{f}})
	}
	r, err := imagefile.Read(list, imagefile.Options{Progress: func(done, total int64) {
		js.Global().Call("postMessage", map[string]any{"kind": "progress", "done": float64(done), "total": float64(total)})
	}})
	if err != nil {
		return nil, err
	}
	return map[string]any{"kind": "images", "set": bytesToJS(r.Set.Bytes()), "told": sayImages(r)}, nil
}

// blob is a file of the browser's, read piece by piece.
type blob struct{ js.Value }

// ReadAt implements io.ReaderAt.
func (b blob) ReadAt(dst []byte, at int64) (n int, err error) {
	defer func() {
		if e := recover(); e != nil { // the file was moved or changed after it was picked
			err = fmt.Errorf("the file can no longer be read: %v", e)
		}
	}()
	part := b.Call("slice", float64(at), float64(at+int64(len(dst))))
	buffer := js.Global().Get("FileReaderSync").New().Call("readAsArrayBuffer", part)
	if n = js.CopyBytesToGo(dst, js.Global().Get("Uint8Array").New(buffer)); n < len(dst) {
		err = io.EOF
	}
	return n, err
}

// sayImages is what was read of images, in words.
func sayImages(r *imagefile.Result) string {
	s := r.Set.Statistics()
	parts := []string{fmt.Sprintf("%d images of %s", s.Count, sayShape(s.Shape))}
	if len(s.Classes) > 0 {
		parts[0] += fmt.Sprintf(", in %d classes", len(s.Classes))
	}
	for _, n := range r.Notes {
		parts = append(parts, strings.TrimSuffix(n, "."))
	}
	return strings.Join(parts, ". ") + "."
}

// sayShape is a shape in words.
func sayShape(s imageset.Shape) string {
	colour := "grey"
	if s[2] == 3 {
		colour = "in colour"
	}
	return fmt.Sprintf("%d by %d pixels, %s", s[1], s[0], colour)
}
