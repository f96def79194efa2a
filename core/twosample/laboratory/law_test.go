package laboratory

import (
	"slices"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
	"ganvas/core/twosample"
)

// given is so many points, point i of which has i in its first column, and i+k/10 in column k.
func given(t *testing.T, points, columns int) data.Finite {
	t.Helper()
	r := data.Rows{Names: make([]string, columns)}
	for i := range points {
		for k := range columns {
			r.Values = append(r.Values, float64(i)+float64(k)/8)
		}
	}
	s, err := r.Source()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Given points of any number of columns are drawn whole, none twice while there are others, and all as often as one another or once less.
func TestGivenPointsAreDrawnWhole(t *testing.T) {
	for _, columns := range []int{1, 2, 3, 7} {
		for _, n := range []int{5, 12, 30} {
			c := Given(given(t, 12, columns))(random.New(1, "laboratory/test"), n)
			if c.Dim != columns || c.Len() != n {
				t.Fatalf("%d points of %d columns: %d of %d numbers", n, columns, c.Len(), c.Dim)
			}
			counts := make([]int, 12)
			for i := range n {
				row := c.At(i)
				counts[int(row[0])]++
				for k, v := range row {
					if v != row[0]+float64(k)/8 {
						t.Fatalf("%d columns: %v is no point of the set", columns, row)
					}
				}
			}
			if most, least := slices.Max(counts), slices.Min(counts); most > n/12+1 || least < n/12 {
				t.Errorf("%d points of 12 come %v times", n, counts)
			}
		}
	}
}

// Clouds of one dimension are tested, those of other numbers of columns are refused.
func TestLawsOfOtherDimensions(t *testing.T) {
	of := func(columns int) Law { return Given(given(t, 40, columns)) }
	line, _ := data.Find("normal1")
	for _, c := range []struct {
		a, b Law
		ok   bool
	}{{of(1), of(1), true}, {of(3), of(3), true}, {of(1), Drawn(line.Source), true}, {of(1), of(2), false}, {of(3), of(2), false}} {
		_, err := New(Question{A: c.a, B: c.b, Statistic: twosample.Energy, N: 12, Level: .05})
		if (err == nil) != c.ok {
			t.Errorf("got %v", err)
		}
	}
}
