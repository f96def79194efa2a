//go:build !js

package deflate

// match is a copy that could be made: of any length up to this one, and of none shorter from nearer.
type match struct{ length, distance int }

// matcher finds, for each place of the input, where the same bytes stood before.
type matcher struct {
	b    []byte
	head []int32 // the last place of each hash
	prev []int32 // the place before of the same hash
	next int     // the first place that is not in the chains yet
	room []match
}

const (
	hashBits = 16
	tries    = 512 // places that are looked at
	enough   = 128 // a match of this length is not looked beyond
)

func newMatcher(b []byte) *matcher {
	m := &matcher{b: b, head: make([]int32, 1<<hashBits), prev: make([]int32, len(b))}
	for i := range m.head {
		m.head[i] = -1
	}
	return m
}

func (m *matcher) hash(i int) uint32 {
	x := uint32(m.b[i]) | uint32(m.b[i+1])<<8 | uint32(m.b[i+2])<<16
	return x * 0x9E3779B1 >> (32 - hashBits)
}

// matches returns, for each place of b[start:end], the matches by length, each longer and farther than the one before it.
func (m *matcher) matches(start, end int) [][]match {
	out := make([][]match, end-start)
	m.room = m.room[:0]
	cuts := make([]int, 0, end-start+1)
	for i := start; i < end; i++ {
		cuts = append(cuts, len(m.room))
		if i+minMatch <= len(m.b) {
			m.find(i)
			h := m.hash(i)
			m.prev[i], m.head[h] = m.head[h], int32(i)
		}
	}
	cuts = append(cuts, len(m.room))
	for i := range out {
		out[i] = m.room[cuts[i]:cuts[i+1]]
	}
	return out
}

// find appends the matches at i to room.
func (m *matcher) find(i int) {
	longest, limit := minMatch-1, min(maxMatch, len(m.b)-i)
	here := m.b[i : i+limit]
	for p, left := int(m.head[m.hash(i)]), tries; p >= 0 && i-p <= window && left > 0; p, left = int(m.prev[p]), left-1 {
		there := m.b[p : p+limit]
		if longest >= limit || there[longest] != here[longest] {
			continue
		}
		n := 0
		for n < limit && there[n] == here[n] {
			n++
		}
		if n > longest {
			longest = n
			m.room = append(m.room, match{n, i - p})
			if n >= enough {
				return
			}
		}
	}
}
