package lesson

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Sliders are numbers that the reader sets, and what follows from them: a formula to play with. They are written as
//
//	slider: d from 0.01 to 0.99 at 0.5 -- the answer $d$
//	axes: d across, -3 to 0 up
//	curve: p*log(d) + q*log(1-d) -- the score at this place
//	number: p/(p+q) -- the best answer
//
// Curves are drawn over the slider that the axes name, and show their value where that slider stands.
type Sliders struct {
	Sliders   []Slider
	Across    string // the name of the slider that curves run over, or empty where there are none
	Low, High float64
	Values    []Value  // curves and numbers, in their order
	Text      []string // as it was written
}

// Slider is one number.
type Slider struct {
	Name          string
	Low, High, At float64
	Label         string // Markdown
}

// Value is what follows from the sliders.
type Value struct {
	Expression
	Label string // Markdown
	Curve bool   // drawn over Across
}

// ParseSliders reads what the lines of a block say.
func ParseSliders(lines []string) (s Sliders, err error) {
	for _, line := range lines {
		key, rest, _ := strings.Cut(line, ":")
		text, label, _ := strings.Cut(rest, " -- ")
		text, label = strings.TrimSpace(text), strings.TrimSpace(label)
		switch key {
		case "slider":
			err = s.slider(text, label)
		case "axes":
			err = s.axes(text)
		case "curve", "number":
			v := Value{Label: label, Curve: key == "curve"}
			v.Expression, err = ParseExpression(text)
			s.Values = append(s.Values, v)
		default:
			err = fmt.Errorf("%q is no line of slider, axes, curve or number", line)
		}
		if err == nil && label == "" && key != "axes" {
			err = fmt.Errorf("%q has no label after --", line)
		}
		if err != nil {
			return s, err
		}
	}
	s.Text = lines
	return s, s.whole()
}

// slider reads "d from 0.01 to 0.99 at 0.5".
func (s *Sliders) slider(text, label string) error {
	f := strings.Fields(text)
	if len(f) != 7 || f[1] != "from" || f[3] != "to" || f[5] != "at" {
		return fmt.Errorf("%q is not as in \"d from 0 to 1 at 0.5\"", text)
	}
	l := Slider{Name: f[0], Label: label}
	for i, at := range []*float64{&l.Low, &l.High, &l.At} {
		x, err := strconv.ParseFloat(f[2+2*i], 64)
		if err != nil {
			return err
		}
		*at = x
	}
	if !(l.Low < l.High) || l.At < l.Low || l.At > l.High {
		return fmt.Errorf("%q has no numbers in their order", text)
	}
	s.Sliders = append(s.Sliders, l)
	return nil
}

// axes reads "d across, -3 to 0 up".
func (s *Sliders) axes(text string) error {
	f := strings.Fields(text)
	if len(f) != 6 || f[1] != "across," || f[3] != "to" || f[5] != "up" {
		return fmt.Errorf("%q is not as in \"d across, 0 to 1 up\"", text)
	}
	var low, high error
	s.Across = f[0]
	s.Low, low = strconv.ParseFloat(f[2], 64)
	s.High, high = strconv.ParseFloat(f[4], 64)
	if low != nil || high != nil || !(s.Low < s.High) {
		return fmt.Errorf("%q has no numbers in their order", text)
	}
	return nil
}

// whole says what is missing.
func (s *Sliders) whole() error {
	known := map[string]bool{}
	for _, l := range s.Sliders {
		if known[l.Name] {
			return fmt.Errorf("two sliders are called %s", l.Name)
		}
		known[l.Name] = true
	}
	if s.Across != "" && !known[s.Across] {
		return fmt.Errorf("the axes name %s, which is no slider", s.Across)
	}
	for _, v := range s.Values {
		for _, name := range v.Names() {
			if !known[name] {
				return fmt.Errorf("%q has %s, which is no slider", v, name)
			}
		}
		if v.Curve && s.Across == "" {
			return fmt.Errorf("%q is a curve, and there are no axes", v)
		}
	}
	if len(s.Sliders) == 0 || len(s.Values) == 0 {
		return fmt.Errorf("at least one slider and one curve or number are wanted")
	}
	return nil
}

// Plain is the text without what its labels say, which the page has no use for.
func (s *Sliders) Plain() []string {
	var lines []string
	for _, line := range s.Text {
		text, _, labelled := strings.Cut(line, " -- ")
		if labelled {
			text += " -- ."
		}
		lines = append(lines, text)
	}
	return lines
}

// First are the numbers that the sliders stand at before anybody moves them.
func (s *Sliders) First() []float64 {
	var at []float64
	for _, l := range s.Sliders {
		at = append(at, l.At)
	}
	return at
}

// of looks names up with the sliders at these numbers.
func (s *Sliders) of(at []float64) Lookup {
	return func(name string) float64 {
		for i, l := range s.Sliders {
			if l.Name == name {
				return at[i]
			}
		}
		return math.NaN()
	}
}

// Numbers are the values as text, with the sliders at these numbers.
func (s *Sliders) Numbers(at []float64) []string {
	var texts []string
	for _, v := range s.Values {
		texts = append(texts, Figure(v.Value(s.of(at))))
	}
	return texts
}

// Figure is a number of four digits.
func Figure(x float64) string {
	if math.Abs(x) < 1e-9 {
		x = 0
	}
	return strings.Replace(strconv.FormatFloat(x, 'g', 4, 64), "-", "−", 1)
}
