package experiment

import "testing"

// Penalties are lazy where there are some that take a slope, and only there.
func TestLazy(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "penalty.every=4": 4, "penalty.every=4&r1=0": 4, "penalty.every=4&r1=0&r2=0": 1, "r1=0&r2=0": 1,
		"penalty.every=4&r1=0&r2=0&path=1": 4, "penalty.every=3&r1=0&r2=0&gp=1": 3, "penalty.every=3&r1=0&r2=0&gp1=1": 3,
	} {
		s, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Lazy(); got != want {
			t.Errorf("%q: penalties every %d steps, want %d", text, got, want)
		}
	}
}

// Messages begin with the field: bare where it is plain, in quotes where it is not.
func TestErrorsQuoteStrangeFields(t *testing.T) {
	for field, want := range map[string]string{"g.lr": `g.lr: "x"`, "": `"": "x"`, "a b": `"a b": "x"`, "G": `"G": "x"`, "a\n": `"a\n": "x"`} {
		if got := (&FieldError{field, "x", "y"}).Error(); got != want+" is not allowed; give y" {
			t.Errorf("%q: %s", field, got)
		}
	}
}
