package control

// Measure is how the page calls a number of sample quality.
type Measure struct {
	Key   string // the metric's key
	Label string
	Doc   string
}

// Measures is the metrics' catalogue in words, without the metrics: the page shows numbers that the worker computes. A test
// holds it to be core/metric's.
var Measures = []Measure{}

// MeasureOf is a measure's words, or its bare key where it has none.
func MeasureOf(key string) Measure {
	for _, m := range Measures {
		if m.Key == key {
			return m
		}
	}
	return Measure{Key: key, Label: key}
}
