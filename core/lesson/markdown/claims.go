package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/lesson"
)

func readClaims(f *File, line int, rows []row) error {
	c := Claims{Line: line, Step: len(f.Steps) - 1}
	for _, r := range rows {
		if strings.HasPrefix(r.text, "#") {
			continue
		}
		if err := c.read(f.step().Setup.Run, r); err != nil {
			return err
		}
	}
	if len(c.Goals) == 0 {
		return &Error{line, "claims", "", "at least one claim"}
	}
	f.Claims = append(f.Claims, c)
	return nil
}

// read takes one row: a setting, a run, or a claim.
func (c *Claims) read(spec experiment.Spec, r row) (err error) {
	name, value, isField := strings.Cut(r.text, ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	switch {
	case !isField:
		text, but, err := c.exceptions(r)
		if err != nil {
			return err
		}
		g, err := lesson.ParseGoal(text, c.knows)
		if err != nil {
			return at(r.line, "claims", r.text, err)
		}
		c.Goals = append(c.Goals, Claim{r.line, g, but})
		return nil
	case name == "seeds":
		return c.readSeeds(r.line, value)
	case name == "tests":
		if c.Slow = value == "slow"; !c.Slow {
			return &Error{r.line, "claims: tests", value, "slow"}
		}
		return nil
	}
	run, err := readRun(spec, name, value, r.line)
	if err != nil {
		return err
	}
	if c.run(name) != nil {
		return &Error{r.line, "claims", name, "each run a name of its own"}
	}
	c.Runs = append(c.Runs, run)
	return nil
}

// exceptions cuts " in 8 of 10" off a claim that holds for so many of the block's seeds, and says for how many it may not.
func (c *Claims) exceptions(r row) (text string, but int, err error) {
	i := strings.LastIndex(r.text, " in ")
	if i < 0 {
		return r.text, 0, nil
	}
	text, share := r.text[:i], r.text[i+len(" in "):]
	hold, of, _ := strings.Cut(share, " of ")
	n, wrong := strconv.Atoi(hold)
	if m, err := strconv.Atoi(of); err != nil || wrong != nil || m != len(c.Seeds) || n < 1 || n >= m {
		return "", 0, &Error{r.line, "claims", share, fmt.Sprintf("a share of the %d seeds that the block has named before, as \"8 of 10\"", len(c.Seeds))}
	}
	return text, len(c.Seeds) - n, nil
}

func (c *Claims) readSeeds(line int, value string) error {
	if first, last, ok := strings.Cut(value, " to "); ok {
		a, err := strconv.Atoi(first)
		b, wrong := strconv.Atoi(last)
		if err != nil || wrong != nil || a < 0 || b <= a || b >= a+20 {
			return &Error{line, "claims: seeds", value, "up to 20 whole numbers with commas, or \"1 to 10\""}
		}
		for n := a; n <= b; n++ {
			c.Seeds = append(c.Seeds, uint32(n))
		}
		return nil
	}
	for text := range strings.SplitSeq(value, ",") {
		n, err := strconv.ParseUint(strings.TrimSpace(text), 10, 32)
		if err != nil || len(c.Seeds) == 20 {
			return &Error{line, "claims: seeds", value, "up to 20 whole numbers with commas, or \"1 to 10\""}
		}
		c.Seeds = append(c.Seeds, uint32(n))
	}
	return nil
}

// readRun reads "PATCH after STEPS, STEPS d".
func readRun(spec experiment.Spec, name, text string, line int) (Run, error) {
	where := "claims: " + name
	if !plainName(name) {
		return Run{}, &Error{line, "claims", name, "a run's name of small letters"}
	}
	patch, phases, ok := cutAfter(text)
	if !ok {
		return Run{}, &Error{line, where, text, "what changes, and \"after\" how many steps"}
	}
	spec, err := readSpec(spec, patch)
	if err != nil {
		return Run{}, at(line, where, patch, err)
	}
	run := Run{Name: name, Spec: spec}
	for part := range strings.SplitSeq(phases, ",") {
		p, ok := readPhase(strings.TrimSpace(part))
		if !ok || len(run.Phases) == 8 {
			return Run{}, &Error{line, where, part, "up to 8 phases such as \"1500\" or \"200 d\", of 1 to 100000 steps"}
		}
		run.Phases = append(run.Phases, p)
	}
	return run, nil
}

func cutAfter(text string) (patch, phases string, ok bool) {
	if rest, ok := strings.CutPrefix(text, "after "); ok {
		return "", rest, true
	}
	return strings.Cut(text, " after ")
}

func readPhase(text string) (Phase, bool) {
	count, who, one := strings.Cut(text, " ")
	if !one {
		who = "both"
	}
	n, err := strconv.Atoi(count)
	return Phase{n, who}, err == nil && n >= 1 && n <= maxTrain && (!one || who == "d" || who == "g")
}

func plainName(name string) bool {
	for _, c := range []byte(name) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return name != ""
}

func (c *Claims) run(name string) *Run {
	for i := range c.Runs {
		if c.Runs[i].Name == name {
			return &c.Runs[i]
		}
	}
	return nil
}

// knows says whether a name is something to be read of one of the block's runs.
func (c *Claims) knows(name string) bool {
	run, key, _ := strings.Cut(name, ".")
	return c.run(run) != nil && (lesson.IsQuantity(key) || isMeasure(key))
}
