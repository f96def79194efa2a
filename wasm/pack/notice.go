//go:build !js

package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Programs are the two that browsers run.
var shippedPrograms = []string{"./wasm/program", "./wasm/reader"}

// linked prints a line for each package of a module other than ours: the module, its version, its folder and the package's.
const linked = `{{with .Module}}{{if not .Main}}{{.Path}}|{{.Version}}|{{.Dir}}|{{$.Dir}}{{end}}{{end}}`

// licenceFile matches the names under which licences lie.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]es?|copying|notice|patents|third[_-]party[_-]licen[cs]es)([._-].*)?$`)

// notice is the text that goes with the programs: the licences of Go, whose runtime is part of them, and of every module that is
// linked into them, from the folders of the packages that are.
func notice(root string) (string, error) {
	out, err := command(root, []string{"GOOS=js", "GOARCH=wasm"}, "go", append([]string{"list", "-deps", "-f", linked}, shippedPrograms...)...)
	if err != nil {
		return "", err
	}
	folders, err := licenceFolders(string(out))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("Ganvas is under the Apache License 2.0. Its programs contain what follows, under these licences.\n")
	for _, title := range slices.Sorted(maps.Keys(folders)) {
		if err := addLicences(&b, title, folders[title]); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// licenceFolders are, by what they belong to, the folders where licences may lie: a module's own, and those of linked packages.
func licenceFolders(list string) (map[string][]string, error) {
	goDir, err := goRoot()
	if err != nil {
		return nil, err
	}
	folders := map[string][]string{"The Go programming language": {goDir}}
	for line := range strings.Lines(list) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		if len(fields) != 4 {
			return nil, fmt.Errorf("go list says %q", line)
		}
		title, module := fields[0]+" "+fields[1], fields[2]
		for dir := fields[3]; ; dir = filepath.Dir(dir) {
			folders[title] = append(folders[title], dir)
			if dir == module || len(dir) <= len(module) {
				break
			}
		}
	}
	return folders, nil
}

// addLicences writes the licences in some folders of a module. A module without one cannot be shipped.
func addLicences(b *strings.Builder, title string, dirs []string) error {
	slices.Sort(dirs)
	n := 0
	for _, dir := range slices.Compact(dirs) {
		paths, err := licencesIn(dir)
		if err != nil {
			return err
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			n++
			fmt.Fprintf(b, "\n%s\n%s: %s\n\n%s\n", strings.Repeat("=", 78), title, filepath.Base(path), strings.TrimSpace(string(text)))
		}
	}
	if n == 0 {
		return fmt.Errorf("%s has no licence in %s", title, dirs[0])
	}
	return nil
}

// licencesIn are the licences in a folder, and those in a folder of licences there.
func licencesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var paths []string
	for _, e := range entries {
		if !licenceFile.MatchString(e.Name()) || filepath.Ext(e.Name()) == ".go" {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if !e.IsDir() {
			paths = append(paths, path)
			continue
		}
		inner, err := os.ReadDir(path)
		if err != nil {
			return nil, err
		}
		for _, i := range inner {
			paths = append(paths, filepath.Join(path, i.Name()))
		}
	}
	return paths, err
}
