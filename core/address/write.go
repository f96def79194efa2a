package address

import (
	"strconv"
	"strings"

	"ganvas/core/query"
)

// Query is the address without its lesson, as it stands behind a page's question mark: canonical, and empty where nothing is asked for.
func (a Address) Query() string {
	var parts []string
	for _, part := range []string{a.Spec.String(), a.turns(), query.Format(a.Own...)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "&")
}

func (a Address) turns() string {
	if a.Turns == "" {
		return ""
	}
	return query.Format(query.Pair{Key: turnsKey, Value: a.Turns})
}

// Fragment is what stands behind the #: the lesson that is open, or nothing.
func (a Address) Fragment() string {
	switch {
	case a.Lesson == "":
		return ""
	case a.Step == 0:
		return query.Format(query.Pair{Key: lessonKey, Value: a.Lesson})
	}
	return query.Format(query.Pair{Key: lessonKey, Value: a.Lesson}, query.Pair{Key: stepKey, Value: strconv.Itoa(a.Step)})
}

// String is what stands in a page's address behind its path.
func (a Address) String() string {
	return after("?", a.Query()) + after("#", a.Fragment())
}

// Disk is String where a page may not change its query: all of it stands behind the #.
func (a Address) Disk() string {
	return "#" + diskMark + strings.Trim(a.Query()+"&"+a.Fragment(), "&")
}

// Checked is String with a short check in front, for a link that goes on a journey.
func (a Address) Checked() string {
	text := a.String()
	pairs, _ := split(text)
	if len(pairs) == 0 {
		return text
	}
	ok := checkKey + "=" + checkOf(pairs)
	if q := a.Query(); q != "" {
		ok += "&" + q
	}
	return "?" + ok + after("#", a.Fragment())
}

func after(mark, text string) string {
	if text == "" {
		return ""
	}
	return mark + text
}
