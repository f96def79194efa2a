// Package shader stands in the page for the package of ebiten's that compiles shaders: which ones the page draws with is known, so they are
// compiled when it is built, and lie in it as text. Parser and compiler need not be downloaded, and the first picture does not wait for them.
//
// compile.go and prebuilt reach into ebiten, where only its own packages may: slim sets them into the copy that the page is built with.
package shader

import (
	"encoding/binary"
	"fmt"
	"go/constant"
	"math"
	"reflect"
)

// constantType is the one interface that a compiled shader has.
var constantType = reflect.TypeFor[constant.Value]()

// Encode is a value as bytes: its exported fields, in their order, of structs, slices, arrays, pointers, strings, numbers and constants of shaders.
func Encode(v any) []byte { return encode(nil, reflect.ValueOf(v)) }

func encode(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				b = encode(b, v.Field(i))
			}
		}
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			b = encode(b, v.Index(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		b = encode(append(b, 1), v.Elem())
	case reflect.String:
		b = append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
	case reflect.Int:
		b = binary.AppendVarint(b, v.Int())
	case reflect.Uint8:
		b = append(b, byte(v.Uint()))
	case reflect.Interface:
		if v.IsNil() {
			return append(b, none)
		}
		b = encodeConstant(b, v.Interface().(constant.Value))
	default:
		panic(fmt.Sprintf("shader: %s cannot be encoded", v.Type()))
	}
	return b
}

// The kinds of constants, as they are encoded.
const (
	none = iota
	no
	yes
	integer
	number
	unknown
)

func encodeConstant(b []byte, c constant.Value) []byte {
	switch c.Kind() {
	case constant.Bool:
		if constant.BoolVal(c) {
			return append(b, yes)
		}
		return append(b, no)
	case constant.Int:
		x, exact := constant.Int64Val(c)
		if !exact {
			break
		}
		return binary.AppendVarint(append(b, integer), x)
	case constant.Unknown:
		return append(b, unknown)
	case constant.Float:
		x, _ := constant.Float64Val(c)
		return binary.LittleEndian.AppendUint64(append(b, number), math.Float64bits(x))
	}
	panic(fmt.Sprintf("shader: the constant %s cannot be encoded", c))
}

// Decode sets what a pointer points to from what Encode has made of such a value, and returns the bytes after it.
func Decode(b []byte, into any) []byte {
	d := decoder{b}
	d.decode(reflect.ValueOf(into).Elem())
	return d.rest
}

type decoder struct{ rest []byte }

func (d *decoder) decode(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				d.decode(v.Field(i))
			}
		}
	case reflect.Slice:
		if n := d.length(); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			d.decode(v.Index(i))
		}
	case reflect.Pointer:
		if d.take(1)[0] == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			d.decode(v.Elem())
		}
	case reflect.String:
		v.SetString(string(d.take(d.length())))
	case reflect.Int:
		v.SetInt(d.int())
	case reflect.Uint8:
		v.SetUint(uint64(d.take(1)[0]))
	case reflect.Interface:
		if c := d.constant(); c != nil && v.Type() == constantType {
			v.Set(reflect.ValueOf(c))
		}
	}
}

func (d *decoder) take(n int) []byte {
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) length() int {
	n, size := binary.Uvarint(d.rest)
	d.take(size)
	return int(n)
}

func (d *decoder) int() int64 {
	x, size := binary.Varint(d.rest)
	d.take(size)
	return x
}

func (d *decoder) constant() constant.Value {
	switch d.take(1)[0] {
	case no:
		return constant.MakeBool(false)
	case yes:
		return constant.MakeBool(true)
	case unknown:
		return constant.MakeUnknown()
	case integer:
		return constant.MakeInt64(d.int())
	case number:
		return constant.MakeFloat64(math.Float64frombits(binary.LittleEndian.Uint64(d.take(8))))
	}
	return nil
}
