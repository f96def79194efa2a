//go:build !js

package deflate

// bitWriter writes bits, the lowest first.
type bitWriter struct {
	out  []byte
	bits uint64
	n    uint
}

func (w *bitWriter) write(x, n int) {
	w.bits |= uint64(x) << w.n
	w.n += uint(n)
	for w.n >= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
		w.n -= 8
	}
}

// flush fills the last byte.
func (w *bitWriter) flush() {
	if w.n > 0 {
		w.write(0, int(8-w.n))
	}
}

// block writes a block in codes of its own (RFC 1951, 3.2.7).
func (w *bitWriter) block(symbols []symbol, last bool) {
	lit, dist := count(symbols)
	l, d := codeLengths(lit[:], 15), codeLengths(dist[:], 15)
	w.header(l, d, last)
	lc, dc := codesFor(l), codesFor(d)
	for _, s := range symbols {
		if s.length == 0 {
			w.write(int(lc[s.distance]), int(l[s.distance]))
			continue
		}
		k, j := lengthCode(int(s.length)), distanceCode(int(s.distance))
		w.write(int(lc[257+k]), int(l[257+k]))
		if k < 28 {
			w.write(int(s.length)-lengthBase[k], lengthExtra[k])
		}
		w.write(int(dc[j]), int(d[j]))
		w.write(int(s.distance)-distanceBase[j], distanceExtra[j])
	}
	w.write(int(lc[endOfBlock]), int(l[endOfBlock]))
}

// The order in which the lengths of the code of lengths are written.
var lengthsOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// header writes what a block begins with: the lengths of its codes, in a code of their own.
func (w *bitWriter) header(lit, dist []uint8, last bool) {
	lits, dists := trimmed(lit, 257), trimmed(dist, 1)
	runs := runsOf(append(append([]uint8{}, lits...), dists...))
	var counts [19]int
	for _, r := range runs {
		counts[r.symbol]++
	}
	lengths := codeLengths(counts[:], 7)
	codes := codesFor(lengths)
	n := len(lengthsOrder)
	for n > 4 && lengths[lengthsOrder[n-1]] == 0 {
		n--
	}
	final := 0
	if last {
		final = 1
	}
	w.write(final, 1)
	w.write(2, 2)
	w.write(len(lits)-257, 5)
	w.write(len(dists)-1, 5)
	w.write(n-4, 4)
	for _, s := range lengthsOrder[:n] {
		w.write(int(lengths[s]), 3)
	}
	for _, r := range runs {
		w.write(int(codes[r.symbol]), int(lengths[r.symbol]))
		w.write(r.more, [19]int{16: 2, 17: 3, 18: 7}[r.symbol])
	}
}

// trimmed is lengths without zeros at the end, at least n of them.
func trimmed(lengths []uint8, n int) []uint8 {
	end := len(lengths)
	for end > n && lengths[end-1] == 0 {
		end--
	}
	return lengths[:end]
}

// run is a symbol of the code of lengths: a length, or 16 to 18, which repeat one, with how often beyond the least.
type run struct{ symbol, more int }

// runsOf writes lengths with repetitions.
func runsOf(lengths []uint8) []run {
	var out []run
	for i := 0; i < len(lengths); {
		n := 1
		for i+n < len(lengths) && lengths[i+n] == lengths[i] {
			n++
		}
		i += n
		length := int(lengths[i-1])
		if length > 0 {
			out = append(out, run{length, 0})
			n--
		}
		for n >= 3 {
			switch {
			case length > 0:
				k := min(n, 6)
				out, n = append(out, run{16, k - 3}), n-k
			case n <= 10:
				out, n = append(out, run{17, n - 3}), 0
			default:
				k := min(n, 138)
				out, n = append(out, run{18, k - 11}), n-k
			}
		}
		for range n {
			out = append(out, run{length, 0})
		}
	}
	return out
}
