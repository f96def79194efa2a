// Package trained is the weights of the judge of digits, which make judge trains anew.
package trained

import _ "embed"

// Weights are what judge.Parse reads.
//
//go:embed judge.bin
var Weights []byte
