package rival

import (
	"errors"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/run"
)

// What learns points of the plane refuses images, of the catalogue and people's own, and layers that are for images.
func TestRivalsRefuseImages(t *testing.T) {
	set := data.ImageSet(data.Digits8, 1, 20)
	for _, f := range Families(gan.Family)[1:] {
		for _, c := range []struct{ spec, field string }{{"data=digits", "data"}, {"data=csv", "data"}, {"net=conv8k3", "net"}, {"net=8192,8192", "net"}} {
			r, err := run.Open("family="+f.Key+"&"+c.spec, run.Options{Families: Families(gan.Family), Own: set.Bytes()})
			var e *experiment.FieldError
			if !errors.As(err, &e) || e.Field != c.field {
				t.Errorf("%s: %s: got %v, want an error of %s", f.Key, c.spec, err, c.field)
			}
			if err == nil {
				r.Close()
			}
		}
	}
}
