//go:build js && wasm

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall/js"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/table"
	"ganvas/ui/plot"
	"ganvas/ui/preview"
)

// conversation is about one table: the reader of a page looks at it and chooses.
type conversation struct {
	table *table.Table
	shown preview.Preview
	told  bool // the page has the dialog's style and frame
}

// piece is how many bytes of a file are in memory at once beside what is kept of it.
const piece = 1 << 20

// open reads a table from a file, piece by piece, and says how far it is. A plain one is handed over at once, unless the reader wants to choose.
func (c *conversation) open(file js.Value, name string, choose bool) (map[string]any, error) {
	from, err := source(file)
	if err != nil {
		return nil, err
	}
	t, err := table.Read(from, table.Options{})
	if err != nil {
		return nil, err
	}
	c.table, c.shown = t, preview.New(name, t.Description)
	if c.shown.Missing() != "" {
		return nil, t.Lacking()
	}
	points, err := t.Points(t.Guess)
	if err != nil {
		return nil, err
	}
	if points.Rows < 2 {
		if points.Left.Others > 0 {
			return nil, &points.Left.First
		}
		return nil, errors.New("it has fewer than two rows with numbers")
	}
	if c.shown.Plain() && !choose {
		return c.use()
	}
	return c.show(""), nil
}

// source reads a File piece by piece, or an ArrayBuffer.
func source(file js.Value) (io.Reader, error) {
	if length := file.Get("byteLength"); length.Type() == js.TypeNumber {
		b := make([]byte, length.Int())
		js.CopyBytesToGo(b, js.Global().Get("Uint8Array").New(file))
		return bytes.NewReader(b), nil
	}
	size := int64(file.Get("size").Float())
	if size > table.MaxBytes {
		return nil, fmt.Errorf("it has %d MB; allowed are up to %d", size>>20, table.MaxBytes>>20)
	}
	return &pieces{from: blob{file}, size: size}, nil
}

// hear does what a button says.
func (c *conversation) hear(say string) (map[string]any, error) {
	next, again := c.shown.Hear(say)
	if again != nil {
		t, err := c.table.Reread(*again)
		if err != nil {
			return c.show("Read so, it holds no points: " + err.Error() + "."), nil
		}
		c.table, next = t, c.shown.Again(t.Description)
	}
	c.shown = next
	return c.show(""), nil
}

// points are those of the choice so far, or why there are none.
func (c *conversation) points() (*table.Points, string) {
	if why := c.shown.Missing(); why != "" {
		return nil, why
	}
	p, err := c.table.Points(c.shown.Choice)
	if err != nil {
		return nil, err.Error()
	}
	return p, ""
}

// show is the dialog as it stands.
func (c *conversation) show(problem string) map[string]any {
	points, why := c.points()
	if problem == "" {
		problem = why
	}
	parts := map[string]any{}
	for name, text := range c.shown.Parts(points, problem) {
		parts[name] = text
	}
	answer := map[string]any{"kind": "table", "parts": parts, "ready": points != nil && points.Rows > 1}
	if !c.told {
		answer["style"], answer["frame"] = preview.Style, preview.Frame
		c.told = true
	}
	return answer
}

// use hands the points over.
func (c *conversation) use() (map[string]any, error) {
	points, why := c.points()
	if points == nil || points.Rows < 2 {
		return c.show(why), nil
	}
	points.Scaling = c.shown.Scaling.File()
	source, err := data.Rows{Names: points.Names, Values: points.Values, Labels: points.Labels, Classes: points.Classes, Scaling: data.ScalingOf(points.Scaling)}.Source()
	if err != nil {
		return c.show(err.Error()), nil
	}
	return map[string]any{"kind": "points", "text": bytesToJS(points.Text()), "rows": points.Rows, "told": say(c.table, points),
		"usual": experiment.ForPoints(source).String()}, nil
}

// say is what was read of a table, in words.
func say(t *table.Table, p *table.Points) string {
	names := p.Names[0]
	if len(p.Names) > 1 {
		names = strings.Join(p.Names[:len(p.Names)-1], ", ") + " and " + p.Names[len(p.Names)-1]
	}
	parts := []string{fmt.Sprintf("%s points of %s", plot.Count(p.Rows), names)}
	if p.Labels != nil {
		parts[0] += fmt.Sprintf(", in %d classes by %s", len(p.Classes), p.ClassName)
	}
	if p.Set.Value != "" {
		parts[0] += fmt.Sprintf(", %s %s", t.Columns[p.Set.Column].Name, p.Set.Value)
	}
	if n := p.Left.Total(); n > 0 {
		parts = append(parts, strings.TrimSuffix(p.Left.String(), "."))
	}
	for _, n := range t.Notes {
		parts = append(parts, strings.TrimSuffix(n.Text, "."))
	}
	return strings.Join(parts, ". ") + "."
}

// pieces reads a file from its start, and posts how many of its bytes have been read.
type pieces struct {
	from blob
	size int64
	at   int64
	rest []byte
	buf  []byte
}

// Read implements io.Reader.
func (p *pieces) Read(dst []byte) (int, error) {
	if len(p.rest) == 0 {
		if p.at >= p.size {
			return 0, io.EOF
		}
		if p.buf == nil {
			p.buf = make([]byte, min(piece, p.size))
		}
		n, err := p.from.ReadAt(p.buf[:min(int64(len(p.buf)), p.size-p.at)], p.at)
		if n == 0 {
			return 0, err
		}
		p.at, p.rest = p.at+int64(n), p.buf[:n]
		js.Global().Call("postMessage", map[string]any{"kind": "progress", "done": float64(p.at), "total": float64(p.size)})
	}
	n := copy(dst, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}
