package stepping

import (
	"errors"
	"math"
)

// Encode is the step as an array, for the way from the worker to the page. Lengths and places are whole numbers below 2^24, which a float32 holds.
func (s Step) Encode() []float32 {
	c := &codec{}
	s.visit(c)
	return c.at
}

var errStep = errors.New("stepping: the array is no step")

// Decode is the step that an array holds.
func Decode(values []float32) (s Step, err error) {
	c := &codec{at: values, reads: true}
	s.visit(c)
	if c.bad || len(c.at) > 0 {
		return Step{}, errStep
	}
	for _, m := range s.Moves {
		if !m.fits() {
			return Step{}, errStep
		}
	}
	return s, nil
}

// visit goes through all that a step holds, in order: one walk for both ways.
func (s *Step) visit(c *codec) { list(c, &s.Moves, (*Move).visit) }

func (m *Move) visit(c *codec) {
	c.whole(&m.Player)
	c.numbers(&m.Loss, &m.Total, &m.Gradient)
	m.Change.visit(c)
	c.whole(&m.Batch)
	c.whole(&m.Size)
	c.truth(&m.Plain)
	for _, a := range []*[]float32{&m.Noise, &m.Real, &m.Made, &m.Class, &m.Slope, &m.Push, &m.Rise, &m.MadeAfter} {
		c.array(a)
	}
	for i := range m.Judged {
		m.Judged[i].visit(c)
		m.JudgedAfter[i].visit(c)
	}
	list(c, &m.Parts, (*Part).visit)
	layer := func(a *[]float32, c *codec) { c.array(a) }
	list(c, &m.UnitsG, layer)
	list(c, &m.UnitsD[Real], layer)
	list(c, &m.UnitsD[Made], layer)
}

func (j *Judged) visit(c *codec) {
	c.array(&j.Logits)
	c.array(&j.Says)
	c.array(&j.Slopes)
}

func (p *Part) visit(c *codec) {
	c.text(&p.Key)
	c.numbers(&p.Weight, &p.Value)
	c.array(&p.Slopes)
}

func (x *Change) visit(c *codec) {
	c.numbers(&x.Length, &x.Before, &x.Gradient, &x.After, &x.Rate)
	c.whole(&x.Weights)
	c.text(&x.Path)
	list(c, &x.Place, func(n *int, c *codec) { c.whole(n) })
	c.array(&x.Hypers)
	c.number(&x.Clip)
	list(c, &x.Remembered, func(r *Remembered, c *codec) {
		c.text(&r.Kind)
		c.number(&r.Value)
	})
}

// fits reports whether a move's arrays have rows alike, so that those who read them need not ask.
func (m Move) fits() bool {
	if m.Player != D && m.Player != G || m.Size < 0 {
		return false
	}
	rows := m.Rows()
	if rows == 0 {
		return true // told by its figures
	}
	packs := len(m.Judged[Made].Says)
	if len(m.Made) != rows*m.Size || packs == 0 || rows%packs != 0 || len(m.Judged[Made].Logits)%packs != 0 {
		return false
	}
	each := func(rows int, arrays ...[]float32) bool {
		for _, a := range arrays {
			if len(a)%rows != 0 {
				return false
			}
		}
		return true
	}
	logits := len(m.Judged[Made].Logits)
	for _, j := range append(m.Judged[:], m.JudgedAfter[:]...) {
		if len(j.Says) != 0 && len(j.Says) != packs || len(j.Logits) != 0 && len(j.Logits) != logits || len(j.Slopes) != 0 && len(j.Slopes) != logits {
			return false
		}
	}
	for _, p := range m.Parts {
		if !each(packs, p.Slopes) {
			return false
		}
	}
	for _, a := range [][]float32{m.Real, m.MadeAfter, m.Slope, m.Push, m.Rise} {
		if len(a) != 0 && len(a) != rows*m.Size {
			return false
		}
	}
	return each(rows, m.Noise, m.Class) && each(rows, m.UnitsG...) && each(rows, m.UnitsD[Real]...) && each(rows, m.UnitsD[Made]...)
}

// codec writes to the end of an array, or reads from its start.
type codec struct {
	at    []float32
	reads bool
	bad   bool
}

func (c *codec) number(x *float32) {
	switch {
	case !c.reads:
		c.at = append(c.at, *x)
	case len(c.at) == 0:
		c.bad = true
	default:
		*x, c.at = c.at[0], c.at[1:]
	}
}

func (c *codec) numbers(xs ...*float32) {
	for _, x := range xs {
		c.number(x)
	}
}

func (c *codec) whole(n *int) {
	x := float32(*n)
	c.number(&x)
	if v := float64(x); c.reads {
		if !(v >= 0 && v < 1<<24) || v != math.Trunc(v) {
			c.bad = true
			return
		}
		*n = int(x)
	}
}

func (c *codec) truth(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.whole(&n)
	*b = n == 1
}

// length is of what follows, each of which takes a number at least.
func (c *codec) length(n int) int {
	c.whole(&n)
	if c.reads && (c.bad || n > len(c.at)) {
		c.bad = true
		return 0
	}
	return n
}

func (c *codec) array(a *[]float32) {
	n := c.length(len(*a))
	switch {
	case !c.reads:
		c.at = append(c.at, *a...)
	case n > 0:
		*a, c.at = c.at[:n:n], c.at[n:]
	}
}

func (c *codec) text(s *string) {
	b := []byte(*s)
	list(c, &b, func(x *byte, c *codec) {
		n := int(*x)
		c.whole(&n)
		*x = byte(n)
	})
	*s = string(b)
}

// list goes through a slice whose elements are visited one by one.
func list[T any](c *codec, s *[]T, visit func(*T, *codec)) {
	n := c.length(len(*s))
	if c.reads && n > 0 {
		*s = make([]T, n)
	}
	for i := range *s {
		if c.bad {
			return
		}
		visit(&(*s)[i], c)
	}
}
