// Package golden holds the pictures that package view must draw. Its tests need a display, which importing ebiten does too, so
// they hide behind the build tag "display":
//
//	xvfb-run -a go test -tags display ./ui/view/...
//
// With -update they write the pictures anew: look at them before committing them.
package golden
