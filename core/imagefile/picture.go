package imagefile

import (
	"bufio"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"path"
	"slices"

	"ganvas/core/imageset"
)

// The limits of pictures.
const (
	maxPixels = 16 << 20 // of a picture in colour, and four times as many in grey: 64 MB, decoded
	usualSide = 32       // of images that are made of pictures of many sizes
	smallSide = 64       // up to which pictures stay as they are
)

// picture keeps a picture for when all are known.
func (r *reading) picture(l leaf) error {
	r.pictures = append(r.pictures, l)
	return nil
}

// openPictures makes a part of all pictures: one is a sheet of many images, several are an image each.
func (r *reading) openPictures() error {
	switch {
	case len(r.pictures) == 0:
		return nil
	case len(r.pictures) == 1 && (len(r.parts) == 0 || r.options.Tile[0] > 0):
		return r.openSheet(r.pictures[0])
	}
	p := part{name: fmt.Sprintf("%d pictures", len(r.pictures)), count: len(r.pictures), high: 255}
	var first, low, high image.Point
	for i, l := range r.pictures {
		c, err := configOf(l)
		if err != nil {
			return err
		}
		size := image.Pt(c.Width, c.Height)
		if i == 0 {
			first, low, high = size, size, size
		}
		low, high = image.Pt(min(low.X, size.X), min(low.Y, size.Y)), image.Pt(max(high.X, size.X), max(high.Y, size.Y))
	}
	side := r.options.Side
	p.shape = imageset.Shape{side, side, 3}
	if side == 0 && low == high && max(first.X, first.Y) <= smallSide {
		p.shape = imageset.Shape{first.Y, first.X, 3}
	} else if side == 0 {
		p.shape = imageset.Shape{usualSide, usualSide, 3}
		r.note("Pictures of %d by %d to %d by %d pixels are cut to their middle square and brought to %d by %d.", low.X, low.Y, high.X, high.Y, usualSide, usualSide)
	}
	if err := p.shape.Check(); err != nil {
		return refuse("", fmt.Sprintf("a side of 1 to %d", imageset.MaxSide), "the side %d", side)
	}
	p.label, p.classes = folders(r.pictures)
	list := r.pictures
	p.each = func(take func([]uint8, int) error) error { return eachPicture(list, p.shape, take) }
	r.parts = append(r.parts, p)
	return nil
}

// folders are classes, where pictures lie in several.
func folders(list []leaf) (of []int, names []string) {
	var in []string
	for _, l := range list {
		in = append(in, path.Base(path.Dir(l.name)))
	}
	if names = distinct(in); len(names) < 2 || len(names) > imageset.MaxClasses {
		return nil, nil
	}
	for _, name := range in {
		k, _ := slices.BinarySearch(names, name)
		of = append(of, k)
	}
	return of, names
}

// eachPicture decodes picture after picture.
func eachPicture(list []leaf, shape imageset.Shape, take func([]uint8, int) error) error {
	pixels := make([]uint8, shape.Size())
	for _, l := range list {
		m, err := decode(l)
		if err != nil {
			return err
		}
		shrink(pixels, shape, m)
		if err := take(pixels, -1); err != nil {
			return err
		}
	}
	return nil
}

// isPNG says which decoder is needed.
func isPNG(l leaf) bool { return l.head[0] == 0x89 }

// configOf reads a picture's size and refuses what would take too much memory.
func configOf(l leaf) (c image.Config, err error) {
	r, err := l.open()
	if err != nil {
		return c, err
	}
	read, as := jpeg.DecodeConfig, "a JPEG picture"
	if isPNG(l) {
		read, as = png.DecodeConfig, "a PNG picture"
	}
	if c, err = read(bufio.NewReader(r)); err != nil {
		return c, broken(l.name, as, err)
	}
	most := maxPixels
	if c.ColorModel == color.GrayModel {
		most *= 4
	}
	if c.Width < 1 || c.Height < 1 || int64(c.Width)*int64(c.Height) > int64(most) {
		return c, refuse(l.name, fmt.Sprintf("pictures of at most %d million pixels, and %d million in grey", maxPixels>>20, maxPixels>>18), "%d by %d pixels", c.Width, c.Height)
	}
	return c, nil
}

// decode reads a picture.
func decode(l leaf) (image.Image, error) {
	if _, err := configOf(l); err != nil {
		return nil, err
	}
	r, err := l.open()
	if err != nil {
		return nil, err
	}
	read, as := jpeg.Decode, "a JPEG picture"
	if isPNG(l) {
		read, as = png.Decode, "a PNG picture"
	}
	m, err := read(bufio.NewReader(r))
	if err != nil {
		return nil, broken(l.name, as, err)
	}
	return m, nil
}

// onWhite is a rectangle of a picture as 8-bit colours, on white where it is transparent, as on a page.
func onWhite(m image.Image, r image.Rectangle) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), m, r.Min, draw.Over)
	return out
}

// middle is the largest rectangle of the shape's proportions in the middle of a picture.
func middle(b image.Rectangle, s imageset.Shape) image.Rectangle {
	w, h := b.Dx(), b.Dy()
	if w*s[0] > h*s[1] {
		w = max(1, h*s[1]/s[0])
	} else {
		h = max(1, w*s[0]/s[1])
	}
	at := b.Min.Add(image.Pt((b.Dx()-w)/2, (b.Dy()-h)/2))
	return image.Rectangle{at, at.Add(image.Pt(w, h))}
}

// shrink writes a picture's middle in three channels of the shape's size: each pixel is the mean of what it covers, in whole numbers, to the nearest.
func shrink(dst []uint8, s imageset.Shape, m image.Image) {
	src := onWhite(m, middle(m.Bounds(), s))
	w, h := src.Rect.Dx(), src.Rect.Dy()
	for y := range s[0] {
		for x := range s[1] {
			var sum [3]uint64
			// In units of 1/(w s[1]) by 1/(h s[0]): a source's pixel is s[1] wide, one of ours w.
			for v := y * h / s[0]; v*s[0] < (y+1)*h; v++ {
				high := uint64(min((v+1)*s[0], (y+1)*h) - max(v*s[0], y*h))
				for u := x * w / s[1]; u*s[1] < (x+1)*w; u++ {
					wide := uint64(min((u+1)*s[1], (x+1)*w) - max(u*s[1], x*w))
					for c := range sum {
						sum[c] += high * wide * uint64(src.Pix[v*src.Stride+4*u+c])
					}
				}
			}
			area := uint64(w) * uint64(h)
			for c := range sum {
				dst[(y*s[1]+x)*3+c] = uint8((sum[c] + area/2) / area)
			}
		}
	}
}
