// Package constant has the untyped constants of ebiten's shaders: booleans, integers of 64 bits and floating point numbers of 64 bits, where go/constant
// has any precision, and with it math/big. An integer that does not fit is Unknown, at which the shader's compiler stops.
package constant

import (
	"go/token"
	"math"
	"math/bits"
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

// MakeFromLiteral reads an integer or a floating point number as Go writes them; of others it is Unknown.
func MakeFromLiteral(literal string, kind token.Token, _ uint) Value {
	switch kind {
	case token.INT:
		if x, err := strconv.ParseInt(literal, 0, 64); err == nil {
			return integer(x)
		}
	case token.FLOAT:
		if x, err := strconv.ParseFloat(literal, 64); err == nil {
			return float(x)
		}
	}
	return unknown{}
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

// ToInt is an integer of a number's value, but for what rounding has made of it, and Unknown where there is none.
func ToInt(x Value) Value {
	switch v := x.(type) {
	case integer:
		return v
	case float:
		near := math.Round(float64(v))
		if math.Abs(near-float64(v)) <= rounding*math.Abs(near) && math.Abs(near) < 1<<63 {
			return integer(near)
		}
	}
	return unknown{}
}

// rounding is what a few operations make of a number.
const rounding = 1e-14

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

// UnaryOp is op y.
func UnaryOp(op token.Token, y Value, _ uint) Value {
	switch v := y.(type) {
	case boolean:
		if op == token.NOT {
			return !v
		}
	case integer:
		switch {
		case op == token.ADD:
			return v
		case op == token.XOR:
			return ^v
		case op == token.SUB && v != math.MinInt64:
			return -v
		}
	case float:
		switch op {
		case token.ADD:
			return v
		case token.SUB:
			return 0 - v // there is no negative zero
		}
	}
	return unknown{}
}

// BinaryOp is x op y. Of an integer and a floating point number it is that of two floating point numbers, as is a quotient, but for QUO_ASSIGN, by
// which go/constant means that of integers.
func BinaryOp(x Value, op token.Token, y Value) Value {
	switch a := x.(type) {
	case boolean:
		if b, ok := y.(boolean); ok {
			switch op {
			case token.LAND:
				return a && b
			case token.LOR:
				return a || b
			}
		}
		return unknown{}
	case integer:
		if b, ok := y.(integer); ok && op != token.QUO {
			return ofIntegers(int64(a), op, int64(b))
		}
	}
	a, whole := ToFloat(x).(float)
	b, too := ToFloat(y).(float)
	if !whole || !too {
		return unknown{}
	}
	switch op {
	case token.ADD:
		return MakeFloat64(float64(a + b))
	case token.SUB:
		return MakeFloat64(float64(a - b))
	case token.MUL:
		return MakeFloat64(float64(a * b))
	case token.QUO:
		return MakeFloat64(float64(a / b))
	}
	return unknown{}
}

func ofIntegers(a int64, op token.Token, b int64) Value {
	switch op {
	case token.ADD:
		if s := a + b; (s > a) == (b > 0) {
			return integer(s)
		}
	case token.SUB:
		if d := a - b; (d < a) == (b > 0) {
			return integer(d)
		}
	case token.MUL:
		if high, low := bits.Mul64(magnitude(a), magnitude(b)); high == 0 && low <= math.MaxInt64 {
			return integer(a * b)
		}
	case token.QUO_ASSIGN:
		if b != 0 && !(a == math.MinInt64 && b == -1) {
			return integer(a / b)
		}
	case token.REM:
		if b != 0 {
			return integer(a % b)
		}
	case token.AND:
		return integer(a & b)
	case token.OR:
		return integer(a | b)
	case token.XOR:
		return integer(a ^ b)
	case token.AND_NOT:
		return integer(a &^ b)
	}
	return unknown{}
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// Shift is x op s, where op is SHL or SHR.
func Shift(x Value, op token.Token, s uint) Value {
	a, ok := x.(integer)
	switch {
	case !ok:
	case op == token.SHR:
		return a >> s
	case op == token.SHL && (a == 0 || s < 63 && a<<s>>s == a):
		return a << s
	}
	return unknown{}
}

// Compare is whether x op y. Of what is no number, and of an op that compares nothing, it is false.
func Compare(x Value, op token.Token, y Value) bool {
	if a, ok := x.(boolean); ok {
		b, too := y.(boolean)
		return too && (op == token.EQL && a == b || op == token.NEQ && a != b)
	}
	if a, ok := x.(integer); ok {
		if b, ok := y.(integer); ok {
			return compare(a, op, b)
		}
	}
	a, ok := ToFloat(x).(float)
	b, too := ToFloat(y).(float)
	return ok && too && compare(a, op, b)
}

func compare[T integer | float](a T, op token.Token, b T) bool {
	switch op {
	case token.EQL:
		return a == b
	case token.NEQ:
		return a != b
	case token.LSS:
		return a < b
	case token.LEQ:
		return a <= b
	case token.GTR:
		return a > b
	case token.GEQ:
		return a >= b
	}
	return false
}
