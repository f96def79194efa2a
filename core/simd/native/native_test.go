package native_test

import (
	"testing"

	"ganvas/core/kernel/kerneltest"
	"ganvas/core/simd/native"
)

func TestConformance(t *testing.T) { kerneltest.Conformance(t, native.New) }
