//go:build !js

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
)

// torch is native PyTorch on one thread, for the models of images.
var torch = engine{"torch", "PyTorch, one thread"}

// python is a process that is asked as a Worker is: pytorch.py says how.
type python struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// errNoTorch says what is missing.
var errNoTorch = errors.New("there is no PyTorch here: on Debian, apt-get install python3-torch")

// startPython starts pytorch.py, by the first Python that has PyTorch.
func startPython() (*python, error) {
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import torch").Run() != nil {
			continue
		}
		c := exec.Command(name, home+"/pytorch.py")
		in, err := c.StdinPipe()
		if err != nil {
			return nil, err
		}
		out, err := c.StdoutPipe()
		if err != nil {
			return nil, err
		}
		return &python{c, in, bufio.NewReader(out)}, c.Start()
	}
	return nil, errNoTorch
}

// ask sends a call and takes its answer.
func (p *python) ask(action string, into any, args ...any) error {
	call, err := json.Marshal(append([]any{action}, args...))
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(p.in, "%s\n", call); err != nil {
		return err
	}
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("PyTorch has ended: %w", err)
	}
	return answer(line, into)
}

// Close ends the process.
func (p *python) Close() {
	p.in.Close()
	p.cmd.Wait()
}
