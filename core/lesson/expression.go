package lesson

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Expression is a number that depends on what can be measured: "2*log(2) - 2*js". It has numbers, names, + - * / and brackets, and the
// functions of laws.go, log (natural), sqrt and abs among them.
type Expression struct {
	text  string
	names []string // in order of their first use
	eval  func(Lookup) float64
}

// Lookup returns what a name stands for, or NaN where that is not known.
type Lookup func(name string) float64

// ParseExpression reads an expression.
func ParseExpression(text string) (Expression, error) {
	p := parser{text: text}
	p.next()
	eval := p.sum(0)
	if p.err == nil && p.token != "" {
		p.fail("an operator or the end")
	}
	return Expression{strings.Join(strings.Fields(text), " "), p.names, eval}, p.err
}

// String is the expression as it was written.
func (e Expression) String() string { return e.text }

// Names are the names that the expression reads, each once.
func (e Expression) Names() []string { return e.names }

// Value is the expression's value: NaN where a name is not known.
func (e Expression) Value(of Lookup) float64 { return e.eval(of) }

// parser reads an expression by recursive descent, one token ahead.
type parser struct {
	text  string
	at    int    // where token ends
	token string // empty at the end
	names []string
	err   error
}

// deepest bounds how far brackets and signs nest.
const deepest = 50

func (p *parser) fail(want string) {
	if p.err == nil {
		got := "the end"
		if p.token != "" {
			got = strconv.Quote(p.token)
		}
		p.err = fmt.Errorf("%q has %s where %s should be", p.text, got, want)
	}
	p.token, p.at = "", len(p.text)
}

// next reads the next token: a number, a name, or a single mark.
func (p *parser) next() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
	from := p.at
	for p.at < len(p.text) && wordByte(p.text[p.at]) {
		p.at++
	}
	if p.at == from && p.at < len(p.text) {
		p.at++
	}
	p.token = p.text[from:p.at]
}

func wordByte(c byte) bool {
	return c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// take steps over the token if it is this one.
func (p *parser) take(mark string) bool {
	if p.token != mark {
		return false
	}
	p.next()
	return true
}

func (p *parser) sum(depth int) func(Lookup) float64 {
	a := p.product(depth)
	for p.token == "+" || p.token == "-" {
		left, plus := a, p.token == "+"
		p.next()
		right := p.product(depth)
		if plus {
			a = func(of Lookup) float64 { return left(of) + right(of) }
		} else {
			a = func(of Lookup) float64 { return left(of) - right(of) }
		}
	}
	return a
}

func (p *parser) product(depth int) func(Lookup) float64 {
	a := p.factor(depth)
	for p.token == "*" || p.token == "/" {
		left, times := a, p.token == "*"
		p.next()
		right := p.factor(depth)
		if times {
			a = func(of Lookup) float64 { return left(of) * right(of) }
		} else {
			a = func(of Lookup) float64 { return left(of) / right(of) }
		}
	}
	return a
}

func (p *parser) factor(depth int) func(Lookup) float64 {
	if depth > deepest {
		p.fail("something less deeply nested")
		return constant(math.NaN())
	}
	switch {
	case p.take("-"):
		a := p.factor(depth + 1)
		return func(of Lookup) float64 { return -a(of) }
	case p.take("("):
		return p.closed(depth)
	}
	word := p.token
	if word == "" || !wordByte(word[0]) || joins[word] {
		p.fail("a number, a name or a bracket")
		return constant(math.NaN())
	}
	if f, ok := functions[word]; ok {
		p.next()
		if !p.take("(") {
			p.fail("an opening bracket")
			return constant(math.NaN())
		}
		return p.call(f, depth)
	}
	return p.word(word)
}

// call reads a function's arguments.
func (p *parser) call(f function, depth int) func(Lookup) float64 {
	arguments := make([]func(Lookup) float64, f.arguments)
	for i := range arguments {
		arguments[i] = p.sum(depth + 1)
		if i < len(arguments)-1 && !p.take(",") {
			p.fail("a comma")
		}
	}
	if !p.take(")") {
		p.fail("a closing bracket")
	}
	return func(of Lookup) float64 {
		x := make([]float64, len(arguments))
		for i, a := range arguments {
			x[i] = a(of)
		}
		return f.of(x)
	}
}

// joins are the words that join expressions to a goal, and name nothing.
var joins = map[string]bool{"and": true, "within": true, "of": true}

// closed reads the rest of a bracket.
func (p *parser) closed(depth int) func(Lookup) float64 {
	a := p.sum(depth + 1)
	if !p.take(")") {
		p.fail("a closing bracket")
	}
	return a
}

// word reads a number or a name.
func (p *parser) word(word string) func(Lookup) float64 {
	if c := word[0]; c == '.' || '0' <= c && c <= '9' {
		x, err := strconv.ParseFloat(word, 64)
		if err != nil || strings.ContainsAny(word, "_xX") {
			p.fail("a number")
			return constant(math.NaN())
		}
		p.next()
		return constant(x)
	}
	p.next()
	p.names = appendOnce(p.names, word)
	return func(of Lookup) float64 { return of(word) }
}

func constant(x float64) func(Lookup) float64 { return func(Lookup) float64 { return x } }

func appendOnce(list []string, more ...string) []string {
next:
	for _, m := range more {
		for _, l := range list {
			if l == m {
				continue next
			}
		}
		list = append(list, m)
	}
	return list
}
