package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed intent_added.md
var intentAddedDoc string

// IntentAdded finds words that say an act was meant, in one of two versions of
// a sentence only.
var IntentAdded = compare.Define("intent.added", intentAddedDoc, intentAdded)

func intentAdded(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			if !c.embedded(e) {
				continue
			}
			meantA, meantB := l.meant(c.A, e.A), l.meant(c.B, e.B)
			if meantA == meantB || quoted(book[c.A.Doc], e.A) || quoted(book[c.B.Doc], e.B) {
				continue
			}
			if len(wordsIn(c.A.Doc.Text, e.A)) > 5 || len(wordsIn(c.B.Doc.Text, e.B)) > 5 {
				continue
			}
			a, b := c.sides(pass, e, 5)
			if meantA {
				a, b = b, a // side b is the one that adds the intent
			}
			pass.Report(compare.Two(news.Changed, news.Likely, a, b))
		}
	}
}

// meant reports whether a range holds words of intent.
func (l *lexis) meant(s *compare.Sent, r run) bool {
	last := tokensOf(s).last
	for i := r.first; i < r.last; i++ {
		if l.intent.at(s.Doc.Text, i, last) > 0 {
			return true
		}
	}
	return false
}
