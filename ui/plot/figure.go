package plot

import (
	"math"
	"strconv"
)

// figurePictures is how many pictures a figure of a run has beside the data's.
const figurePictures = 6

// FigureSteps are the steps of a run's figure: round ones at even distances, from 0 as far as the run has been.
func FigureSteps(last uint64) []uint64 {
	apart := roundBelow(last / (figurePictures - 1))
	var out []uint64
	for i := range uint64(figurePictures) {
		out = append(out, i*apart)
	}
	if apart == 0 {
		return out[:1]
	}
	return out
}

// roundBelow is the greatest of 1, 2, 2.5 and 5 times a power of ten that is whole and not above n, or 0.
func roundBelow(n uint64) (best uint64) {
	for power := uint64(1); power > 0 && power <= n; power *= 10 {
		for _, tenths := range []uint64{10, 20, 25, 50} {
			if v := tenths * power / 10; v*10 == tenths*power && v <= n {
				best = v
			}
		}
		if power > math.MaxUint64/100 {
			break
		}
	}
	return best
}

// FigurePicture is a picture of a figure: where its pixels are (a data: address), and what stands below it.
type FigurePicture struct{ Source, Label string }

// The sizes of a figure in CSS pixels.
const (
	figureSide = 200.0
	figureGap  = 12.0
	figureFoot = 26.0
)

// FigureSize is how large a figure of n pictures is.
func FigureSize(n int) (w, h float64) {
	return float64(n)*(figureSide+figureGap) - figureGap, figureSide + figureFoot
}

// FigureSVG is pictures side by side, each above its label.
func FigureSVG(t Theme, pictures []FigurePicture) string {
	w, h := FigureSize(len(pictures))
	var b svg
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + one(w) + `" height="` + one(h) + `" viewBox="0 0 ` + one(w) + " " + one(h) + `" font-family="system-ui, sans-serif" font-size="15">`)
	b.tag("rect", "width", "100%", "height", "100%", "fill", t.Page.Hex())
	for i, p := range pictures {
		x := float64(i) * (figureSide + figureGap)
		b.tag("image", "x", x, "width", figureSide, "height", figureSide, "href", p.Source)
		b.words(x+figureSide/2, figureSide+19, p.Label, "fill", t.Text.Hex(), "text-anchor", "middle")
	}
	b.WriteString("</svg>")
	return b.String()
}

// FigureCSV is the samples of a figure's steps as a table, of so many columns each, with a row for each sample.
func FigureCSV(steps []uint64, samples map[uint64][]float32, columns int) string {
	text := "step"
	for k := range columns {
		text += ",x" + strconv.Itoa(k+1)
	}
	b := append([]byte(text), '\n')
	for _, step := range steps {
		for xy := samples[step]; len(xy) >= columns; xy = xy[columns:] {
			b = strconv.AppendUint(b, step, 10)
			for _, v := range xy[:columns] {
				b = strconv.AppendFloat(append(b, ','), float64(v), 'g', -1, 32)
			}
			b = append(b, '\n')
		}
	}
	return string(b)
}
