package language

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// longestTagged bounds, in bytes, the words handed to prose: its tokenizer
// takes time that grows with the square of a word's length.
const longestTagged = 64

// proseModel is prose's model, which takes a fifth of a second to load.
var proseModel = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	return doc.Model
})

// proseTagger takes tags from github.com/jdkato/prose/v2. prose cuts text into
// words of its own, keeps no offsets, rewrites quotes and drops text, so it
// is given our words, one space apart, masked so that it has no reason to cut
// or drop; where its count of words differs, its answer is not used.
type proseTagger struct{}

// Prose returns the tagger of the prose package, loaded at its first use.
func Prose() Tagger { return proseTagger{} }

// Tag gives each word its tag.
func (proseTagger) Tag(words []string) []string {
	model := proseModel()
	if model == nil || len(words) == 0 {
		return Shape().Tag(words)
	}
	masked := make([]string, len(words))
	for i, word := range words {
		masked[i] = mask(word)
	}
	doc, err := prose.NewDocument(strings.Join(masked, " "), prose.UsingModel(model),
		prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		return Shape().Tag(words)
	}
	toks := doc.Tokens()
	if len(toks) != len(words) {
		return Shape().Tag(words)
	}
	tags := make([]string, len(words))
	for i := range toks {
		tags[i] = pennTag(words[i], toks[i].Tag)
	}
	return tags
}

// mask returns the word in a form that prose keeps as one token: ASCII, inner
// apostrophes as ʼ (which it does not cut at), the marks it strips from words
// as x, and at most longestTagged bytes.
func mask(word string) string {
	if len(word) > longestTagged {
		cut := longestTagged
		for cut > 0 && !utf8.RuneStart(word[cut]) {
			cut--
		}
		word = word[:cut]
	}
	if utf8.RuneCountInString(word) <= 1 || isMark(word) {
		return maskMark(word)
	}
	if len(word) > 1 && (word[0] == '\'' || strings.EqualFold(word, "n't")) {
		return word // a clitic, which prose knows
	}
	var b strings.Builder
	runes := []rune(word)
	for i, r := range runes {
		switch {
		case r == '\'' || r == '’':
			b.WriteString("ʼ")
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || isDigit(r), r == '-' && i > 0:
			b.WriteRune(r)
		case (r == '.' || r == ',' || r == ':') && i > 0 && (i < len(runes)-1 || r == '.'):
			b.WriteRune(r)
		default:
			b.WriteByte('x')
		}
	}
	return b.String()
}

// isMark reports whether the token is punctuation throughout.
func isMark(word string) bool {
	for _, r := range word {
		if isWord(r) {
			return false
		}
	}
	return true
}

// maskMark returns a mark in a form prose keeps whole.
func maskMark(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case len(word) == 1 && r > ' ' && r < 0x7f:
		return word
	case word == "--" || word == "...":
		return word
	case isWord(r):
		return "x"
	}
	return "-"
}

// pennTag returns the tag of a mark by its form and otherwise prose's own.
func pennTag(word, tag string) string {
	if isMark(word) {
		return markTag(word)
	}
	if tag == "" {
		return "NN"
	}
	return tag
}
