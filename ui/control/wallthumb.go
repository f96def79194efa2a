package control

import (
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/random"
)

// How many images a thumbnail shows, and the shades of their ink: each darker than the last, drawn over it.
const (
	thumbDown, thumbAcross = 3, 4
	thumbShades            = 3
)

// imagesSVG is some images of the data side by side: a line for each run of pixels that are as dark. Where pixels have colours, their brightest
// counts. Another stream shows other images.
func imagesSVG(source data.Imaged, stream string) string {
	shape := source.Shape()
	high, wide, size := shape[0], shape[1], data.Size(source)
	pixels := make([]uint8, thumbDown*thumbAcross*size)
	source.SampleBytes(random.New(1, "thumbnail/"+stream), pixels, make([]float32, thumbDown*thumbAcross))
	var b strings.Builder
	b.WriteString(`<svg viewBox="0 0 ` + strconv.Itoa(thumbAcross*wide) + ` ` + strconv.Itoa(thumbDown*high) + `" class="images">`)
	for shade := range thumbShades {
		b.WriteString(`<path d="`)
		for i := range thumbDown * thumbAcross {
			image := pixels[i*size : (i+1)*size]
			left, top := i%thumbAcross*wide, i/thumbAcross*high
			for y := range high {
				row := image[y*size/high : (y+1)*size/high]
				runs(row, shape[2], uint8(256*(2*shade+1)/(2*thumbShades)), func(from, n int) {
					b.WriteString("M" + strconv.Itoa(left+from) + " " + strconv.Itoa(top+y) + ".5h" + strconv.Itoa(n))
				})
			}
		}
		b.WriteString(`"/>`)
	}
	return b.String() + "</svg>"
}

// runs finds the pixels of a row that are at least so bright, as many together as there are.
func runs(row []uint8, channels int, least uint8, found func(from, n int)) {
	from, n := 0, len(row)/channels
	for x := range n + 1 {
		bright := false
		for c := 0; x < n && c < channels; c++ {
			bright = bright || row[x*channels+c] >= least
		}
		if !bright {
			if x > from {
				found(from, x-from)
			}
			from = x + 1
		}
	}
}
