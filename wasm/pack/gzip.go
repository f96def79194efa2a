//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"path"
)

// compress adds to each file a compressed one beside it, where that is smaller; to a program always, for it is what pages load.
func compress(f files) error {
	for _, name := range f.names() {
		packed, err := gzipped(f[name])
		if err != nil {
			return err
		}
		if len(packed) < len(f[name]) || path.Ext(name) == ".wasm" {
			f[name+".gz"] = packed
		}
	}
	return nil
}

// gzipped compresses without a name or a time, so that the same bytes give the same bytes.
func gzipped(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// wire is how many bytes a first visit takes where the server compresses: all that the page refers to.
func wire(site files) int {
	n := 0
	for name := range kept(plain(site)) {
		if packed, ok := site[name+".gz"]; ok {
			n += len(packed)
		} else {
			n += len(site[name])
		}
	}
	return n
}

// plain are the files without their compressed twins.
func plain(site files) files {
	f := files{}
	for name, b := range site {
		if path.Ext(name) != ".gz" {
			f[name] = b
		}
	}
	return f
}
