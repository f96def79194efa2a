package metric

import "ganvas/core/data"

// LabelKey is the key of LabelAccuracy among measures. It is no entry of the catalogue: it asks which class each fake was asked for.
const LabelKey = "label_accuracy"

// LabelAccuracy is the share of points that are of the class that was asked for, as the source tells classes.
func LabelAccuracy(source data.Labelled, points, asked []float32) float64 {
	right := 0
	for i, class := range asked {
		if source.Class(float64(points[2*i]), float64(points[2*i+1])) == int(class) {
			right++
		}
	}
	return float64(right) / float64(len(asked))
}
