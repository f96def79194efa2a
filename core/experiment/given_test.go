package experiment

import "testing"

// Weights that are typed are rows of as many numbers; written, they are as short as they can be.
func TestGivenWeights(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "1.25,4": "1.25,4", " 1.250 , 4": "1.25,4", "1,0,0/0,1e0,-0": "1,0,0/0,1,0",
		"1": "no", "1,2/3": "no", "1,x": "no", "1,,2": "no", "1,2/": "no", "inf,1": "no", "/": "no",
	} {
		s := Default()
		err := Find("g.weights").Set(&s, text)
		if got := string(s.Given); err == nil && got != want || (err != nil) != (want == "no") {
			t.Errorf("%q gives %q, %v; want %q", text, got, err, want)
		}
	}
	for _, c := range []struct {
		text  string
		shape []int
		ok    bool
	}{
		{"g=&g.weights=1,0,0/0,1,0", []int{2}, true}, {"g=&g.weights=1,0,0", []int{2}, false}, {"g=&z=1&g.weights=1,0/2,0", []int{2}, true},
		{"g=&z=1&g.weights=1,0", []int{1}, true}, {"g=&g.bias=off&g.weights=1,0,0/0,1,0", []int{2}, false}, {"g=8&g.weights=1,0,0", []int{2}, true},
	} {
		s := Default()
		s.set(c.text)
		if err := s.Fit(c.shape, 0); (err == nil) != c.ok {
			t.Errorf("%s for %v: %v", c.text, c.shape, err)
		}
	}
}
