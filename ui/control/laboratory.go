package control

import (
	"bytes"
	"math"
	"strconv"
)

// Statistic is how the page calls a statistic of two clouds.
type Statistic struct{ Key, Label, Doc string }

// Statistics are core/twosample's in words, without the statistics: the page shows what its laboratory computes. A test holds them to be the same.
var Statistics = []Statistic{
	{"means", "difference of means", "The distance between the clouds' centres."},
	{"variances", "difference of variances", "How differently wide the clouds are along the axes."},
	{"energy", "energy distance", "How much farther points are across the clouds than within."},
	{"mmd0.1", "MMD², width 0.1", "How much more alike points are within a cloud than across, where alike is nearer than about 0.1."},
	{"mmd0.3", "MMD², width 0.3", "How much more alike points are within a cloud than across, where alike is nearer than about 0.3."},
	{"mmd1", "MMD², width 1", "How much more alike points are within a cloud than across, where alike is nearer than about 1."},
	{"mmd3", "MMD², width 3", "How much more alike points are within a cloud than across, where alike is nearer than about 3."},
	{"mmd", "MMD², four widths", "How much more alike points are within a cloud than across, near and far alike."},
	{"classifier", "classifier", "How often a classifier that has learnt from half of the points tells the other half apart: a discriminator, as a test."},
}

// Levels are those of a test that can be chosen, and UsualLevel the place of the usual one.
var Levels = []float64{.001, .005, .01, .02, .05, .1, .15, .2, .3, .4, .5}

// UsualLevel is the place of 5 %.
const UsualLevel = 4

// LevelText is a level for people.
func LevelText(level float64) string {
	return strconv.FormatFloat(math.Round(1e4*level)/100, 'g', -1, 64) + " %"
}

// HasClasses says whether points, as package table writes them, have a column of classes.
func HasClasses(points []byte) bool {
	line, _, _ := bytes.Cut(points, []byte("\n"))
	return bytes.HasSuffix(line, []byte(", class"))
}
