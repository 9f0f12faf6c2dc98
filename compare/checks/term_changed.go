package checks

import (
	_ "embed"
	"sort"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed term_changed.md
var termChangedDoc string

// TermChanged finds a plain word exchanged for a judging one, or a term of
// law or trade for another, in versions of one sentence.
var TermChanged = compare.Define("term.changed", termChangedDoc, termChanged)

func termChanged(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	desk := deskTerms(pass)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			if e.A.empty() || e.B.empty() || quoted(book[c.A.Doc], e.A) || quoted(book[c.B.Doc], e.B) {
				continue
			}
			if at, ok := l.exchangedTerm(c, e, desk); ok {
				a, b := c.sides(pass, e, 6)
				a.Value, b.Value = textOf(c.A.Doc, run{at[0], at[0] + 1}), textOf(c.B.Doc, run{at[1], at[1] + 1})
				pass.Report(compare.Two(news.Changed, news.Likely, a, b))
			}
		}
	}
}

// exchangedTerm finds a word on each side of an edit that are of one family
// and not of one weight.
func (l *lexis) exchangedTerm(c nearCopy, e edit, desk map[string]bool) ([2]int, bool) {
	if len(wordsIn(c.A.Doc.Text, e.A)) > 6 || len(wordsIn(c.B.Doc.Text, e.B)) > 6 {
		return [2]int{}, false
	}
	for i := e.A.first; i < e.A.last; i++ {
		for j := e.B.first; j < e.B.last; j++ {
			ta, tb := &c.A.Doc.Text.Tokens[i], &c.B.Doc.Text.Tokens[j]
			if !wordy(ta) || !wordy(tb) {
				continue
			}
			x, y := stemOf(ta), stemOf(tb)
			switch {
			case x == y:
			case share(l.plain[x], l.loaded[y]), share(l.plain[y], l.loaded[x]), share(l.terms[x], l.terms[y]), desk[ta.Lower] != desk[tb.Lower] && noun(ta) && noun(tb):
				return [2]int{i, j}, true
			}
		}
	}
	return [2]int{}, false
}

// deskTerms are the terms the desk's own settings call loaded.
func deskTerms(pass *compare.Pass) map[string]bool {
	var words []string
	for w := range pass.Config.Loaded {
		words = append(words, w)
	}
	sort.Strings(words)
	return written(words)
}
