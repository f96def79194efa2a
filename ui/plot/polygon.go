package plot

// Polygon adds a filled convex polygon whose edge fades over one pixel, half of it outside. The corners go around in either direction.
func (g *Geometry) Polygon(corners []Point, c RGBA) {
	n := len(corners)
	if n < 3 {
		return
	}
	turn := float32(1)
	if area(corners) < 0 {
		turn = -1
	}
	t, first := g.room(2 * n)
	for i, p := range corners {
		mx, my := outward(corners[(i+n-1)%n], p, corners[(i+1)%n], turn)
		t.Vertices = append(t.Vertices,
			Vertex{p.X - mx/2, p.Y - my/2, 0, 0, 1, c}, Vertex{p.X + mx/2, p.Y + my/2, 0, 0, 1, RGBA{}})
	}
	at := func(i, rim int) uint16 { return first + uint16(2*(i%n)+rim) }
	for i := 0; i < n; i++ {
		t.Indices = append(t.Indices, at(i, 0), at(i, 1), at(i+1, 1), at(i, 0), at(i+1, 1), at(i+1, 0))
		if i >= 2 {
			t.Indices = append(t.Indices, at(0, 0), at(i-1, 0), at(i, 0))
		}
	}
}

// outward is the corner's mitre of length 1 across each edge, at most 3 in all.
func outward(before, p, after Point, turn float32) (float32, float32) {
	ax, ay := normal(before, p)
	bx, by := normal(p, after)
	nx, ny := (ax+bx)*turn, (ay+by)*turn
	l2 := nx*nx + ny*ny
	if l2 < 4.0/9 {
		l2 = 4.0 / 9
	}
	return nx * 2 / l2, ny * 2 / l2
}

// normal is the unit normal to the right of a to b where y is up: outward where the area is positive.
func normal(a, b Point) (float32, float32) {
	dx, dy := b.X-a.X, b.Y-a.Y
	l := hypot(dx, dy)
	if l == 0 {
		return 0, 0
	}
	return dy / l, -dx / l
}

// area is the signed area, positive where x turns towards y.
func area(corners []Point) float32 {
	var sum float32
	for i, p := range corners {
		q := corners[(i+1)%len(corners)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum / 2
}
