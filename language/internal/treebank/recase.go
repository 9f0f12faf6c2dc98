package treebank

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Recase returns the sentence in another case: "title" as headlines capitalise
// words, "upper", "lower"; "" is the sentence itself. Tags and tree stay.
func Recase(s *Sentence, style string) *Sentence {
	if style == "" {
		return s
	}
	out := *s
	out.Words = make([]string, len(s.Words))
	for i, w := range s.Words {
		switch style {
		case "upper":
			w = strings.ToUpper(w)
		case "lower":
			w = strings.ToLower(w)
		case "title":
			if i == 0 || !staysSmall(s.Tags[i], w) {
				w = capitalise(w)
			}
		}
		out.Words[i] = w
	}
	return &out
}

// staysSmall tells the words that headline case leaves alone.
func staysSmall(tag, word string) bool {
	switch tag {
	case "DT", "CC", "TO", "POS":
		return true
	case "IN", "RP":
		return len(word) < 5
	}
	return strings.HasPrefix(word, "'") || strings.HasPrefix(word, "’") || strings.HasPrefix(word, "n'")
}

func capitalise(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	if n == 0 || r == utf8.RuneError {
		return word
	}
	return string(unicode.ToUpper(r)) + word[n:]
}
