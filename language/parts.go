package language

import "strings"

// parts emits the tokens of a word: a contraction, a number with its unit, or
// words written together come apart.
func (s *scanner) parts(start, end int, quoted bool) {
	word := s.text[start:end]
	switch {
	case quoted:
		s.contraction(start, end)
	case isDigit(rune(word[0])) || word[0] == '.':
		cut := end
		for cut > start && isASCIILetter(s.text[cut-1]) {
			cut--
		}
		if cut < end && isDigit(rune(s.text[cut-1])) && s.lists.unit[s.text[cut:end]] {
			s.emit(start, cut)
			start = cut
		}
		s.emit(start, end)
	default:
		parts := s.lists.joined[strings.ToLower(word)]
		at := start
		for _, part := range parts {
			at = s.emit(at, at+len(part))
		}
		if parts == nil {
			s.emit(start, end)
		}
	}
}

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// contraction emits a word that holds an apostrophe, its clitics apart:
// wouldn't've is would | n't | 've, O'Brien's is O'Brien | 's.
func (s *scanner) contraction(start, end int) {
	var cuts []int
	for stop := end; ; {
		cut := s.cliticStart(start, stop)
		if cut <= start {
			break
		}
		cuts, stop = append(cuts, cut), cut
	}
	if len(cuts) == 0 && strings.EqualFold(fold(s.text[start:end]), "y'all") {
		cuts = []int{end - len("all")}
	}
	for i := len(cuts) - 1; i >= 0; i-- {
		start = s.emit(start, cuts[i])
	}
	s.emit(start, end)
}

// cliticStart returns where the last clitic of the word begins, or start
// where it has none.
func (s *scanner) cliticStart(start, end int) int {
	mark, size := -1, 0
	for i := start; i < end; {
		r, n := decode(s.text, i)
		if foldsTo(r, "'") {
			mark, size = i, n
		}
		i += n
	}
	if mark <= start {
		return start
	}
	tail := s.text[mark+size : end]
	if isClitic(tail) {
		if tail == "s" && isDecade(s.text[start:mark]) {
			return start
		}
		return mark
	}
	before := s.text[mark-1]
	if strings.EqualFold(tail, "t") && (before == 'n' || before == 'N') {
		return mark - 1
	}
	return start
}

// isDecade reports whether digits name a decade: the 80's, the 1990's.
func isDecade(digits string) bool {
	if len(digits) != 2 && len(digits) != 4 || digits[len(digits)-1] != '0' {
		return false
	}
	return strings.Trim(digits, "0123456789") == ""
}
