//go:build !js

package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// archives are a release: the site, the single file, each with its licences, and SHA256SUMS as sha256sum -c reads it.
func archives(p *parts, s *shipped) (files, error) {
	licences := files{licenceName: []byte(p.licence), noticeName: []byte(p.notice)}
	offline := files{singleName: s.single}
	for name, b := range licences {
		offline[name] = b
	}
	out, sums := files{}, ""
	for _, a := range []struct {
		kind string
		files
	}{{"offline", offline}, {"site", s.site}} {
		folder := "ganvas-" + p.version + "-" + a.kind
		b, err := archive(folder, a.files)
		if err != nil {
			return nil, err
		}
		out[folder+".zip"] = b
		sums += fmt.Sprintf("%x  %s.zip\n", sha256.Sum256(b), folder)
	}
	out["SHA256SUMS"] = []byte(sums)
	return out, nil
}

// release matches the heading of a version in the changelog.
var release = regexp.MustCompile(`(?m)^## \[?v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?|Unreleased)\b`)

// version is that of the changelog's first heading; "unreleased" where that has none yet.
func version(changelog string) (string, error) {
	m := release.FindStringSubmatch(changelog)
	if m == nil {
		return "", errors.New(`CHANGELOG.md has no heading such as "## 1.2.3" or "## Unreleased"`)
	}
	return strings.ToLower(m[1]), nil
}
