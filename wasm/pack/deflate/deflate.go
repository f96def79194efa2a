//go:build !js

// Package deflate compresses to gzip's format as small as it reasonably can, and takes its time: what it writes is made once and downloaded
// often. It takes programs some 5 % further than compress/gzip at its best.
//
// Like Zopfli (Alakuijala and Vandevenne, 2013) it looks for the cheapest of all ways to write a block as literals and copies, by
// dynamic programming over the bits that each would cost; these depend on the Huffman codes, which depend on what is chosen, so that it
// goes round a few times.
package deflate

import (
	"encoding/binary"
	"hash/crc32"
)

// Version changes with what Gzip makes of the same bytes.
const Version = "-1"

const (
	minMatch   = 3
	maxMatch   = 258
	window     = 1 << 15
	blockInput = 1 << 15 // bytes of input in a block: each has codes of its own
	rounds     = 3       // how often a block is parsed
)

// Gzip returns b compressed, without a name or a time: the same bytes give the same bytes.
func Gzip(b []byte) []byte {
	w := &bitWriter{out: []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255}}
	m := newMatcher(b)
	if len(b) == 0 {
		w.block(nil, true)
	}
	for start := 0; start < len(b); start += blockInput {
		end := min(start+blockInput, len(b))
		w.block(parse(m, start, end), end == len(b))
	}
	w.flush()
	w.out = binary.LittleEndian.AppendUint32(w.out, crc32.ChecksumIEEE(b))
	return binary.LittleEndian.AppendUint32(w.out, uint32(len(b)))
}

// symbol is a literal, or a copy of length bytes from distance back.
type symbol struct {
	length   uint16 // 0 for a literal
	distance uint16 // or the literal
}

// parse returns the cheapest symbols that it finds for b[start:end].
func parse(m *matcher, start, end int) []symbol {
	found := m.matches(start, end)
	c := firstCosts()
	var best []symbol
	least := 0
	for range rounds {
		symbols := cheapest(m.b[start:end], found, c)
		lit, dist := count(symbols)
		l, d := codeLengths(lit[:], 15), codeLengths(dist[:], 15)
		bits := size(symbols, l, d)
		if best == nil || bits < least {
			best, least = symbols, bits
		}
		c = costsOf(lit, dist)
	}
	return best
}

// cheapest is the way through the input of least cost.
func cheapest(b []byte, found [][]match, c *costs) []symbol {
	n := len(b)
	cost := make([]float32, n+1)
	from := make([]symbol, n+1) // the symbol that leads here
	for i := range cost[1:] {
		cost[i+1] = 1e30
	}
	for i := range n {
		if x := cost[i] + c.literal[b[i]]; x < cost[i+1] {
			cost[i+1], from[i+1] = x, symbol{0, uint16(b[i])}
		}
		length := minMatch
		for _, m := range found[i] {
			far := cost[i] + c.distance[distanceCode(m.distance)]
			for ; length <= min(m.length, n-i); length++ {
				if x := far + c.length[length]; x < cost[i+length] {
					cost[i+length], from[i+length] = x, symbol{uint16(length), uint16(m.distance)}
				}
			}
		}
	}
	steps := 0
	for i := n; i > 0; i -= max(1, int(from[i].length)) {
		steps++
	}
	out := make([]symbol, steps)
	for i := n; i > 0; i -= max(1, int(from[i].length)) {
		steps--
		out[steps] = from[i]
	}
	return out
}
