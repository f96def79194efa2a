// Command ganvas trains an experiment in a terminal: the same bits as in the page.
//
//	go run ./core/cmd/ganvas train -spec 'data=ring8&seed=3' -steps 4000
//
// Progress goes to standard error, and one line of JSON with the measures to standard output.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(command(os.Args[1:], os.Stdout, os.Stderr)) }

const usage = `Usage:
  ganvas train [flags]    train an experiment and measure it
  ganvas columns FILE     say what a table holds, and what would be read of it
  ganvas images FILES     say what a set of images holds
  ganvas judge [flags]    train the judge of digits anew, or have it read FILES
  ganvas fields [FAMILY]  list what a -spec may name: of a GAN, or with family=FAMILY
  ganvas table [flags]    train the literature's benchmarks and every data set, many seeds of each, and print two tables

-h after a command lists its flags.
`

// command is the whole program; it returns the exit code: 0 for success, 1 where training failed, 2 for wrong input.
func command(args []string, stdout, stderr io.Writer) int {
	command := ""
	if len(args) > 0 {
		command = args[0]
	}
	switch command {
	case "train":
		return trainCommand(args[1:], stdout, stderr)
	case "table":
		return tableCommand(args[1:], stdout, stderr)
	case "columns":
		return columnsCommand(args[1:], stdout, stderr)
	case "images":
		return imagesCommand(args[1:], stdout, stderr)
	case "judge":
		return judgeCommand(args[1:], stdout, stderr)
	case "fields":
		return fieldsCommand(args[1:], stdout, stderr)
	case "", "-h", "-help", "--help", "help":
		fmt.Fprint(stderr, usage)
		if command == "" {
			return 2
		}
		return 0
	}
	fmt.Fprintf(stderr, "ganvas: %q is no command; give train, columns, images, judge, table or fields\n", command)
	return 2
}
