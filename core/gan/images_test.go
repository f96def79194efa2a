package gan

import (
	"testing"
	"time"

	"ganvas/core/probe"
)

func TestImagesTrain(t *testing.T) {
	r := open(t, "data=digits&rows=512&condition=projection&z=32&g=1568:relu,shape7x7x32,convt16k4s2p1,convt1k4s2p1&d=conv16k4s2p1:lrelu,conv32k4s2p1:lrelu&batch=32&g.norm=batch&loss=ns&r2=0&penalty.every=4")
	train(t, r, 8)
	at := time.Now()
	train(t, r, 40)
	t.Log(40/time.Since(at).Seconds(), "steps a second")
	s := shot(r)
	if err := probe.Check(s); err != nil {
		t.Error(err)
	}
	for _, a := range s.Arrays {
		t.Log(a.Name, a.Shape, a.Len())
	}
	t.Log(r.Fault(), r.Step(), s.Floats(probe.RealVerdict)[:10], s.Floats(probe.ImagesVerdict)[:10])
}
