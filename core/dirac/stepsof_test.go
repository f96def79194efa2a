package dirac

import (
	"testing"

	"ganvas/core/experiment"
)

// Steps are known of plain and of optimistic descent, and of nothing else; a schedule, lazy penalties or two looks ahead change them.
func TestStepsOf(t *testing.T) {
	const optimistic = "g.opt=optimistic&d.opt=optimistic"
	for fields, want := range map[string]struct{ known, optimistic bool }{
		"":                                       {true, false},
		"order=simultaneous":                     {true, false},
		"order=extragradient":                    {true, false},
		"r1=0.3&penalty.decay=1":                 {true, false},
		optimistic:                               {true, true},
		optimistic + "&order=simultaneous":       {true, true},
		optimistic + "&order=extragradient":      {false, false},
		"g.opt=optimistic":                       {false, false},
		"d.opt=optimistic":                       {false, false},
		"g.opt=adam":                             {false, false},
		"d.opt=momentum":                         {false, false},
		"g.schedule=linear":                      {false, false},
		"d.schedule=linear":                      {false, false},
		"r1=0.3&penalty.decay=0.5":               {false, false},
		"r1=0.3&penalty.decay=1&penalty.every=2": {false, false},
		"instance.noise=0.5&instance.decay=0.5":  {false, false},
		"instance.noise=0.5&instance.decay=0":    {true, false},
		"unroll=2":                               {true, false},
		"unroll=2&clip=1":                        {false, false},
		"unroll=2&d.opt=adam":                    {false, false},
		"path=1":                                 {false, false},
	} {
		s, err := experiment.Parse("data=dirac")
		if err == nil {
			s, err = s.With(fields)
		}
		if err != nil {
			t.Fatalf("%q: %v", fields, err)
		}
		x, ok := StepsOf(s)
		if ok != want.known || ok && x.Optimistic != want.optimistic {
			t.Errorf("%q: known %v, optimistic %v", fields, ok, x.Optimistic)
		}
	}
}
