package query

import (
	"net/url"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var pair = rapid.Custom(func(t *rapid.T) Pair {
	// A key is not empty: "=v" and "" both stand for an empty key, and the latter is skipped.
	return Pair{Key: rapid.StringN(1, 8, -1).Draw(t, "key"), Value: rapid.String().Draw(t, "value")}
})

func TestFormatRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(pair).Draw(t, "pairs")
		got, err := Parse(Format(want...))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// The standard library's reader is the oracle for what we write.
func TestFormatIsReadByNetURL(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := pair.Draw(t, "pair")
		values, err := url.ParseQuery(Format(p))
		if err != nil || values.Get(p.Key) != p.Value {
			t.Fatalf("%q read as %q: %v", Format(p), values, err)
		}
	})
}

// And its writer for what we read.
func TestUnescapeReadsNetURL(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.String().Draw(t, "text")
		got, err := Unescape(url.QueryEscape(want))
		if err != nil || got != want {
			t.Fatalf("got %q (%v), want %q", got, err, want)
		}
	})
}

// Escapes are undone wherever they stand, digits of either case; and a text that starts as one is no plain text.
func TestUnescape(t *testing.T) {
	for text, want := range map[string]string{"+a": " a", "a+": "a ", "%2c%2C": ",,", "%4a%4A%aF": "JJ\xaf", "%": "", "%4": "", "%4g": "", "%/0": "", "%:0": "", "%@1": "", "%`1": "", "%G1": ""} {
		got, err := Unescape(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q (%v), want %q", text, got, err, want)
		}
	}
}

func TestEscapeKeepsSpecsLegible(t *testing.T) {
	const layers = "32,32:tanh"
	if got := Format(Pair{"g", layers}, Pair{"g.lr", "0.0005"}); got != "g=32,32:tanh&g.lr=0.0005" {
		t.Errorf("got %q", got)
	}
}

func TestParseSkipsAndDefaults(t *testing.T) {
	got, err := Parse("?&a&b=&&c=1=2&a=3")
	want := []Pair{{"a", ""}, {"b", ""}, {"c", "1=2"}, {"a", "3"}}
	if err != nil || !slices.Equal(got, want) {
		t.Fatalf("got %q (%v), want %q", got, err, want)
	}
	if v, ok := Get(got, "a"); v != "3" || !ok {
		t.Errorf("the last pair should win, got %q %v", v, ok)
	}
	if _, ok := Get(got, "d"); ok {
		t.Error("found a key that is not there")
	}
}

func TestParseRefusesBrokenEscapes(t *testing.T) {
	for _, text := range []string{"a=%", "a=%4", "a=%zz", "%g0=1"} {
		if _, err := Parse(text); err == nil {
			t.Errorf("%q was read without an error", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a=1&b=%41+c")
	f.Fuzz(func(t *testing.T, text string) {
		pairs, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(Format(pairs...))
		if err != nil {
			t.Fatal(err)
		}
		// An empty key with an empty value is written "=" and read back as such.
		if !slices.Equal(pairs, again) {
			t.Fatalf("%q became %q", pairs, again)
		}
	})
}
