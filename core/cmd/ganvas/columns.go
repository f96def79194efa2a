package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"

	"ganvas/core/table"
)

// reading is how the flags say that a table is to be read: what they leave open is guessed.
type reading struct {
	x, y, class, further, only, delimiter, decimal, header string
}

// define adds the flags.
func (r *reading) define(flags *flag.FlagSet) {
	flags.StringVar(&r.x, "x", "", "the column of a table that is x, by name or by number from 1; it is guessed otherwise")
	flags.StringVar(&r.y, "y", "", "the column that is y")
	flags.StringVar(&r.class, "class", "", "the column that is the class, or none")
	flags.StringVar(&r.further, "further", "", "columns beyond x and y, with commas between")
	flags.StringVar(&r.only, "only", "", "of a file of many sets, the one to take: COLUMN=VALUE")
	flags.StringVar(&r.delimiter, "delimiter", "", "what stands between columns: comma, semicolon, tab, bar, space, none, or pairs where every second comma is a decimal mark")
	flags.StringVar(&r.decimal, "decimal", "", "the decimal mark: point or comma")
	flags.StringVar(&r.header, "header", "", "whether the first row holds names: yes or no")
}

// read reads a file, or standard input for "-".
func (r *reading) read(name string) (*table.Table, table.Choice, error) {
	o, err := r.options()
	if err != nil {
		return nil, table.Choice{}, err
	}
	in := io.Reader(os.Stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, table.Choice{}, &inputError{"csv", name, "a file that can be read: " + err.Error()}
		}
		defer f.Close()
		in = f
	}
	t, err := table.Read(in, o)
	if err != nil {
		var e *table.Error
		if errors.As(err, &e) {
			return nil, table.Choice{}, &tableError{name, err}
		}
		return nil, table.Choice{}, &inputError{"csv", name, "a file that can be read: " + err.Error()}
	}
	c, err := r.choice(t)
	return t, c, err
}

// tableError is a table that holds no points.
type tableError struct {
	name string
	error
}

func (e *tableError) Error() string { return e.name + ": " + e.error.Error() }

// words are the names of runes and of headers that the flags take.
var (
	delimiterWords = []string{"comma", "semicolon", "tab", "bar", "space", "none", "pairs"}
	delimiterRunes = []rune{',', ';', '\t', '|', ' ', table.None, table.Pairs}
	decimalWords   = []string{"point", "comma"}
	decimalRunes   = []rune{'.', ','}
	headerWords    = []string{"yes", "no"}
	headers        = []table.Header{table.Named, table.Unnamed}
)

func (r *reading) options() (o table.Options, err error) {
	if o.Delimiter, err = worded("delimiter", r.delimiter, delimiterWords, delimiterRunes); err != nil {
		return o, err
	}
	if o.Decimal, err = worded("decimal", r.decimal, decimalWords, decimalRunes); err != nil {
		return o, err
	}
	o.Header, err = worded("header", r.header, headerWords, headers)
	return o, err
}

// worded is the value that a word stands for, or the zero value for none.
func worded[T any](flag, word string, words []string, values []T) (v T, err error) {
	if word == "" {
		return v, nil
	}
	for i, w := range words {
		if w == word {
			return values[i], nil
		}
	}
	return v, &inputError{flag, word, "one of " + strings.Join(words, ", ")}
}

// choice is the guess, but for the columns that the flags name.
func (r *reading) choice(t *table.Table) (c table.Choice, err error) {
	c = t.Guess
	for _, f := range []struct {
		flag, name string
		to         *int
	}{{"x", r.x, &c.X}, {"y", r.y, &c.Y}, {"class", r.class, &c.Class}} {
		switch {
		case f.name == "":
		case f.name == "none" && f.flag != "x":
			*f.to = -1
		default:
			if *f.to, err = columnOf(t, f.flag, f.name); err != nil {
				return c, err
			}
		}
	}
	for _, name := range strings.FieldsFunc(r.further, func(r rune) bool { return r == ',' }) {
		j, err := columnOf(t, "further", name)
		if err != nil {
			return c, err
		}
		c.Further = append(c.Further, j)
	}
	if r.class == "" && (c.Class == c.X || c.Class == c.Y) {
		c.Class = -1
	}
	if name, value, ok := strings.Cut(r.only, "="); ok {
		c.Only.Value = value
		if c.Only.Column, err = columnOf(t, "only", name); err != nil {
			return c, err
		}
	} else if r.only != "" {
		return c, &inputError{"only", r.only, "COLUMN=VALUE"}
	}
	return c, nil
}

// columnOf finds a column by its name, or by its number from 1.
func columnOf(t *table.Table, flag, name string) (int, error) {
	var names []string
	for j := range t.Columns {
		if t.Columns[j].Name == name {
			return j, nil
		}
		names = append(names, t.Columns[j].Name)
	}
	if j, err := strconv.Atoi(name); err == nil && j >= 1 && j <= len(names) {
		return j - 1, nil
	}
	return 0, &inputError{flag, name, fmt.Sprintf("a number from 1 to %d or one of %s", len(names), strings.Join(names[:min(len(names), 20)], ", "))}
}

// columnsCommand says what a table holds and what would be read of it, and writes the points where it is asked to.
func columnsCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("ganvas columns", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	var r reading
	r.define(flags)
	points := flags.Bool("points", false, "print the points instead, as a table that is read back as they are")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stderr)
		flags.PrintDefaults()
		return 0
	}
	if err != nil {
		err = &flagError{err, "columns"}
	} else if flags.NArg() != 1 {
		err = &inputError{"columns", strings.Join(flags.Args(), " "), "one file, or - for standard input, after the flags"}
	} else {
		err = r.show(flags.Arg(0), *points, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, "ganvas columns:", err)
		return 2
	}
	return 0
}

func (r *reading) show(name string, points bool, stdout, stderr io.Writer) error {
	t, c, err := r.read(name)
	if err != nil {
		return err
	}
	p, err := t.Points(c)
	if !points {
		list(t, c, stdout)
		tell(t, p, stdout)
		return nil
	}
	if err != nil {
		return &tableError{name, err}
	}
	tell(t, p, stderr)
	_, err = stdout.Write(p.Text())
	return err
}

// list prints the columns.
func list(t *table.Table, c table.Choice, to io.Writer) {
	fmt.Fprintf(to, "%s in %s, %d rows, %d columns\n", t.Format, t.Encoding, t.Rows, len(t.Columns))
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	for j := range t.Columns {
		k := &t.Columns[j]
		holds := fmt.Sprintf("%g to %g", k.Low, k.High)
		if !k.Numeric() {
			holds = fmt.Sprintf("%d different", len(k.Levels))
			if k.Many {
				holds = fmt.Sprintf("more than %d different", table.MaxLevels)
			}
		}
		fmt.Fprintf(w, "  %d\t%s\t%s\t%s\t%s\n", j+1, k.Name, k.Kind, holds, c.Role(j))
	}
	w.Flush()
}

// tell prints the notes, and what was left out.
func tell(t *table.Table, p *table.Points, to io.Writer) {
	for _, n := range t.Notes {
		fmt.Fprintln(to, n.Text)
		for _, a := range n.Answers {
			if a.Now {
				fmt.Fprintf(to, "  It is read as %s.\n", a.Text)
			}
		}
	}
	if p != nil {
		if left := p.Left.String(); left != "" {
			fmt.Fprintln(to, left)
		}
		fmt.Fprintf(to, "%d points of %s\n", p.Rows, strings.Join(p.Names, ", "))
	}
}
