// Package zip has what ebiten's dump of its images asks for, which the page never makes: it fails.
package zip

import (
	"errors"
	"io"
)

// Writer writes nothing.
type Writer struct{}

// NewWriter returns a Writer.
func NewWriter(io.Writer) *Writer { return &Writer{} }

// Create fails.
func (*Writer) Create(string) (io.Writer, error) { return nil, errors.ErrUnsupported }

// Close fails.
func (*Writer) Close() error { return errors.ErrUnsupported }
