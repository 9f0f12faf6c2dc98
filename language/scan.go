package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/news"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// longestAddress bounds, in bytes, how far ahead the scanner looks for the @
// of an e-mail address, so that cost stays linear.
const longestAddress = 64

// scanner cuts a stretch of text into token spans, left to right.
type scanner struct {
	text  string // up to the end of the stretch
	lists *words
	out   []news.Span
}

// scan returns the spans of the tokens of span, in order.
func scan(text string, span news.Span, out []news.Span) []news.Span {
	s := &scanner{text: text[:span.End], lists: lists(), out: out}
	for i := span.Start; i < span.End; {
		r, size := decode(s.text, i)
		if isSpace(r) {
			i += size
			continue
		}
		i = s.next(i, r, size)
	}
	return s.out
}

// emit adds the token text[start:end] and returns its end.
func (s *scanner) emit(start, end int) int {
	s.out = append(s.out, news.Span{Start: start, End: end})
	return end
}

// glued reports whether the token before ends at i: no space between.
func (s *scanner) glued(i int) bool { return len(s.out) > 0 && s.out[len(s.out)-1].End == i }

// at returns the character at i, 0 at the end.
func (s *scanner) at(i int) (rune, int) {
	if i >= len(s.text) {
		return 0, 0
	}
	return decode(s.text, i)
}

// next cuts the token that begins at i with the character r, and returns
// where it ends.
func (s *scanner) next(i int, r rune, size int) int {
	switch {
	case isWord(r):
		if end := s.address(i); end > i {
			return s.emit(i, end)
		}
		return s.word(i)
	case r == '@' || r == '#':
		return s.emit(i, s.handle(i, r, size))
	case r == '.' && !s.glued(i) && s.digitAt(i+size):
		return s.word(i + size)
	case foldsTo(r, "'"):
		return s.apostrophe(i, r, size)
	case r == '!' || r == '?' || r == '.' || r == '…':
		return s.emit(i, s.run(i, isStop))
	case r == '[' && s.elided(i) > 0:
		return s.emit(i, s.elided(i))
	case strings.ContainsRune("$-*=~<>|+#—–_•", r):
		return s.emit(i, s.run(i, func(c rune) bool { return c == r }))
	case r < utf8.RuneSelf || size > 1 && s.text[i] == '&':
		return s.emit(i, i+size)
	}
	return s.emit(i, i+s.cluster(i, size))
}

// elided returns the end of "[...]" at i, or 0.
func (s *scanner) elided(i int) int {
	for _, mark := range [...]string{"[...]", "[…]"} {
		if strings.HasPrefix(s.text[i:], mark) {
			return i + len(mark)
		}
	}
	return 0
}

// cluster returns the length of the character at i with all that joins it,
// such as the parts of an emoji.
func (s *scanner) cluster(i, size int) int {
	if unicode.IsPunct(rune0(s.text[i:])) || unicode.Is(unicode.Sc, rune0(s.text[i:])) {
		return size
	}
	g := graphemes.FromString(s.text[i:])
	if g.Next() {
		size = max(size, len(g.Value()))
	}
	return size
}

func rune0(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func isStop(r rune) bool { return r == '!' || r == '?' || r == '.' || r == '…' }

// foldsTo reports whether r is a variant of the ASCII text.
func foldsTo(r rune, ascii string) bool {
	if r < utf8.RuneSelf {
		return string(r) == ascii || r == '`' && ascii == "'"
	}
	to, ok := foldRune(r)
	return ok && to == ascii
}

// run returns the end of the run of characters from i that fit.
func (s *scanner) run(i int, fits func(rune) bool) int {
	for i < len(s.text) {
		r, size := decode(s.text, i)
		if !fits(r) {
			break
		}
		i += size
	}
	return i
}

func (s *scanner) digitAt(i int) bool { return i < len(s.text) && isDigit(rune(s.text[i])) }

// handle returns the end of "@name" or "#tag" at i, or of the mark alone.
func (s *scanner) handle(i int, r rune, size int) int {
	c, _ := s.at(i + size)
	if s.glued(i) || !isLetter(c) && c != '_' {
		return i + size
	}
	return s.run(i+size, isWord)
}

// apostrophe cuts at a single quote mark: a doubled mark, a clitic after a
// closing mark (”’s), an elision (’90s, ’em), or the mark alone.
func (s *scanner) apostrophe(i int, r rune, size int) int {
	after, width := s.at(i + size)
	if after == r && (r == '\'' || r == '`') {
		return s.emit(i, i+size+width)
	}
	if !isWord(after) {
		return s.emit(i, i+size)
	}
	end := s.run(i+size, isWord)
	word := s.text[i+size : end]
	switch {
	case s.glued(i) && isClitic(word):
		return s.emit(i, end)
	case s.glued(i):
		return s.emit(i, i+size)
	case isElision(word):
		return s.emit(i, end)
	}
	return s.emit(i, i+size)
}

// isClitic reports whether the word is one that an apostrophe ties to the
// word before: 's, 're.
func isClitic(word string) bool {
	switch strings.ToLower(word) {
	case "s", "m", "d", "re", "ve", "ll":
		return true
	}
	return false
}

// isElision reports whether an apostrophe before the word stands for left-out
// letters: '90s, '24, 'em.
func isElision(word string) bool {
	if len(word) >= 2 && len(word) <= 3 && isDigit(rune(word[0])) && isDigit(rune(word[1])) {
		return len(word) == 2 || word[2] == 's'
	}
	switch strings.ToLower(word) {
	case "em", "til", "cause", "n", "tis", "twas", "bout", "cos":
		return true
	}
	return false
}

// address returns the end of the URL or e-mail address that begins at i, or i.
func (s *scanner) address(i int) int {
	rest := s.text[i:]
	if s.text[i] >= utf8.RuneSelf || s.glued(i) && s.text[i-1] == '@' {
		return i
	}
	for _, scheme := range [...]string{"http://", "https://", "www.", "ftp://"} {
		if len(rest) > len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
			return s.trimAddress(i, s.run(i, isURL))
		}
	}
	return s.mail(i)
}

// isURL reports whether r may stand in a URL.
func isURL(r rune) bool {
	return r > ' ' && r < utf8.RuneSelf && !strings.ContainsRune("\"<>\\^`{|}", r)
}

// trimAddress leaves out the punctuation that ends the sentence, not the URL.
func (s *scanner) trimAddress(i, end int) int {
	for end > i && strings.IndexByte(".,;:!?'\")]", s.text[end-1]) >= 0 {
		if s.text[end-1] == ')' && strings.IndexByte(s.text[i:min(end, i+512)], '(') >= 0 {
			break
		}
		end--
	}
	return end
}

// mail returns the end of the e-mail address at i, or i.
func (s *scanner) mail(i int) int {
	local := func(r rune) bool { return r < utf8.RuneSelf && (isWord(r) || strings.ContainsRune(".%+-", r)) }
	at := i
	for at < len(s.text) && at-i < longestAddress && local(rune(s.text[at])) {
		at++
	}
	if at == i || at >= len(s.text) || s.text[at] != '@' || at+1 >= len(s.text) || !isWord(rune(s.text[at+1])) {
		return i
	}
	end := s.run(at+1, local)
	for end > at && strings.IndexByte(".-+%", s.text[end-1]) >= 0 {
		end--
	}
	return end
}
