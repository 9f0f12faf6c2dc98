package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/news"
)

// atom is the smallest piece the grammars see: a run of letters, a number in
// digits, or one mark. Tokens are cut into atoms because "80km/h" and "$8bn"
// hold several parts, whatever the tokenizer made of them.
type atom struct {
	span news.Span
	kind kind
	// low is the atom lower-cased, dashes and quote marks folded; raw as written.
	low, raw string
	tok      int   // index in Text.Tokens of the token it begins in
	word     *word // what the lexicon knows, or nil
	glued    bool  // nothing stands before it
	used     bool  // taken by a date, a name or a code
}

type kind uint8

const (
	letters kind = iota
	digits
	mark
)

// folds are the marks that read as others.
var folds = map[rune]string{'–': "-", '−': "-", '‐': "-", '‑': "-", '‒': "-", '’': "'", '‘': "'", '′': "'", '″': `"`, '⁄': "/"}

// cut splits a phrase of the lexicon as atomise splits text.
func cut(s string) []string {
	var out []string
	for pos := 0; pos < len(s); {
		r, size := utf8.DecodeRuneInString(s[pos:])
		if unicode.IsSpace(r) {
			pos += size
			continue
		}
		end, k := next(s, pos)
		out = append(out, fold(s[pos:end], k))
		pos = end
	}
	return out
}

func fold(s string, k kind) string {
	if k == mark {
		r, _ := utf8.DecodeRuneInString(s)
		if f, ok := folds[r]; ok {
			return f
		}
	}
	return s
}

// next returns the end of the atom that begins at pos, and its kind.
func next(s string, pos int) (int, kind) {
	c := s[pos]
	switch {
	case c >= '0' && c <= '9':
		return numberEnd(s, pos), digits
	case c < utf8.RuneSelf && !isLetter(c):
		return pos + 1, mark
	}
	end := pos
	for end < len(s) {
		if s[end] < utf8.RuneSelf {
			if !isLetter(s[end]) {
				break
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || r == 'º' {
			break
		}
		end += size
	}
	if end > pos {
		return end, letters
	}
	_, size := utf8.DecodeRuneInString(s[pos:])
	return pos + size, mark
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// numberEnd returns the end of the digits at pos with their separators:
// commas before two or three digits that no further digit follows, and one
// decimal point.
func numberEnd(s string, pos int) int {
	end, points := pos, 0
	for end < len(s) {
		switch {
		case isDigit(s[end]):
			end++
		case s[end] == ',' && points == 0 && end-pos <= 20 && grouped(s[end+1:]):
			end++
		case s[end] == '.' && end+1 < len(s) && isDigit(s[end+1]):
			points++
			end++
		default:
			return end
		}
	}
	return end
}

// grouped reports whether three digits and no fourth follow a comma, or two
// and another group as in Indian numbers.
func grouped(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isDigit(s[n]) {
		n++
	}
	return n == 3 || n == 2 && len(s) > 6 && s[2] == ',' && isDigit(s[3]) && isDigit(s[4]) && (isDigit(s[5]) || s[5] == ',')
}

// atomise cuts the current sentence into atoms.
func (s *scan) atomise() {
	s.atoms = s.atoms[:0]
	sent := s.text.Sentences[s.sent]
	body := s.text.Doc.Text
	tok := sent.First
	end := min(sent.Span.End, len(body))
	glued := false
	for pos := sent.Span.Start; pos < end; {
		if c := body[pos]; c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			pos, glued = pos+1, false
			continue
		}
		if body[pos] >= utf8.RuneSelf {
			if r, size := utf8.DecodeRuneInString(body[pos:]); unicode.IsSpace(r) || r == utf8.RuneError || unicode.Is(unicode.Cf, r) {
				pos, glued = pos+size, false
				continue
			}
		}
		stop, k := next(body[:end], pos)
		for tok+1 < sent.Last && s.text.Tokens[tok+1].Span.Start <= pos {
			tok++
		}
		raw := body[pos:stop]
		a := atom{span: news.Span{Start: pos, End: stop}, kind: k, raw: raw, low: raw, tok: tok, glued: glued}
		switch {
		case k == letters:
			if t := &s.text.Tokens[tok]; t.Span == a.span && len(t.Lower) > 0 {
				a.low = t.Lower
			} else {
				a.low = strings.ToLower(raw)
			}
			a.word = s.lex.words[a.low]
		case k == mark:
			a.low = fold(raw, k)
			if raw[0] >= utf8.RuneSelf {
				a.word = s.lex.words[raw]
			}
		}
		s.atoms = append(s.atoms, a)
		pos, glued = stop, true
	}
}

// match returns the longest listed phrase at atom i and the atom behind it.
func match[T any](p *phrases[T], atoms []atom, i int, raw bool) (value T, end int, ok bool) {
	if i >= len(atoms) {
		return value, i, false
	}
	for _, ph := range p.by[text(&atoms[i], raw)] {
		n := len(ph.words)
		if i+n > len(atoms) {
			continue
		}
		same := true
		for k := 1; k < n && same; k++ {
			same = ph.words[k] == text(&atoms[i+k], raw)
		}
		if same {
			return ph.value, i + n, true
		}
	}
	return value, i, false
}

func text(a *atom, raw bool) string {
	if raw && a.kind == letters {
		return a.raw
	}
	return a.low
}

// matchBack is match for reversed phrases that end at atom i; it returns the
// phrase's first atom.
func matchBack[T any](p *phrases[T], atoms []atom, i int) (value T, first int, ok bool) {
	if i < 0 {
		return value, i, false
	}
	for _, ph := range p.by[atoms[i].low] {
		n := len(ph.words)
		if n > i+1 {
			continue
		}
		same := true
		for k := 1; k < n && same; k++ {
			same = ph.words[k] == atoms[i-k].low
		}
		if same {
			return ph.value, i - n + 1, true
		}
	}
	return value, i, false
}
