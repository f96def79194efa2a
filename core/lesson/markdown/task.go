package markdown

import (
	"strconv"

	"ganvas/core/imagemetric"
	"ganvas/core/lesson"
	"ganvas/core/metric"
	"ganvas/core/probe"
)

func readTask(f *File, line int, rows []row) error {
	if f.step().Task != nil {
		return &Error{line, "task", "", "one task in a step"}
	}
	t, seen := &lesson.Task{}, map[string]bool{}
	for _, r := range rows {
		key, value := field(r.text)
		if seen[key] {
			return &Error{r.line, "task: " + key, value, "each line once"}
		}
		seen[key] = true
		if err := setTask(t, f.step().Setup, r.line, key, value); err != nil {
			return err
		}
	}
	for _, key := range []string{"say", "goal", "within", "solution"} {
		if !seen[key] {
			return &Error{line, "task: " + key, "", "the lines say, goal, within and solution"}
		}
	}
	f.step().Task = t
	return nil
}

func setTask(t *lesson.Task, s lesson.Setup, line int, key, value string) (err error) {
	switch key {
	case "say":
		if value == "" {
			return &Error{line, "task: say", value, "a text"}
		}
		t.Say = value
	case "goal":
		if t.Goal, err = lesson.ParseGoal(value, shownOnPage); err != nil {
			return at(line, "task: goal", value, err)
		}
	case "within":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > maxTrain {
			return &Error{line, "task: within", value, "a whole number of steps from 1 to 100000"}
		}
		t.Within = uint64(n)
	case "solution":
		if _, err := readSpec(s.Run, value); err != nil {
			return at(line, "task: solution", value, err)
		}
		t.Solution = value
	default:
		return &Error{line, "task", key, "only the lines say, goal, within and solution"}
	}
	return nil
}

// maxTrain bounds how long tasks and claims train, in steps.
const maxTrain = 100_000

// costs of measures, of points and of images, by their keys: what both have costs as much.
var costs = costsOf()

func costsOf() map[string]metric.Cost {
	m := map[string]metric.Cost{probe.Heldout: metric.Cheap}
	for _, x := range metric.All {
		m[x.Key] = x.Cost
	}
	for _, x := range imagemetric.All {
		m[x.Key] = x.Cost
	}
	return m
}

// isMeasure says whether there is a measure of this key.
func isMeasure(key string) bool {
	_, ok := costs[key]
	return ok
}

// shownOnPage says whether the page knows a name while it trains: quantities and cheap measures.
func shownOnPage(name string) bool {
	return lesson.IsQuantity(name) || isMeasure(name) && costs[name] == metric.Cheap
}
