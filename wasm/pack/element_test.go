//go:build !js

package main

import (
	"slices"
	"testing"
)

func TestElements(t *testing.T) {
	const page = `<!doctype html><p id="a">One<br>two<b>three</b></p><!-- <p> --><div><div class='x'>in</div>out</div><script>"</p><i>"</script><p>no end`
	var got []string
	for _, e := range elements(page) {
		got = append(got, page[e.from:e.to])
	}
	want := []string{`<p id="a">One<br>two<b>three</b></p>`, `<br>`, `<b>three</b>`, `<div><div class='x'>in</div>out</div>`, `<div class='x'>in</div>`,
		`<script>"</p><i>"</script>`, `<p>`}
	if !slices.Equal(got, want) {
		t.Errorf("elements %q,\nwant %q", got, want)
	}
}

func TestReplace(t *testing.T) {
	const page = "<head>\n<link rel=a>\n<link rel=b>\n</head><p>x<b>y</b></p>\nz"
	got := replace(page, func(e element) (string, bool) {
		switch {
		case e.is("link", "rel", "a"):
			return "", true
		case e.is("link", "rel", "b"):
			return "<style></style>", true
		case e.Data == "p":
			return "<q></q>", true
		case e.Data == "b":
			t.Error("what is in a replaced element is asked for")
		}
		return "", false
	})
	if want := "<head>\n<style></style>\n</head><q></q>\nz"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
