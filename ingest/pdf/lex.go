package pdf

import (
	"strconv"
)

// The kinds of PDF object. Numbers are float64, strings []byte.
type (
	name    string
	keyword string
	array   []any
	dict    map[name]any
	ref     int // number of an indirect object; generations are not told apart
)

// maxNesting is how deep arrays and dictionaries may stand inside each other.
const maxNesting = 64

// lexer cuts bytes into PDF tokens and objects. It never fails: what makes no
// sense is skipped, and the end of the data is a nil object with done set.
type lexer struct {
	data []byte
	at   int
	done bool
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip moves over white space and comments.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// object reads the next object, keywords included.
func (l *lexer) object() any { return l.nested(0) }

func (l *lexer) nested(depth int) any {
	l.skip()
	if l.at >= len(l.data) {
		l.done = true
		return nil
	}
	c := l.data[l.at]
	switch {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		return l.text()
	case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth)
	case c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
		return l.number()
	case delimiter(c):
		l.at++
		if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
			l.at++
			return keyword(">>")
		}
		return keyword(c)
	}
	start := l.at
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	switch word := string(l.data[start:l.at]); word {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return keyword(word)
	}
}

func (l *lexer) name() name {
	var out []byte
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		c := l.data[l.at]
		l.at++
		if c == '#' && l.at+1 < len(l.data) {
			if v, err := strconv.ParseUint(string(l.data[l.at:l.at+2]), 16, 8); err == nil {
				c = byte(v)
				l.at += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// number reads a number, or a reference where two whole numbers and an R
// stand together.
func (l *lexer) number() any {
	start := l.at
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	word := string(l.data[start:l.at])
	v, err := strconv.ParseFloat(word, 64)
	if err != nil || v != v || v > 1e12 || v < -1e12 {
		return 0.0
	}
	if v == float64(int(v)) && v >= 0 && v < 1<<24 {
		if end, ok := l.refEnd(); ok {
			l.at = end
			return ref(int(v))
		}
	}
	return v
}

// refEnd looks for the rest of a reference ("0 R") at l.at.
func (l *lexer) refEnd() (int, bool) {
	at, digits := l.at, 0
	for at < len(l.data) && space(l.data[at]) {
		at++
	}
	for at < len(l.data) && l.data[at] >= '0' && l.data[at] <= '9' && digits < 6 {
		at++
		digits++
	}
	gap := at
	for at < len(l.data) && space(l.data[at]) {
		at++
	}
	ok := digits > 0 && at > gap && at < len(l.data) && l.data[at] == 'R' && (at+1 == len(l.data) || space(l.data[at+1]) || delimiter(l.data[at+1]))
	return at + 1, ok
}

// text reads a string in round brackets.
func (l *lexer) text() []byte {
	l.at++
	out := []byte{}
	for depth := 1; l.at < len(l.data); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

// escape reads what follows a backslash in a string.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b', 'f':
		return out
	case '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for range 2 {
		if l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7' {
			v = v*8 + int(l.data[l.at]-'0')
			l.at++
		}
	}
	return append(out, byte(v))
}

// hex reads a string in angle brackets.
func (l *lexer) hex() []byte {
	l.at++
	out, high, half := []byte{}, 0, false
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		v, ok := hexDigit(c)
		switch {
		case !ok:
		case half:
			out, half = append(out, byte(high<<4|v)), false
		default:
			high, half = v, true
		}
	}
	if half {
		out = append(out, byte(high<<4))
	}
	return out
}

func hexDigit(c byte) (int, bool) {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0'), true
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10, true
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10, true
	}
	return 0, false
}

func (l *lexer) array(depth int) array {
	out := array{}
	for depth < maxNesting && !l.done {
		v := l.nested(depth + 1)
		if v == keyword("]") || l.done {
			break
		}
		if kw, ok := v.(keyword); ok && (kw == ">>" || kw == "endobj" || kw == "stream") {
			break
		}
		out = append(out, v)
	}
	return out
}

func (l *lexer) dict(depth int) dict {
	out := dict{}
	for depth < maxNesting && !l.done {
		k := l.nested(depth + 1)
		if k == keyword(">>") || k == keyword("endobj") || k == keyword("stream") {
			break
		}
		key, ok := k.(name)
		if !ok {
			continue
		}
		v := l.nested(depth + 1)
		if v == keyword(">>") {
			break
		}
		out[key] = v
	}
	return out
}
