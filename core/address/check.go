package address

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// A link may begin with a short check of all its other pairs, by which it is noticed when it has been cut in the middle of a value, or changed.
// That it is missing means nothing. It is made of the pairs and not of what they mean, so that it holds in every version.

// checkOf is the check of pairs, four hexadecimal digits. Capitals, spaces and what other systems add do not count.
func checkOf(pairs []query.Pair) string { return checkBy(pairs, experiment.Plain) }

// checkBy is checkOf for values in one of their readings.
func checkBy(pairs []query.Pair, read func(string) string) string {
	sum := uint32(2166136261)
	for _, p := range pairs {
		if p.Key == checkKey || foreign(p.Key) {
			continue
		}
		for _, c := range []byte(p.Key + "=" + read(p.Value) + "&") {
			sum = (sum ^ uint32(c)) * 16777619 // FNV-1a of 32 bits
		}
	}
	return strconv.FormatUint(uint64(sum>>16^sum&0xffff)|1<<16, 16)[1:]
}

// holds reports whether the check is that of the pairs, however their values were written down.
func (r *reader) holds(pairs []query.Pair) bool {
	for i := range experiment.Readings("") {
		if read := func(v string) string { return experiment.Readings(v)[i] }; experiment.Readings(r.ok)[i] == checkBy(pairs, read) {
			return true
		}
	}
	return false
}

// check tells of a link that is not as it was made, where nothing else has told of it.
func (r *reader) check(pairs []query.Pair) {
	if r.ok == "" || len(r.Notes) > 0 || r.holds(pairs) {
		return
	}
	r.Notes = append(r.Notes, Note{Field: noted, Value: r.ok, Allowed: "the whole link, as it was copied",
		Text: "The link has been cut or changed since it was copied: a value may not be what its author meant. Give the whole link, as it was copied."})
}
