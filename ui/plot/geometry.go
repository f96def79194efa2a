package plot

// Vertex is a corner of a triangle. Where U, V and W, interpolated over the triangle, have W - |(U, V)| > 0, the pixel is covered:
// its coverage is that difference plus a half, clamped to 0 ... 1. U, V and W are in pixels. So a disc is a square whose U and V are
// offsets from the centre and whose W is the radius; a stroke is a strip with U across it, V = 0 and half its width for W; a plain
// triangle has U = V = 0 and W = 1. One shader draws them all, with smooth edges.
type Vertex struct {
	X, Y    float32 // pixels
	U, V, W float32 // pixels
	Colour  RGBA
}

// Batch is a list of triangles that one draw call can take: at most 65536 vertices.
type Batch struct {
	Vertices []Vertex
	Indices  []uint16 // three to a triangle
}

// maxVertices is how many vertices 16-bit indices reach.
const maxVertices = 1 << 16

// Geometry is triangles to be drawn in order, in as few batches as hold them. The zero Geometry is empty and ready.
type Geometry struct{ Batches []Batch }

// Reset empties the geometry and keeps its memory.
func (g *Geometry) Reset() {
	for i := range g.Batches {
		g.Batches[i].Vertices = g.Batches[i].Vertices[:0]
		g.Batches[i].Indices = g.Batches[i].Indices[:0]
	}
	g.Batches = g.Batches[:min(1, len(g.Batches))]
}

// Triangles counts the triangles.
func (g *Geometry) Triangles() int {
	n := 0
	for i := range g.Batches {
		n += len(g.Batches[i].Indices) / 3
	}
	return n
}

// room returns the batch that n more vertices go to, and the index of the first of them.
func (g *Geometry) room(n int) (*Batch, uint16) {
	last := len(g.Batches) - 1
	if last < 0 || len(g.Batches[last].Vertices)+n > maxVertices {
		g.grow()
		last++
	}
	b := &g.Batches[last]
	return b, uint16(len(b.Vertices))
}

// grow adds an empty batch, one that Reset left behind if there is any.
func (g *Geometry) grow() {
	if len(g.Batches) < cap(g.Batches) {
		g.Batches = g.Batches[:len(g.Batches)+1]
		b := &g.Batches[len(g.Batches)-1]
		b.Vertices, b.Indices = b.Vertices[:0], b.Indices[:0]
		return
	}
	g.Batches = append(g.Batches, Batch{})
}

// quad adds two triangles over four corners that go around.
func (g *Geometry) quad(a, b, c, d Vertex) {
	t, i := g.room(4)
	t.Vertices = append(t.Vertices, a, b, c, d)
	t.Indices = append(t.Indices, i, i+1, i+2, i, i+2, i+3)
}

// Rect adds a filled rectangle with sharp edges.
func (g *Geometry) Rect(left, top, right, bottom float32, c RGBA) {
	g.quad(Vertex{left, top, 0, 0, 1, c}, Vertex{right, top, 0, 0, 1, c},
		Vertex{right, bottom, 0, 0, 1, c}, Vertex{left, bottom, 0, 0, 1, c})
}
