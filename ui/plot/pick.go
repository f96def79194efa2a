package plot

// Pick is the index of the point of xy (x before y, data units) nearest to a pixel, if one lies within a distance in pixels, or -1.
func Pick(f Frame, xy []float32, x, y, within float32) int {
	best, least := -1, within*within
	for i := 0; i+1 < len(xy); i += 2 {
		px, py := f.Px(xy[i], xy[i+1])
		if d := (px-x)*(px-x) + (py-y)*(py-y); d <= least {
			best, least = i/2, d
		}
	}
	return best
}

// AtPixel is the field's value at a pixel of a frame over the same window.
func (f Field) AtPixel(frame Frame, x, y float64) float64 {
	steps := float64(f.Size - 1)
	return f.At((x-frame.X.At)/(frame.X.Until-frame.X.At)*steps, (y-frame.Y.At)/(frame.Y.Until-frame.Y.At)*steps)
}
