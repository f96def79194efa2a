//go:build !js

package main

// shipped is what readers get.
type shipped struct {
	site   files
	single []byte // the same in one file
}

func ship(p *parts) (*shipped, error) {
	site, err := site(p)
	if err != nil {
		return nil, err
	}
	single, err := single(p)
	return &shipped{site, single}, err
}
