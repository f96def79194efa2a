package imagefile

import (
	"fmt"
	"image"

	"ganvas/core/imageset"
)

// usualTiles are the sides of images in sheets, the likeliest first.
var usualTiles = []int{28, 32, 64, 16, 24, 48, 20, 12, 10, 8}

// openSheet makes a part of a picture of many images: tiles from the left and from the top or, where its width is the number of a square's pixels and
// nothing else fits, an image in each row. Tiles of one colour at its end are none.
func (r *reading) openSheet(l leaf) error {
	m, err := decode(l)
	if err != nil {
		return err
	}
	b := m.Bounds()
	tile, guessed := r.options.Tile, r.options.Tile[0] == 0
	rows := false
	if guessed {
		tile, rows = tileOf(b)
	}
	p := part{name: l.name, high: 255, shape: imageset.Shape{tile[0], tile[1], 3}}
	if err := p.shape.Check(); err != nil || !rows && (b.Dx() < tile[1] || b.Dy() < tile[0]) {
		return refuse(l.name, fmt.Sprintf("a sheet of images side by side, of 1 to %d pixels, whose size is given where no usual one divides it; or several pictures", imageset.MaxSide),
			"one picture of %d by %d pixels", b.Dx(), b.Dy())
	}
	across, down := b.Dx()/tile[1], b.Dy()/tile[0]
	if rows {
		across, down = 1, b.Dy()
	}
	cut := func(i int) *image.RGBA {
		if rows {
			return onWhite(m, image.Rect(b.Min.X, b.Min.Y+i, b.Max.X, b.Min.Y+i+1))
		}
		at := b.Min.Add(image.Pt(i%across*tile[1], i/across*tile[0]))
		return onWhite(m, image.Rectangle{at, at.Add(image.Pt(tile[1], tile[0]))})
	}
	p.count = across * down
	for p.count > 0 && plain(cut(p.count-1)) {
		p.count--
	}
	p.each = func(take func([]uint8, int) error) error {
		pixels := make([]uint8, p.shape.Size())
		for i := range p.count {
			t := cut(i)
			for k := range len(pixels) / 3 {
				copy(pixels[3*k:3*k+3], t.Pix[4*k:])
			}
			if err := take(pixels, -1); err != nil {
				return err
			}
		}
		return nil
	}
	if guessed {
		r.note("%s is taken for a sheet of %d images of %d by %d pixels.", shown(l.name), p.count, tile[1], tile[0])
	}
	r.parts = append(r.parts, p)
	return nil
}

// tileOf guesses the size of a sheet's images; rows where each of its rows is one.
func tileOf(b image.Rectangle) (tile [2]int, rows bool) {
	for _, t := range usualTiles {
		if b.Dx()%t == 0 && b.Dy()%t == 0 && b.Dx()*b.Dy() >= 4*t*t {
			return [2]int{t, t}, false
		}
	}
	for side := 8; side <= smallSide; side++ {
		if b.Dx() == side*side {
			return [2]int{side, side}, true
		}
	}
	return tile, false
}

// plain says whether a picture is of one colour.
func plain(m *image.RGBA) bool {
	for i, v := range m.Pix {
		if v != m.Pix[i%4] {
			return false
		}
	}
	return true
}
