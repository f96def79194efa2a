package data

import (
	"errors"
	"fmt"
	"math"

	"ganvas/core/random"
)

// MaxPoints is the most points that a finite source holds; as float32 pairs they take 1.6 MB.
const MaxPoints = 200_000

// Largest is the largest coordinate of own points, in size: its square is far from overflow in float32.
const Largest = 1e15

// Finite is a Source of given points: rows of a table, or a drawing by hand. Samples are drawn from its points with replacement.
type Finite interface {
	Framed
	// Len is the number of points.
	Len() int
	// XY is the points in own units, and In the same in training's; the caller must not change them.
	XY() []float32
	In() []float32
	// Origin is what is to be added to own units to have the numbers as they were given: 0 but where these are far from zero, as latitudes
	// of one building are, and float32 would lose what makes them differ.
	Origin() [2]float64
	// Names is what the coordinates are called, each empty where it has no name.
	Names() [2]string
	// Outside is how many points lie so far from the others that Window and Frame leave them out of account.
	Outside() int
	// Whole is the window that holds all points, those outside too.
	Whole() Window
	// Split deals the points out: every hold-th goes to held, the rest to train.
	Split(hold int) (train, held Finite, err error)
}

// Rows are points as they are given, to make a Source of.
type Rows struct {
	XY      []float64 // x before y
	Names   [2]string // of the coordinates, for axes
	Labels  []int     // the class of each point, or nil
	Classes []string  // the classes' names
}

// Points is a Finite source.
type Points struct {
	xy, in  []float32
	labels  []float32 // or nil
	classes []string
	names   [2]string
	origin  [2]float64
	frame   Frame
	window  Window
	whole   Window
	outside int
}

// NewPoints returns the source of the points xy, x before y, which it copies; see Rows.Source.
func NewPoints(xy []float32, names [2]string) (*Points, error) {
	r := Rows{XY: make([]float64, len(xy)), Names: names}
	for i, v := range xy {
		r.XY[i] = float64(v)
	}
	return r.points()
}

// Source returns the source of the points, a Labelled one where they have classes. It refuses fewer than 2 or more than MaxPoints points, values that
// are not finite or larger than Largest, and points that are all the same.
func (r Rows) Source() (Finite, error) {
	p, err := r.points()
	if err != nil {
		return nil, err
	}
	return p.source(), nil
}

func (r Rows) points() (*Points, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	var axes [2]axis
	for k := range axes {
		axes[k] = newAxis(r.XY[k:])
	}
	for k := range axes {
		if axes[k].scale == 0 { // a flat cloud: the axis without extent takes the other's scale
			axes[k].flat(axes[1-k].scale)
		}
	}
	if axes[0].scale == 0 {
		return nil, errors.New("all points are the same; allowed are points of which two differ")
	}
	p := &Points{names: r.Names, classes: r.Classes}
	p.place(r.XY, axes)
	for _, l := range r.Labels {
		p.labels = append(p.labels, float32(l))
	}
	return p, nil
}

func (r Rows) check() error {
	n := len(r.XY) / 2
	if len(r.XY)%2 != 0 || n < 2 || n > MaxPoints {
		return fmt.Errorf("%d coordinates; allowed are 2 to %d points of two coordinates each", len(r.XY), MaxPoints)
	}
	for i, v := range r.XY {
		if !(math.Abs(v) <= Largest) {
			return fmt.Errorf("point %d has the coordinate %v; allowed are finite numbers up to %g in size", i/2+1, v, float64(Largest))
		}
	}
	if r.Labels == nil {
		return nil
	}
	if len(r.Labels) != n {
		return fmt.Errorf("%d classes of %d points; allowed is one for each", len(r.Labels), n)
	}
	for i, l := range r.Labels {
		if l < 0 || l >= len(r.Classes) {
			return fmt.Errorf("point %d has the class %d; allowed are 0 to %d", i+1, l, len(r.Classes)-1)
		}
	}
	return nil
}

// place sets the points, in both units, and what follows from them.
func (p *Points) place(xy []float64, axes [2]axis) {
	for k, a := range axes {
		p.origin[k] = a.origin()
		p.frame.Centre[k], p.frame.Scale[k] = float32(a.centre()-p.origin[k]), float32(a.scale)
	}
	p.xy, p.in = make([]float32, len(xy)), make([]float32, len(xy))
	for i, v := range xy {
		p.xy[i], p.in[i] = float32(v-p.origin[i%2]), axes[i%2].in(v)
	}
	var inside []float32
	for i := 0; i < len(xy); i += 2 {
		if axes[0].holds(xy[i]) && axes[1].holds(xy[i+1]) {
			inside = append(inside, p.in[i], p.in[i+1])
		}
	}
	p.outside = (len(xy) - len(inside)) / 2
	p.window, p.whole = p.frame.window(inside), p.frame.window(p.in)
}

// source is the points as what they are: Labelled where they have classes.
func (p *Points) source() Finite {
	if p.labels == nil {
		return p
	}
	return newLabelledPoints(p)
}

// Len implements Finite.
func (p *Points) Len() int { return len(p.xy) / 2 }

// XY implements Finite.
func (p *Points) XY() []float32 { return p.xy }

// In implements Finite: each coordinate is centred and scaled in float64, and then rounded.
func (p *Points) In() []float32 { return p.in }

// Origin implements Finite.
func (p *Points) Origin() [2]float64 { return p.origin }

// Names implements Finite.
func (p *Points) Names() [2]string { return p.names }

// Outside implements Finite.
func (p *Points) Outside() int { return p.outside }

// Window implements Windowed: the window around all points but those outside.
func (p *Points) Window() Window { return p.window }

// Whole implements Finite.
func (p *Points) Whole() Window { return p.whole }

// Sample implements Source.
func (p *Points) Sample(r *random.Source, dst []float32) {
	for i := 0; i+1 < len(dst); i += 2 {
		k := r.IntN(p.Len())
		dst[i], dst[i+1] = p.xy[2*k], p.xy[2*k+1]
	}
}

// Scale implements Source.
func (p *Points) Scale() float32 { return max(p.frame.Scale[0], p.frame.Scale[1]) }

// Frame implements Framed: zero mean and unit variance in each coordinate, of the points that are not outside.
func (p *Points) Frame() Frame { return p.frame }

// Split implements Finite; both parts keep the whole's frame. It is for measures of memorisation, which need points that training never saw. It refuses
// a split that leaves either side empty.
func (p *Points) Split(hold int) (train, held Finite, err error) {
	if hold < 2 || p.Len() < hold {
		return nil, nil, fmt.Errorf("holding out every %d-th of %d points; allowed is every 2nd to every %d-th", hold, p.Len(), p.Len())
	}
	parts := [2]*Points{p.empty(), p.empty()}
	for i := range p.Len() {
		to := parts[0]
		if i%hold == hold-1 {
			to = parts[1]
		}
		to.xy, to.in = append(to.xy, p.xy[2*i:2*i+2]...), append(to.in, p.in[2*i:2*i+2]...)
		if p.labels != nil {
			to.labels = append(to.labels, p.labels[i])
		}
	}
	return parts[0].source(), parts[1].source(), nil
}

// empty is p without its points.
func (p *Points) empty() *Points {
	e := *p
	e.xy, e.in, e.labels = nil, nil, nil
	return &e
}
