package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes a table to a file.
func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

const german = "Messung von Hand\nNr;Größe;Gewicht;Art\n1;2,74;54,6;a\n2;2,77;NA;b\n3;2,07;48,1;a\n4;4,11;53,8;b\n5;4,04;52,2;a\n6;3,39;51,7;b\n"

func TestColumns(t *testing.T) {
	code, out, stderr := ganvas("columns", write(t, german))
	for _, want := range []string{"6 rows, 4 columns", "Nr       counter  1 to 6", "Größe    numbers  2.07 to 4.11  x", "Gewicht  numbers  48.1 to 54.6  y", "Art      words    2 different   class",
		"Nr counts the rows", "1 row left out: 1 without a value.", "5 points of Größe, Gewicht", "Messung von Hand"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("code %d, %q lacks %q: %s", code, out, want, stderr)
		}
	}
}

func TestColumnsPrintsPoints(t *testing.T) {
	code, out, stderr := ganvas("columns", "-points", "-x", "Gewicht", "-y", "1", "-class", "none", write(t, german))
	want := "# columns: x, y\n\"Gewicht\",\"Nr\"\n54.6,1\n48.1,3\n53.8,4\n52.2,5\n51.7,6\n"
	if code != 0 || out != want || !strings.Contains(stderr, "left out") {
		t.Errorf("code %d, %q, want %q; %s", code, out, want, stderr)
	}
	again, other, _ := ganvas("columns", "-points", write(t, out))
	if again != 0 || other != out {
		t.Errorf("read back: %q", other)
	}
}

// Training says what it read, and takes the columns that it is told.
func TestTrainTellsWhatItRead(t *testing.T) {
	file := write(t, german)
	args := []string{"train", "-spec", "g=8&d=8&batch=16", "-steps", "5", "-csv", file}
	code, _, stderr := ganvas(args...)
	if code != 0 || !strings.Contains(stderr, "5 points of Größe, Gewicht") || !strings.Contains(stderr, "1 row left out") {
		t.Errorf("code %d, %s", code, stderr)
	}
	code, _, stderr = ganvas(append(args, "-y", "Nr")...)
	if code != 0 || !strings.Contains(stderr, "6 points of Größe, Nr") {
		t.Errorf("code %d, %s", code, stderr)
	}
}

func TestColumnsRefuses(t *testing.T) {
	file := write(t, german)
	for _, c := range []struct{ args, want string }{
		{"columns", "one file"}, {"columns a b", "one file"}, {"columns -speed 3", "speed"}, {"columns " + file + ".none", "can be read"},
		{"columns -x Farbe " + file, "one of Nr, Größe"}, {"columns -decimal dot " + file, "point, comma"}, {"columns -header maybe " + file, "yes, no"},
		{"columns -points -x Art " + file, "a column of numbers"}, {"columns " + write(t, "\x89PNG\r\n\x1a\n"), "a PNG picture"},
	} {
		if code, _, stderr := ganvas(strings.Fields(c.args)...); code != 2 || !strings.Contains(stderr, c.want) {
			t.Errorf("%q: code %d, %q", c.args, code, stderr)
		}
	}
}
