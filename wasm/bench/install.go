//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// home is this folder, from the repository's root.
const home = "wasm/bench"

// installPeers installs the other engines at the versions that package-lock.json pins, if they are not there yet.
func installPeers() error {
	lock, err := os.Stat(home + "/package-lock.json")
	if err != nil {
		return fmt.Errorf("run it from the repository's root, by make bench: %w", err)
	}
	done, err := os.Stat(home + "/node_modules/.package-lock.json")
	if err == nil && !done.ModTime().Before(lock.ModTime()) {
		return nil
	}
	if err := needNPM(); err != nil {
		return err
	}
	return command(home, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error")
}

// needNPM makes sure that there is an npm; on Debian it installs one.
func needNPM() error {
	if _, err := exec.LookPath("npm"); err == nil {
		return nil
	}
	missing := errors.New("npm is missing, which fetches the engines to compare with. Install Node.js, which brings it: " +
		"apt-get install nodejs npm, brew install node, or https://nodejs.org/")
	if _, err := os.Stat("/etc/debian_version"); err != nil || os.Getuid() != 0 {
		return missing
	}
	fmt.Fprintln(os.Stderr, "bench: npm is missing; installing it with apt-get")
	if err := command(".", "apt-get", "update", "-q"); err != nil {
		return errors.Join(missing, err)
	}
	// Some packages of Node.js bring npm, and then exclude Debian's.
	for _, name := range []string{"nodejs", "npm"} {
		if err := command(".", "apt-get", "install", "-q", "-y", "--no-install-recommends", name); err != nil {
			return errors.Join(missing, err)
		}
		if _, err := exec.LookPath("npm"); err == nil {
			return nil
		}
	}
	return missing
}

// command runs a program in a folder and shows what it says.
func command(dir, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Dir, c.Stdout, c.Stderr = dir, os.Stderr, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s %v: %w", name, args, err)
	}
	return nil
}
