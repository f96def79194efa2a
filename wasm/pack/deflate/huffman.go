//go:build !js

package deflate

import "slices"

// endOfBlock is the symbol that ends a block.
const endOfBlock = 256

// count counts the codes of symbols.
func count(symbols []symbol) (lit [286]int, dist [30]int) {
	lit[endOfBlock] = 1
	for _, s := range symbols {
		if s.length == 0 {
			lit[s.distance]++
			continue
		}
		lit[257+lengthCode(int(s.length))]++
		dist[distanceCode(int(s.distance))]++
	}
	return lit, dist
}

// size is about how many bits the symbols take in codes of these lengths, without the codes themselves.
func size(symbols []symbol, lit, dist []uint8) int {
	n := int(lit[endOfBlock])
	for _, s := range symbols {
		if s.length == 0 {
			n += int(lit[s.distance])
			continue
		}
		l, d := lengthCode(int(s.length)), distanceCode(int(s.distance))
		n += int(lit[257+l]) + lengthExtra[l] + int(dist[d]) + distanceExtra[d]
	}
	return n
}

// codeLengths are the lengths of an optimal code, none above limit, by package-merge (Larmore and Hirschberg, 1990). A symbol that does
// not come has none; where but one comes, it has 1.
func codeLengths(counts []int, limit int) []uint8 {
	type item struct {
		weight  int
		symbols []int
	}
	var leaves []item
	for s, n := range counts {
		if n > 0 {
			leaves = append(leaves, item{n, []int{s}})
		}
	}
	out := make([]uint8, len(counts))
	if len(leaves) == 1 {
		out[leaves[0].symbols[0]] = 1
	}
	if len(leaves) < 2 {
		return out
	}
	byWeight := func(a, b item) int { return a.weight - b.weight }
	slices.SortStableFunc(leaves, byWeight)
	row := leaves
	for range limit - 1 {
		merged := slices.Clone(leaves)
		for i := 0; i+1 < len(row); i += 2 {
			merged = append(merged, item{row[i].weight + row[i+1].weight, slices.Concat(row[i].symbols, row[i+1].symbols)})
		}
		slices.SortStableFunc(merged, byWeight)
		row = merged
	}
	for _, it := range row[:2*len(leaves)-2] {
		for _, s := range it.symbols {
			out[s]++
		}
	}
	return out
}

// codesFor are the canonical codes of these lengths, their bits in the order in which they are written.
func codesFor(lengths []uint8) []uint16 {
	var of, next [17]int
	for _, n := range lengths {
		of[n]++
	}
	of[0] = 0
	for n := 1; n < len(next); n++ {
		next[n] = (next[n-1] + of[n-1]) << 1
	}
	out := make([]uint16, len(lengths))
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		code := next[n]
		next[n]++
		for range n {
			out[s] = out[s]<<1 | uint16(code&1)
			code >>= 1
		}
	}
	return out
}
