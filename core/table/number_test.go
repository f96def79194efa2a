package table

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumerals(t *testing.T) {
	none := math.NaN()
	for _, c := range []struct {
		cell         string
		mark         mark
		point, comma float64 // the values by decimal mark; NaN for none
	}{
		{"12", noMark, 12, 12}, {"+12", noMark, 12, 12}, {"-12", noMark, -12, -12}, {"−12", noMark, -12, -12}, {"007", noMark, 7, 7},
		{"2.74", point, 2.74, none}, {"2,74", comma, none, 2.74}, {".5", point, .5, none}, {"5.", point, 5, none}, {",5", comma, none, .5},
		{"3.740", maybePoint, 3.74, 3740}, {"54,600", maybeComma, 54600, 54.6}, {"0.740", point, .74, none}, {"1234.567", point, 1234.567, none},
		{"1,234.5", point, 1234.5, none}, {"1.234,5", comma, none, 1234.5}, {"1,234,567", point, 1234567, none}, {"1.234.567", comma, none, 1234567},
		{"1 234,5", comma, none, 1234.5}, {"1\u00a0234\u00a0567", noMark, 1234567, 1234567}, {"1'234.5", point, 1234.5, none}, {"1’234", noMark, 1234, 1234},
		{"2.740E+00", point, 2.74, none}, {"5.46D+01", point, 54.6, none}, {"5,46d1", comma, none, 54.6}, {"1e5", noMark, 1e5, 1e5}, {"1e−5", noMark, 1e-5, 1e-5},
		{"2.74%", point, 2.74, none}, {"2,74 %", comma, none, 2.74}, {"$5", noMark, 5, 5}, {"-$5.5", point, -5.5, none}, {"€ 5,5", comma, none, 5.5},
		{"5 €", noMark, 5, 5}, {"5 EUR", noMark, 5, 5}, {"EUR 5", noMark, 5, 5}, {"20.5 °C", point, 20.5, none},
	} {
		n, ok := numeralOf(c.cell)
		if !ok || n.mark != c.mark {
			t.Errorf("%q: number %v, mark %v, want %v", c.cell, ok, n.mark, c.mark)
			continue
		}
		for decimal, want := range map[rune]float64{'.': c.point, ',': c.comma} {
			if got, ok := n.value(decimal); ok == math.IsNaN(want) || ok && got != want {
				t.Errorf("%q with %q: %v, %v; want %v", c.cell, decimal, got, ok, want)
			}
		}
	}
}

func TestNoNumerals(t *testing.T) {
	for _, cell := range []string{"", "x", "1_000", "0x1p4", "0x10", "nan", "inf", "Infinity", "1e", "1e+", "--1", "+-1", "1-", "1 2", "1,2,3", "1.2.3", "1,23,456",
		"1.234.56", "01.05.2024", "2024-01-05", "10:30", "5,", ".", ",", "-", "$", "%5", "5%%", "$5€", "5 m", "1 23", "12 34 567", "1e99999", "1'23", "0,123,456"} {
		if n, ok := numeralOf(cell); ok {
			t.Errorf("%q is read as a number: %+v", cell, n)
		}
	}
}

// A number that strconv writes is read as itself, with either decimal mark.
func TestNumbersRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.Float64().Draw(t, "number")
		if math.IsInf(want, 0) || math.IsNaN(want) {
			return
		}
		text := strconv.FormatFloat(want, rapid.SampledFrom([]byte("efg")).Draw(t, "format"), -1, 64)
		got, ok := number(text, '.')
		if !ok || got != want {
			t.Fatalf("%s is read as %v, %v", text, got, ok)
		}
		text = strings.Replace(text, ".", ",", 1)
		if got, ok := number(text, ','); !ok || got != want {
			t.Fatalf("%s is read as %v, %v", text, got, ok)
		}
	})
}

func FuzzNumeral(f *testing.F) {
	for _, s := range []string{"1,234.5", "−2.74 %", "€ 5,5", "5.46D+01", "1 234 567,8", "EUR EUR 5", "1'2'3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		n, ok := numeralOf(cell)
		if !ok {
			return
		}
		a, okA := n.value('.')
		b, okB := n.value(',')
		if !okA && !okB && n.exponent == "" && len(cell) < 300 {
			t.Fatalf("%q is a number by no decimal mark", cell)
		}
		if n.mark == noMark && (okA != okB || a != b) {
			t.Fatalf("%q without marks is %v or %v", cell, a, b)
		}
	})
}
