// Package constraint has what go/parser asks of the lines of a file that begin with //go:build, of which no shader has one: it fails.
package constraint

import "errors"

// Expr is a constraint; there is none.
type Expr interface{ String() string }

// Parse fails.
func Parse(string) (Expr, error) { return nil, errors.ErrUnsupported }

// GoVersion is that of no constraint.
func GoVersion(Expr) string { return "" }
