package gan

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"

	"ganvas/core/probe"
)

func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestTry(t *testing.T) {
	spec := os.Getenv("TRY")
	if spec == "" {
		t.Skip()
	}
	n, _ := strconv.Atoi(os.Getenv("N"))
	at := cpu()
	r := open(t, spec)
	t.Log("open", cpu()-at, "bytes", r.Bytes()>>20, "MB")
	at = cpu()
	train(t, r, n)
	t.Log(float64(n)/(cpu()-at).Seconds(), "steps a CPU second")
	s := shot(r)
	if err := probe.Check(s); err != nil {
		t.Error(err)
	}
	a := s.Array(probe.Images)
	img := image.NewGray(image.Rect(0, 0, 29*a.Dim(1), 29*a.Dim(0)))
	for i, v := range a.Bytes {
		x, y := i%28, i/28%28
		c := i / 784
		img.SetGray(c%a.Dim(1)*29+x, c/a.Dim(1)*29+y, color.Gray{v})
	}
	f, _ := os.Create("/tmp/wall.png")
	_ = png.Encode(f, img)
	f.Close()
	t.Log(r.Fault(), r.Step(), s.Trace.Column(probe.DReal), s.Floats(probe.ImagesVerdict)[:10])
}
