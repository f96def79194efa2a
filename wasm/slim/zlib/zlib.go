// Package zlib has what the PNGs of ebiten's image dump ask for, which the page never makes: it fails.
package zlib

import (
	"errors"
	"io"
)

// The levels, as in compress/zlib.
const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
)

// Writer writes nothing.
type Writer struct{}

// NewWriterLevel fails.
func NewWriterLevel(io.Writer, int) (*Writer, error) { return nil, errors.ErrUnsupported }

// Reset does nothing.
func (*Writer) Reset(io.Writer) {}

// Write fails.
func (*Writer) Write([]byte) (int, error) { return 0, errors.ErrUnsupported }

// Close fails.
func (*Writer) Close() error { return errors.ErrUnsupported }

// NewReader fails.
func NewReader(io.Reader) (io.ReadCloser, error) { return nil, errors.ErrUnsupported }
