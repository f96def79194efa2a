package table

// order is how the parts of dates in a column stand. Dates are read as days since the first of January 1970, in float64; times of a day alone
// are fractions of one.
type order struct {
	monthFirst bool // 1/31/2024; otherwise 31/1/2024
}

// days reads a day (2024-01-31, 2024/01/31, 31.1.2024, 31/1/2024), a day and a time (2024-01-31T10:30:00Z, 2024-01-31 10:30), or a time.
func (o order) days(s string) (float64, bool) {
	d := digits{s}
	if len(s) > 2 && s[1] == ':' || len(s) > 3 && s[2] == ':' {
		return d.clock()
	}
	v, ok := d.date(o)
	if !ok {
		return 0, false
	}
	if d.rest == "" {
		return float64(v), true
	}
	if d.rest[0] != 'T' && d.rest[0] != ' ' {
		return 0, false
	}
	d.rest = d.rest[1:]
	clock, ok := d.clock()
	return float64(v) + clock, ok
}

// digits reads numbers from the front of a text.
type digits struct{ rest string }

// number takes a whole number of least to most digits.
func (d *digits) number(least, most int) (v int, ok bool) {
	n := 0
	for n < len(d.rest) && n < most && d.rest[n] >= '0' && d.rest[n] <= '9' {
		v = 10*v + int(d.rest[n]-'0')
		n++
	}
	d.rest = d.rest[n:]
	return v, n >= least
}

// mark takes one byte of a set.
func (d *digits) mark(set string) (c byte, ok bool) {
	for i := range len(set) {
		if d.rest != "" && d.rest[0] == set[i] {
			c, d.rest = d.rest[0], d.rest[1:]
			return c, true
		}
	}
	return 0, false
}

// date takes a day.
func (d *digits) date(o order) (days int, ok bool) {
	all := len(d.rest)
	a, ok := d.number(1, 4)
	yearFirst := all-len(d.rest) == 4
	c, mark := d.mark("-/.")
	if !ok || !mark {
		return 0, false
	}
	b, ok := d.number(1, 2)
	again, mark := d.mark("-/.")
	if !ok || !mark || again != c {
		return 0, false
	}
	if yearFirst {
		day, ok := d.number(1, 2)
		return civil(a, b, day), ok && calendar(a, b, day)
	}
	if o.monthFirst && c == '/' {
		a, b = b, a
	}
	year, ok := d.number(4, 4)
	return civil(year, b, a), ok && calendar(year, b, a)
}

// clock takes a time to the end of the text, as a fraction of a day; a shift from universal time is taken off.
func (d *digits) clock() (float64, bool) {
	h, ok := d.number(1, 2)
	_, mark := d.mark(":")
	m, more := d.number(2, 2)
	if !ok || !mark || !more || h > 24 || m > 59 {
		return 0, false
	}
	const day = 86400
	seconds := float64(h*3600 + m*60)
	if _, mark := d.mark(":"); mark {
		s, ok := d.number(2, 2)
		if !ok || s > 60 {
			return 0, false
		}
		seconds += float64(s)
		if _, mark := d.mark(".,"); mark {
			n := len(d.rest)
			part, ok := d.number(1, 9)
			if !ok {
				return 0, false
			}
			unit := 1.
			for range n - len(d.rest) {
				unit *= 10
			}
			seconds += float64(part) / unit
		}
	}
	if h == 24 && seconds > day { // the end of the day is the last moment of it
		return 0, false
	}
	shift, ok := d.zone()
	return (seconds - shift) / day, ok && d.rest == ""
}

// zone takes Z or a shift from universal time, in seconds.
func (d *digits) zone() (seconds float64, ok bool) {
	if _, ok := d.mark("Z"); ok || d.rest == "" {
		return 0, true
	}
	sign, ok := d.mark("+-")
	if !ok {
		return 0, false
	}
	h, ok := d.number(2, 2)
	_, mark := d.mark(":")
	m := 0
	if mark || d.rest != "" {
		var more bool
		m, more = d.number(2, 2)
		ok = ok && more
	}
	seconds = float64(h*3600 + m*60)
	if sign == '-' {
		seconds = -seconds
	}
	return seconds, ok && h < 24 && m < 60
}

// calendar says whether a day may be one.
func calendar(year, month, day int) bool {
	if month == 2 && day == 29 {
		return year >= 1000 && year%4 == 0 && (year%100 != 0 || year%400 == 0)
	}
	return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

// civil is the days from 1970-01-01 to a day of the Gregorian calendar: H. Hinnant, chrono-Compatible Low-Level Date Algorithms.
func civil(year, month, day int) int {
	if month <= 2 {
		year--
	}
	era := year / 400
	of := year - era*400
	in := (153*((month+9)%12)+2)/5 + day - 1
	return era*146097 + of*365 + of/4 - of/100 + in - 719468
}

// compactDay says whether a number may be a day written as 20240131.
func compactDay(v float64) bool {
	if v < 1800_0101 || v > 2199_1231 {
		return false
	}
	n := int(v)
	return calendar(n/10000, n/100%100, n%100)
}
