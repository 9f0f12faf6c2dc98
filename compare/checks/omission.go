package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed omission.md
var omissionDoc string

// Omission finds the half of a sentence that speaks against the other half,
// where one version of the sentence went without it.
var Omission = compare.Define("omission", omissionDoc, omission)

// leastOmitted is the fewest words of a clause whose loss is told.
const leastOmitted = 4

func omission(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			if e.A.empty() == e.B.empty() || quoted(book[c.A.Doc], e.A) || quoted(book[c.B.Doc], e.B) {
				continue
			}
			full, lost := c.A, e.A
			if e.A.empty() {
				full, lost = c.B, e.B
			}
			if !l.counters(full, lost) {
				continue
			}
			a, b := c.sides(pass, e, 6)
			if e.A.empty() {
				a, b = b, a // side a has the clause
			}
			pass.Report(compare.Two(news.Missing, news.Likely, a, b))
		}
	}
}

// counters reports whether a range is a clause that speaks against the rest
// of its sentence: opened by "but" or "although", or telling of a denial.
func (l *lexis) counters(s *compare.Sent, r run) bool {
	toks := s.Doc.Text.Tokens
	words := wordsIn(s.Doc.Text, r)
	if len(words) < leastOmitted || words[0] == whole(s).first {
		return false
	}
	switch toks[words[0]].Lower {
	case "but", "although", "though", "however", "yet", "despite", "whereas":
		return true
	}
	for _, i := range words {
		if verb(&toks[i]) && l.opposed(stemOf(&toks[i]), "confirm") {
			return true
		}
	}
	return false
}
