package dom

import (
	"strings"
	"testing"
)

func TestFilesOfImagesAreTold(t *testing.T) {
	for _, c := range []struct {
		names  string
		first  string
		images bool
	}{
		{"points.csv", "x,y\n1,2\n", false},
		{"ganvas-ring8.txt", "# Ganvas", false},
		{"train.csv", "label" + strings.Repeat(",0", 784) + "\n", true},
		{"table.csv", "1,2\n" + strings.Repeat(",0", 784), false},
		{"points.json", "[" + strings.Repeat("[1,2],", 784), false},
		{"old-mac.csv", strings.Repeat("1,2\r", 784), false},
		{"t10k-images-idx3-ubyte.gz", "\x1f\x8b", true},
		{"images", "\x00\x00\x08\x03\x00", true},
		{"data_batch_1.bin", "\x06", true},
		{"Cat.PNG", "\x89PNG", true},
		{"a b", "", true},
	} {
		if got := ofImages(strings.Fields(c.names), []byte(c.first)); got != c.images {
			t.Errorf("%s: images %v", c.names, got)
		}
	}
	if got := setName([]string{"a", "b", "c"}); got != "a and 2 more" {
		t.Errorf("they are called %q", got)
	}
}
