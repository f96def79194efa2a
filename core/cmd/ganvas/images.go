package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"ganvas/core/imagefile"
	"ganvas/core/imageset"
)

// imagesCommand says what a set of images holds, and writes it as the page keeps it where it is asked to.
func imagesCommand(args []string, stdout, stderr io.Writer) int {
	flags := quiet("ganvas images")
	var o imagefile.Options
	tile := flags.Int("tile", 0, "the side, in pixels, of the images of a sheet; a usual one that divides it otherwise")
	flags.IntVar(&o.Side, "side", 0, "the side that pictures are brought to; small ones that are alike stay as they are otherwise")
	out := flags.String("out", "", "a file to write the set to, as one that ganvas and the page read at once")
	if done, code := parsed(flags, args, stderr); done {
		return code
	}
	o.Tile = [2]int{*tile, *tile}
	err := describeImages(flags.Args(), o, *out, stdout)
	if err != nil {
		fmt.Fprintln(stderr, "ganvas images:", err)
		return 2
	}
	return 0
}

// quiet is a set of flags that prints nothing by itself.
func quiet(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	return flags
}

// parsed reads the flags; done says that the command is over, with a code.
func parsed(flags *flag.FlagSet, args []string, stderr io.Writer) (done bool, code int) {
	switch err := flags.Parse(args); err {
	case nil:
		return false, 0
	case flag.ErrHelp:
		flags.SetOutput(stderr)
		flags.PrintDefaults()
		return true, 0
	default:
		fmt.Fprintf(stderr, "%s: %v\n", flags.Name(), err)
		return true, 2
	}
}

func describeImages(names []string, o imagefile.Options, out string, stdout io.Writer) error {
	r, err := readImages(names, o)
	if err != nil {
		return err
	}
	s := r.Set.Statistics()
	fmt.Fprintf(stdout, "%d images of %s, values from %g to %g; of the bytes: mean %.2f, deviation %.2f\n", s.Count, s.Shape, s.Low, s.High, s.Mean, s.Deviation)
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	for _, c := range s.Classes {
		fmt.Fprintf(w, "  %s\t%d\n", c.Name, c.Count)
	}
	w.Flush()
	for _, n := range r.Notes {
		fmt.Fprintln(stdout, n)
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, r.Set.Bytes(), 0o644)
}

// readImages reads a set from files and from all files in folders.
func readImages(names []string, o imagefile.Options) (*imagefile.Result, error) {
	if len(names) == 0 {
		return nil, &inputError{"images", "nothing", "files of one set, or folders of them, after the flags"}
	}
	var files []imagefile.File
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.Open(path)
			if err != nil {
				return err
			}
			info, err := b.Stat()
			if err != nil {
				return err
			}
			b.Close()
			files = append(files, imagefile.File{Name: filepath.ToSlash(path), Size: info.Size(), Bytes: lazyFile(path)})
			return nil
		})
		if err != nil {
			return nil, &inputError{"images", name, "a file or a folder that can be read: " + err.Error()}
		}
	}
	if len(files) == 1 { // as ganvas itself wrote it
		if b, err := os.ReadFile(names[0]); err == nil && imageset.Is(b) {
			set, err := imageset.Parse(b)
			return &imagefile.Result{Set: set}, err
		}
	}
	return imagefile.Read(files, o)
}

// lazyFile is a file by its path, opened for each reading: a folder may hold more files than may be open at once.
type lazyFile string

// ReadAt implements io.ReaderAt.
func (f lazyFile) ReadAt(b []byte, at int64) (int, error) {
	file, err := os.Open(string(f))
	if err != nil {
		return 0, err
	}
	defer file.Close()
	return file.ReadAt(b, at)
}
