package table

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// layouts are how tables write days and times, as package time has them.
var layouts = []struct {
	layout     string
	monthFirst bool
}{
	{"2006-01-02", false}, {"2006/1/2", true}, {"2.1.2006", false}, {"02-01-2006", true}, {"2/1/2006", false}, {"01/02/2006", true},
	{"2006-01-02T15:04", false}, {"2006-01-02 15:04:05", false}, {"2006-01-02T15:04:05.999999999Z07:00", false}, {"2006-01-02T15:04:05.000-0700", false},
	{"2006-01-02 15:04:05,000-07", false}, {"1/2/2006 15:04", true},
}

// Days are those that Go's own calendar counts, whatever the moment, the zone and the way of writing.
func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", 900*rapid.IntRange(-48, 56).Draw(t, "quarters of an hour"))
		from, to := time.Date(1000, 1, 2, 0, 0, 0, 0, time.UTC).Unix(), time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC).Unix()
		at := time.Unix(rapid.Int64Range(from, to).Draw(t, "second"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanosecond")).In(zone)
		l := rapid.SampledFrom(layouts).Draw(t, "layout")
		text := at.Format(l.layout)
		read, err := time.Parse(l.layout, text) // what is left of the moment in writing
		if err != nil {
			t.Skip("a zone of half an hour, written in hours")
		}
		got, ok := order{l.monthFirst}.days(text)
		want := float64(read.Unix())/86400 + float64(read.Nanosecond())/86400e9
		if !ok || math.Abs(got-want) > 1e-9 {
			t.Fatalf("%q is %v, %v, want %v", text, got, ok, want)
		}
	})
}

// What is nearly a day or a time is none.
func TestDaysThatThereAreNot(t *testing.T) {
	for _, s := range []string{
		"2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "0999-01-01", "2024-1", "2024-01/02", "2024-01-02x", "1.2.24",
		"24:01", "24:00:01", "12:60", "12:3", "12:30:61", "12:30:", "12:30:00.", "2024-01-02T", "2024-01-02T12:30+", "2024-01-02T12:30+2", "2024-01-02T12:30+02:5",
		"2024-01-02T12:30+24:00", "2024-01-02T12:30+02:60", "2024-01-02T12:30ZZ",
	} {
		if v, ok := (order{}).days(s); ok {
			t.Errorf("%q is day %v", s, v)
		}
	}
	for s, want := range map[string]float64{"2024-02-29": 19782, "2000-02-29": 11016, "24:00": 1, "12:30:60": 45060. / 86400, "2024-01-02T12:30+02": 19724 + 37800./86400} {
		if v, ok := (order{}).days(s); !ok || math.Abs(v-want) > 1e-12 {
			t.Errorf("%q is %v, %v, want %v", s, v, ok, want)
		}
	}
}
