//go:build !js

package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"path"
	"time"
)

// epoch is the time of every file in an archive: the first that a zip can hold.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// archive is a zip with files in one folder, in the order of their names: the same files give the same bytes.
func archive(folder string, f files) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, name := range f.names() {
		h := &zip.FileHeader{Name: path.Join(folder, name), Method: zip.Deflate, Modified: epoch}
		if path.Ext(name) == ".gz" {
			h.Method = zip.Store
		}
		h.SetMode(0o644)
		entry, err := w.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(f[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
