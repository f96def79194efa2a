package control

import (
	"math"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/imageset"
	"ganvas/ui/plot"
)

// SetLines say what a set of images of the reader's own holds: how many of what shape, its classes, and what its bytes were and are.
func SetLines(s imageset.Statistics) []string {
	lines := []string{plot.Count(s.Count) + " images, " + plot.Count(s.Shape[0]) + " × " + plot.Count(s.Shape[1]) + " × " + plot.Count(s.Shape[2])}
	if s.Total > s.Count {
		lines[0] += ", a sample of " + plot.Count(s.Total)
	}
	var classes []string
	for _, c := range s.Classes {
		classes = append(classes, c.Name+": "+plot.Count(c.Count))
	}
	if len(classes) > 0 {
		lines = append(lines, plot.Count(len(classes))+" classes. "+strings.Join(classes, ", "))
	}
	return append(lines, "Values "+plot.Number(s.Low)+" to "+plot.Number(s.High)+" in the files; as bytes "+plot.Count(int(s.Least))+" to "+plot.Count(int(s.Greatest))+
		", mean "+plot.Number(s.Mean)+", deviation "+plot.Number(s.Deviation))
}

// DrawnLines say the same of a set that the product draws: how many it draws of what shape, its classes, and what the players see.
func DrawnLines(s experiment.Spec, shape []int, classes int) []string {
	lines := []string{plot.Count(s.Rows) + " images, " + plot.Count(shape[0]) + " × " + plot.Count(shape[1]) + " × " + plot.Count(shape[2])}
	if classes > 1 {
		lines = append(lines, plot.Count(classes)+" classes")
	}
	return append(lines, "For the players pixels go from "+s.PixelRange().Label)
}

// HistogramSVG is how often each byte comes, in bars of four bytes, as SVG: as high as its share of the pixels to the power of a half, so that the rare
// ones are seen beside the many of the ground.
func HistogramSVG(s imageset.Statistics) string {
	const bars = 64
	var counts [bars]float64
	most := 1.
	for b, n := range s.Histogram {
		counts[b*bars/256] += float64(n)
		most = max(most, counts[b*bars/256])
	}
	var b strings.Builder
	b.WriteString(`<svg viewBox="0 0 64 20" class="histogram" role="img" aria-label="How often each value comes, from 0 to 255" preserveAspectRatio="none"><path d="`)
	for i, n := range counts {
		if n > 0 {
			b.WriteString("M" + strconv.Itoa(i) + ".5 20v-" + tenth(float32(math.Sqrt(n/most)*19+1)))
		}
	}
	return b.String() + `"/></svg>`
}
