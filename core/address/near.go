package address

import (
	"ganvas/core/form"
	"strings"
)

// nearest is the key that somebody who wrote this one may have meant, or nothing: one that ends in it, as "g.lr" does in "lr", or else the one that
// is the fewest slips away, and not more than a third of its letters.
func (r *reader) nearest(key string) string {
	best, least := "", 1+(len(key)+1)/3
	for _, known := range r.known() {
		if strings.HasSuffix(known, "."+key) {
			return known
		}
		if d := slips(key, known); d < least {
			best, least = known, d
		}
	}
	return best
}

// known are all keys that an address may have.
func (r *reader) known() []string {
	all := []string{lessonKey, turnsKey, form.Key}
	for _, f := range r.grammar.Fields {
		all = append(all, f.Key)
	}
	for _, k := range r.keys {
		all = append(all, k.Name)
	}
	return all
}

// maxSlips is the length of the longest keys that slips compares; longer ones are nobody's slip.
const maxSlips = 32

// slips is Levenshtein's distance: the fewest bytes to add, to drop or to change that make a of b.
func slips(a, b string) int {
	if len(a) > maxSlips || len(b) > maxSlips {
		return maxSlips
	}
	var row [maxSlips + 1]int // of the distances from all beginnings of b
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			d := diagonal
			if a[i] != b[j] {
				d++
			}
			diagonal = row[j+1]
			row[j+1] = min(d, diagonal+1, row[j]+1)
		}
	}
	return row[len(b)]
}
