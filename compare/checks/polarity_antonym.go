package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed polarity_antonym.md
var polarityAntonymDoc string

// PolarityAntonym finds a word exchanged for its opposite: in versions of one
// sentence, or said of one subject and object.
var PolarityAntonym = compare.Define("polarity.antonym", polarityAntonymDoc, polarityAntonym)

func polarityAntonym(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			if !c.embedded(e) {
				continue
			}
			if e.A.empty() || e.B.empty() || quoted(book[c.A.Doc], e.A) != quoted(book[c.B.Doc], e.B) || l.denies(c.A.Doc, e.A) != l.denies(c.B.Doc, e.B) {
				continue
			}
			if at, ok := l.reversed(c, e); ok {
				a, b := c.sides(pass, e, 6)
				a.Value, b.Value = textOf(c.A.Doc, run{at[0], at[0] + 1}), textOf(c.B.Doc, run{at[1], at[1] + 1})
				pass.Report(compare.Two(news.Conflict, news.Sure, a, b))
			}
		}
	}
}

// reversed finds opposite words on the two sides of a short edit.
func (l *lexis) reversed(c nearCopy, e edit) ([2]int, bool) {
	if len(wordsIn(c.A.Doc.Text, e.A)) > longestExchange || len(wordsIn(c.B.Doc.Text, e.B)) > longestExchange {
		return [2]int{}, false
	}
	for i := e.A.first; i < e.A.last; i++ {
		for j := e.B.first; j < e.B.last; j++ {
			if l.opposed(stemOf(&c.A.Doc.Text.Tokens[i]), stemOf(&c.B.Doc.Text.Tokens[j])) {
				return [2]int{i, j}, true
			}
		}
	}
	return [2]int{}, false
}
