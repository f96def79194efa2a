package data

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"ganvas/core/random"
)

// The limits of given points.
const (
	MaxPoints = 200_000 // of one source
	MaxSize   = 64      // coordinates of a point
	Largest   = 1e15    // the largest coordinate, in size: its square is far from overflow in float32
)

// Finite is a Source of given points: rows of a table, or a drawing by hand. Samples are drawn from its points with replacement.
type Finite interface {
	Framed
	Shaped
	// Len is the number of points.
	Len() int
	// Own is the points in own units, and In the same in training's; the caller must not change them.
	Own() []float32
	In() []float32
	// Labels is the points' classes, or nil.
	Labels() []float32
	// Origin is what is to be added to own units to have the numbers as they were given: 0 but where these are far from zero, as latitudes
	// of one building are, and float32 would lose what makes them differ.
	Origin() []float64
	// Names is what the coordinates are called, each empty where it has no name.
	Names() []string
	// Outside is how many points lie so far from the others that Window and Frame leave them out of account.
	Outside() int
	// Whole is the window that holds all points, those outside too.
	Whole() Window
	// Split deals the points out by chance: so many to held, the rest to train.
	Split(r *random.Source, hold int) (train, held Finite, err error)

	// Where is the points of some classes, without classes of their own, in the frame and the window of all; nil where there are none.
	Where(keep func(class int) bool) Finite

	draw(r *random.Source, n int) Drawn
}

// Rows are points as they are given, to make a Source of.
type Rows struct {
	Names   []string  // of the coordinates, for axes: as many as a point has
	Values  []float64 // point by point
	Labels  []int     // the class of each point, or nil
	Classes []string  // the classes' names
	Scaling Scaling
}

// Points is a Finite source.
type Points struct {
	own, in []float32
	labels  []float32 // or nil
	classes []string
	names   []string
	origin  []float64
	frame   Frame
	window  Window
	whole   Window
	outside int
}

// NewPoints returns the source of the points, whose coordinates have these names; see Rows.Source.
func NewPoints(points []float32, names ...string) (*Points, error) {
	r := Rows{Values: make([]float64, len(points)), Names: names}
	for i, v := range points {
		r.Values[i] = float64(v)
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
	axes, widest := make([]axis, len(r.Names)), 0.
	for k := range axes {
		axes[k] = newAxis(r.Values[k:], len(axes))
		widest = max(widest, axes[k].scale)
	}
	if widest == 0 {
		return nil, errors.New("all points are the same; allowed are points of which two differ")
	}
	for k := range axes {
		if axes[k].scale == 0 { // a flat cloud: an axis without extent takes another's scale
			axes[k].flat(widest)
		}
		r.Scaling.apply(&axes[k], widest)
	}
	p := &Points{names: r.Names, classes: r.Classes}
	p.place(r.Values, axes)
	for _, l := range r.Labels {
		p.labels = append(p.labels, float32(l))
	}
	return p, nil
}

// Len is the number of points.
func (r Rows) Len() int { return len(r.Values) / max(1, len(r.Names)) }

func (r Rows) check() error {
	size, n := len(r.Names), r.Len()
	if size < 1 || size > MaxSize {
		return fmt.Errorf("points of %d coordinates; allowed are 1 to %d", size, MaxSize)
	}
	if len(r.Values)%size != 0 || n < 2 || n > MaxPoints {
		return fmt.Errorf("%d coordinates; allowed are 2 to %d points of %d each", len(r.Values), MaxPoints, size)
	}
	for i, v := range r.Values {
		if !(math.Abs(v) <= Largest) {
			return fmt.Errorf("point %d has the coordinate %v; allowed are finite numbers up to %g in size", i/size+1, v, float64(Largest))
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
func (p *Points) place(values []float64, axes []axis) {
	for _, a := range axes {
		p.origin = append(p.origin, a.origin())
		p.frame.Centre, p.frame.Scale = append(p.frame.Centre, float32(a.centre()-a.origin())), append(p.frame.Scale, float32(a.scale))
	}
	size := len(axes)
	p.own, p.in = make([]float32, len(values)), make([]float32, len(values))
	var inside []float32
	for i := range len(values) / size {
		holds := true
		for k, v := range values[i*size : (i+1)*size] {
			p.own[i*size+k], p.in[i*size+k] = float32(v-p.origin[k]), axes[k].in(v)
			holds = holds && axes[k].holds(v)
		}
		if holds {
			inside = append(inside, p.row(p.in, i)...)
		}
	}
	if len(inside) == 0 { // of many axes each may leave out other points
		inside = p.in
	}
	p.outside = (len(values) - len(inside)) / size
	p.window, p.whole = p.frame.Around(inside), p.frame.Around(p.in)
}

// source is the points as what they are: Labelled where they have classes.
func (p *Points) source() Finite {
	if p.labels == nil {
		return p
	}
	return newLabelledPoints(p)
}

func (p *Points) size() int { return p.frame.Size() }

// row is point i of a list of points.
func (p *Points) row(points []float32, i int) []float32 { return points[i*p.size() : (i+1)*p.size()] }

// Len implements Finite.
func (p *Points) Len() int { return len(p.own) / p.size() }

// Shape implements Shaped.
func (p *Points) Shape() []int { return []int{p.size()} }

// Own implements Finite.
func (p *Points) Own() []float32 { return p.own }

// In implements Finite: each coordinate is centred and scaled in float64, and then rounded.
func (p *Points) In() []float32 { return p.in }

// Labels implements Finite.
func (p *Points) Labels() []float32 { return p.labels }

// Origin implements Finite.
func (p *Points) Origin() []float64 { return p.origin }

// Names implements Finite.
func (p *Points) Names() []string { return p.names }

// Outside implements Finite.
func (p *Points) Outside() int { return p.outside }

// Window implements Windowed: the window around all points but those outside.
func (p *Points) Window() Window { return p.window }

// Whole implements Finite.
func (p *Points) Whole() Window { return p.whole }

// Sample implements Source.
func (p *Points) Sample(r *random.Source, dst []float32) {
	for ; len(dst) >= p.size(); dst = dst[p.size():] {
		copy(dst, p.row(p.own, r.IntN(p.Len())))
	}
}

// Scale implements Source.
func (p *Points) Scale() float32 { return slices.Max(p.frame.Scale) }

// Frame implements Framed: zero mean and unit variance in each coordinate, of the points that are not outside.
func (p *Points) Frame() Frame { return p.frame }
