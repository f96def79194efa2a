// Package instance runs the modules that core/simd writes in the browser's own WebAssembly engine.
package instance

// simdProbe is the smallest module that only an engine with SIMD128 validates: a function that returns
// i8x16.popcnt(i8x16.splat(0)).
var simdProbe = []byte{
	0x00, 'a', 's', 'm', 1, 0, 0, 0,
	1, 5, 1, 0x60, 0, 1, 0x7b, // type 0: () -> v128
	3, 2, 1, 0, // function 0 has type 0
	10, 10, 1, 8, 0, 0x41, 0, 0xfd, 0x0f, 0xfd, 0x62, 0x0b, // i32.const 0; i8x16.splat; i8x16.popcnt
}
