package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"ganvas/core/experiment"
	"ganvas/core/family"
	"ganvas/core/gan"
	"ganvas/core/rival"
)

// fieldsCommand lists the fields of a family's Specs with their defaults, of GANs where none is named.
func fieldsCommand(args []string, stdout, stderr io.Writer) int {
	lines, unexpected := players(), args
	if len(args) > 0 {
		if e, ok := rival.Find(args[0]); ok {
			lines, unexpected = e.Fields, args[1:]
		} else if args[0] == gan.Family.Key {
			unexpected = args[1:]
		}
	}
	if len(unexpected) > 0 {
		fmt.Fprintf(stderr, "ganvas fields: unexpected %q; give nothing, or one of %s, %s\n", unexpected[0], gan.Family.Key, strings.Join(rivals(), ", "))
		return 2
	}
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	group := ""
	for _, l := range lines {
		if l.Group != group {
			group = l.Group
			fmt.Fprintf(w, "%s\n", group)
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", l.Key, l.Default, l.Label, l.Allowed)
	}
	w.Flush()
	return 0
}

// players are the fields of the family of two players.
func players() (out []family.Line) {
	base := experiment.Default()
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		out = append(out, family.Line{Group: f.Group, Key: f.Key, Default: f.Get(&base), Label: f.Label, Allowed: f.Allowed()})
	}
	return out
}

// rivals are the keys of the other families.
func rivals() (keys []string) {
	for _, e := range rival.All {
		keys = append(keys, e.Key)
	}
	return keys
}
