//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path"
	"path/filepath"
	"sync"

	"ganvas/wasm/pack/deflate"
)

// compress adds to each file a compressed one beside it, where that is smaller; to a program always, for it is what pages load.
func (k *keeper) compress(f files) error {
	names := f.names()
	packed, faults := make([][]byte, len(names)), make([]error, len(names))
	var all sync.WaitGroup
	for i, name := range names {
		all.Go(func() { packed[i], faults[i] = k.gzip(f[name]) })
	}
	all.Wait()
	for i, name := range names {
		if faults[i] != nil {
			return faults[i]
		}
		if len(packed[i]) < len(f[name]) || path.Ext(name) == ".wasm" {
			f[name+".gz"] = packed[i]
		}
	}
	return nil
}

// keeper compresses, and keeps what took long in a folder, so that only what has changed takes as long again.
type keeper struct {
	folder string
}

// long is from how many bytes on what is compressed is kept.
const long = 1 << 20

// gzip compresses, or finds what it has kept of the same bytes.
func (k *keeper) gzip(b []byte) ([]byte, error) {
	if len(b) < long {
		return deflate.Gzip(b), nil
	}
	sum := sha256.Sum256(b)
	kept := filepath.Join(k.folder, hex.EncodeToString(sum[:])+deflate.Version+".gz")
	if packed, err := os.ReadFile(kept); err == nil {
		return packed, nil
	}
	packed := deflate.Gzip(b)
	if err := os.MkdirAll(k.folder, 0o755); err != nil {
		return nil, err
	}
	// Under another name first: another build may be at it.
	part, err := os.CreateTemp(k.folder, "part-*")
	if err != nil {
		return nil, err
	}
	defer os.Remove(part.Name())
	if _, err := part.Write(packed); err != nil {
		return nil, err
	}
	if err := part.Close(); err != nil {
		return nil, err
	}
	return packed, os.Rename(part.Name(), kept)
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
