// Package query reads and writes the part of a URL after the question mark: keys and values joined as "k=v&k=v".
//
// It is what Specs and commands are written in, and takes the place of net/url in the programs that browsers download. It
// escapes only what a query cannot hold, so "g=32,32:tanh" stays legible.
package query

import (
	"fmt"
	"strings"
)

// Pair is one key and its value, unescaped.
type Pair struct{ Key, Value string }

// Parse splits a query into its pairs, in their order; a leading "?" is dropped and empty parts are skipped. A part without "="
// is a key with an empty value. It fails on a malformed %-escape.
func Parse(text string) ([]Pair, error) {
	var pairs []Pair
	for part := range strings.SplitSeq(strings.TrimPrefix(text, "?"), "&") {
		if part == "" {
			continue
		}
		k, v, _ := strings.Cut(part, "=")
		key, err := Unescape(k)
		if err != nil {
			return nil, err
		}
		value, err := Unescape(v)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, Pair{key, value})
	}
	return pairs, nil
}

// Format joins pairs to a query, in their order. A pair with an empty value keeps its "=".
func Format(pairs ...Pair) string {
	var b strings.Builder
	for i, p := range pairs {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(Escape(p.Key))
		b.WriteByte('=')
		b.WriteString(Escape(p.Value))
	}
	return b.String()
}

// Get returns the value of the last pair with this key, and whether there is one.
func Get(pairs []Pair, key string) (string, bool) {
	for i := len(pairs) - 1; i >= 0; i-- {
		if pairs[i].Key == key {
			return pairs[i].Value, true
		}
	}
	return "", false
}

const hex = "0123456789ABCDEF"

// Escape writes every byte that may not stand in a key or a value as %XX. A query may hold the marks kept here, by RFC 3986.
func Escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; plain(c) {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

func plain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~,:@/*!()", c) >= 0
}

// Unescape undoes Escape, and reads "+" as a space as browsers' forms write it.
func Unescape(s string) (string, error) {
	if strings.IndexByte(s, '%') < 0 && strings.IndexByte(s, '+') < 0 {
		return s, nil
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '+':
			b.WriteByte(' ')
		case '%':
			if i+2 >= len(s) || digit(s[i+1]) < 0 || digit(s[i+2]) < 0 {
				return "", fmt.Errorf("query: %q holds a %% that two hexadecimal digits do not follow", s)
			}
			b.WriteByte(byte(digit(s[i+1])<<4 | digit(s[i+2])))
			i += 2
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), nil
}

// digit is the value of a hexadecimal digit, or -1.
func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
