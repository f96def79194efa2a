package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"ganvas/core/experiment"
)

// fieldsCommand lists the fields of a Spec with their defaults.
func fieldsCommand(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		fmt.Fprintf(stderr, "ganvas fields: unexpected %q; give nothing\n", args[0])
		return 2
	}
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	base, group := experiment.Default(), ""
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		if f.Group != group {
			group = f.Group
			fmt.Fprintf(w, "%s\n", group)
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", f.Key, f.Get(&base), f.Label, f.Allowed())
	}
	w.Flush()
	return 0
}
