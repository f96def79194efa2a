package plot

// Contours are the lines where a field equals a level, as polylines in grid steps (u right, v up), by marching squares with linear
// interpolation along cell edges. Higher values lie to the left of each line's direction where v is up. A line that returns to its start repeats
// its first point. Cells with a value that is not finite have no line.
func (f Field) Contours(level float32) [][]Point {
	m := marcher{f: f, level: level, next: map[int32]int32{}}
	for j := 0; j+1 < f.Size; j++ {
		for i := 0; i+1 < f.Size; i++ {
			m.cell(i, j)
		}
	}
	return m.lines()
}

// marcher joins segments as they are found: each cell edge that the level crosses has an id, at most one segment leaves it and
// at most one enters it.
type marcher struct {
	f     Field
	level float32
	next  map[int32]int32 // from the edge where a segment starts to the edge where it ends
	order []int32         // starts, in the order found
}

// Edge ids: the horizontal edge right of grid point p is 2p, the vertical edge above it is 2p + 1.
func (m *marcher) cell(i, j int) {
	n := m.f.Size
	p := j*n + i
	bottom, top, left, right := int32(2*p), int32(2*(p+n)), int32(2*p+1), int32(2*(p+1)+1)
	d := [4]float32{m.f.D[p], m.f.D[p+1], m.f.D[p+n+1], m.f.D[p+n]}
	code := 0
	for k, v := range d {
		if !finite(v) {
			return
		}
		if v >= m.level {
			code |= 1 << k
		}
	}
	// Bits: 1 bottom left, 2 bottom right, 4 top right, 8 top left. The high side is on the left.
	switch code {
	case 1:
		m.join(bottom, left)
	case 2:
		m.join(right, bottom)
	case 3:
		m.join(right, left)
	case 4:
		m.join(top, right)
	case 6:
		m.join(top, bottom)
	case 7:
		m.join(top, left)
	case 8:
		m.join(left, top)
	case 9:
		m.join(bottom, top)
	case 11:
		m.join(right, top)
	case 12:
		m.join(left, right)
	case 13:
		m.join(bottom, right)
	case 14:
		m.join(left, bottom)
	case 5, 10:
		m.saddle(code, (d[0]+d[1]+d[2]+d[3])/4 >= m.level, bottom, top, left, right)
	}
}

// saddle joins the two segments of a cell whose opposite corners agree; the middle decides which corners are one region.
func (m *marcher) saddle(code int, middleHigh bool, bottom, top, left, right int32) {
	switch {
	case code == 5 && middleHigh: // the low corners are cut off
		m.join(bottom, right)
		m.join(top, left)
	case code == 5:
		m.join(bottom, left)
		m.join(top, right)
	case middleHigh:
		m.join(left, bottom)
		m.join(right, top)
	default:
		m.join(right, bottom)
		m.join(left, top)
	}
}

func (m *marcher) join(from, to int32) {
	m.next[from] = to
	m.order = append(m.order, from)
}

// lines follows the segments: first from the edges that none enters, then around the loops that remain.
func (m *marcher) lines() [][]Point {
	entered := map[int32]bool{}
	for _, to := range m.next {
		entered[to] = true
	}
	var all [][]Point
	follow := func(from int32) {
		line := []Point{m.point(from)}
		for {
			to, ok := m.next[from]
			if !ok {
				break
			}
			delete(m.next, from)
			line = append(line, m.point(to))
			from = to
		}
		all = append(all, line)
	}
	for _, from := range m.order {
		if !entered[from] {
			follow(from)
		}
	}
	for _, from := range m.order {
		if _, left := m.next[from]; left {
			follow(from)
		}
	}
	return all
}

// point is where the level crosses an edge.
func (m *marcher) point(edge int32) Point {
	p := int(edge / 2)
	i, j := p%m.f.Size, p/m.f.Size
	if edge%2 == 0 {
		return Point{float32(i) + m.crossing(p, p+1), float32(j)}
	}
	return Point{float32(i), float32(j) + m.crossing(p, p+m.f.Size)}
}

func (m *marcher) crossing(a, b int) float32 {
	return (m.level - m.f.D[a]) / (m.f.D[b] - m.f.D[a])
}

// Smooth rounds a polyline by cutting its corners a number of times (Chaikin's scheme, whose limit is the quadratic B-spline of its points).
// Ends stay; a line that returns to its start stays closed.
func Smooth(line []Point, times int) []Point {
	for ; times > 0 && len(line) > 2; times-- {
		line = cutCorners(line, line[0] == line[len(line)-1])
	}
	return line
}

func cutCorners(line []Point, closed bool) []Point {
	out := make([]Point, 0, 2*len(line))
	if !closed {
		out = append(out, line[0])
	}
	for i := 0; i+1 < len(line); i++ {
		a, b := line[i], line[i+1]
		if closed || i > 0 {
			out = append(out, toward(a, b, 0.25))
		}
		if closed || i+2 < len(line) {
			out = append(out, toward(a, b, 0.75))
		}
	}
	if closed {
		return append(out, out[0])
	}
	return append(out, line[len(line)-1])
}

func toward(a, b Point, t float32) Point { return Point{a.X + t*(b.X-a.X), a.Y + t*(b.Y-a.Y)} }
