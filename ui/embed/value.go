package embed

import (
	"ganvas/core/picture"
	"slices"
	"strconv"
	"strings"

	"ganvas/ui/app"
)

// none is what an empty list is called, so that an address can ask for it.
const none = "none"

func contains(all []string, s string) bool { return slices.Contains(all, s) }

// list reads keys with commas; each must be one of all, or good by more. What is named twice counts once.
func list(s string, all []string, more func(string) bool) (out []string, ok bool) {
	for _, key := range strings.Split(s, ",") {
		if !contains(all, key) && (more == nil || !more(key)) {
			return nil, false
		}
		if !contains(out, key) {
			out = append(out, key)
		}
	}
	return out, true
}

// set reads a Set: none, all, or keys of settings and of those given.
func set(s string, buttons []string) (Set, bool) {
	if s == none {
		return Set{}, true
	}
	out, ok := list(s, append([]string{Everything}, buttons...), isSetting)
	if contains(out, Everything) {
		return Set{Everything}, ok
	}
	return out, ok
}

func orNone(s Set) string { return orElse(strings.Join(s, ","), none) }

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// whole reads a whole number in decimal digits, without a sign.
func whole(s string, lo, hi int) (int, bool) {
	if s == "" || len(s) > 9 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && lo <= n && n <= hi
}

func height(h int) string {
	switch h {
	case Fit:
		return "fit"
	case Auto:
		return "auto"
	}
	return strconv.Itoa(h)
}

func setHeight(o *Options, s string) (ok bool) {
	switch s {
	case "fit":
		o.Height = Fit
		return true
	case "auto":
		o.Height = Auto
		return true
	}
	o.Height, ok = whole(s, MinHeight, MaxHeight)
	return ok
}

func speeds() []string {
	var out []string
	for _, rate := range app.Speeds {
		out = append(out, app.SpeedKey(rate))
	}
	return out
}

func layers() []string {
	var out []string
	for _, y := range picture.AllLayers {
		out = append(out, y.Key)
	}
	return out
}

func setLayers(o *Options, s string) bool {
	y, ok := readLayers(s)
	o.Layers = y
	return ok
}

func readLayers(s string) (shown picture.Layers, ok bool) {
	if s == none {
		return 0, true
	}
	picked, ok := list(s, layers(), nil)
	for _, y := range picture.AllLayers {
		shown = shown.With(y.Bit, shown.Has(y.Bit) || contains(picked, y.Key))
	}
	return shown, ok
}
