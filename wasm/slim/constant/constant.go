// Package constant has the constants of compiled shaders: booleans, integers of 64 bits and floating point numbers of 64 bits, where go/constant
// has any precision, and with it math/big.
package constant

import (
	"go/token"
	"math"
	"strconv"
)

// Kind is the kind of a Value.
type Kind int

// The kinds, in the order of go/constant's.
const (
	Unknown Kind = iota
	Bool
	String
	Int
	Float
	Complex
)

// Value is a constant: a boolean, an integer or a floating point number.
type Value interface {
	Kind() Kind
	String() string
	ExactString() string
}

type (
	unknown struct{}
	boolean bool
	integer int64
	float   float64
)

func (unknown) Kind() Kind { return Unknown }
func (boolean) Kind() Kind { return Bool }
func (integer) Kind() Kind { return Int }
func (float) Kind() Kind   { return Float }

func (unknown) String() string   { return "unknown" }
func (v boolean) String() string { return strconv.FormatBool(bool(v)) }
func (v integer) String() string { return strconv.FormatInt(int64(v), 10) }
func (v float) String() string   { return strconv.FormatFloat(float64(v), 'g', 6, 64) }

func (v unknown) ExactString() string { return v.String() }
func (v boolean) ExactString() string { return v.String() }
func (v integer) ExactString() string { return v.String() }
func (v float) ExactString() string   { return strconv.FormatFloat(float64(v), 'g', -1, 64) }

// MakeUnknown is what is no constant.
func MakeUnknown() Value { return unknown{} }

// MakeBool is a boolean.
func MakeBool(b bool) Value { return boolean(b) }

// MakeInt64 is an integer.
func MakeInt64(x int64) Value { return integer(x) }

// MakeFloat64 is a floating point number; of what is not finite, and there is none, Unknown.
func MakeFloat64(x float64) Value {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return unknown{}
	}
	return float(x)
}

// BoolVal is a boolean's value, and false of what is none.
func BoolVal(x Value) bool { b, _ := x.(boolean); return bool(b) }

// Int64Val is an integer's value, and whether it is one.
func Int64Val(x Value) (int64, bool) { v, ok := x.(integer); return int64(v), ok }

// Float64Val is a number's value, and whether it is exact.
func Float64Val(x Value) (float64, bool) {
	switch v := x.(type) {
	case integer:
		return float64(v), int64(float64(v)) == int64(v)
	case float:
		return float64(v), true
	}
	return 0, false
}

// ToInt is an integer of a number's value, and Unknown where there is none.
func ToInt(x Value) Value {
	switch v := x.(type) {
	case integer:
		return v
	case float:
		if math.Trunc(float64(v)) == float64(v) && math.Abs(float64(v)) < 1<<63 {
			return integer(v)
		}
	}
	return unknown{}
}

// ToFloat is a floating point number of a number's value, and Unknown of what is none.
func ToFloat(x Value) Value {
	switch v := x.(type) {
	case integer:
		return float(v)
	case float:
		return v
	}
	return unknown{}
}

// UnaryOp is -y: the only operator of which a compiled shader's constants have a use, in loops.
func UnaryOp(op token.Token, y Value, _ uint) Value {
	switch v := y.(type) {
	case integer:
		if op == token.SUB && v != math.MinInt64 {
			return -v
		}
	case float:
		if op == token.SUB {
			return 0 - v // there is no negative zero
		}
	}
	return unknown{}
}
