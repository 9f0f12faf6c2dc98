package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed scope_condition.md
var scopeConditionDoc string

// ScopeCondition finds a condition, or a limit of time on a plan, that one of
// two versions of a sentence lost.
var ScopeCondition = compare.Define("scope.condition", scopeConditionDoc, scopeCondition)

func scopeCondition(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			x, y := l.condition(c.A, e.A), l.condition(c.B, e.B)
			if x.empty() == y.empty() || !x.empty() && quoted(book[c.A.Doc], x) || !y.empty() && quoted(book[c.B.Doc], y) {
				continue
			}
			if !x.empty() && l.conditional(c.B) || !y.empty() && l.conditional(c.A) {
				continue
			}
			a, b := c.sides(pass, e, 6)
			if x.empty() {
				a, b = b, a // side a has the condition
				b.Value = textOf(c.A.Doc, widen(c.A, e.A, 6))
				a.Value = textOf(c.B.Doc, y)
			} else {
				a.Value = textOf(c.A.Doc, x)
			}
			pass.Report(compare.Two(news.Missing, news.Likely, a, b))
		}
	}
	timeLimitsLost(pass, l)
}

// condition is the clause of a range from its conditional word on, of at
// least three words, or empty.
func (l *lexis) condition(s *compare.Sent, r run) run {
	for i := r.first; i < r.last; i++ {
		if l.ifs.at(s.Doc.Text, i, r.last) > 0 && len(wordsIn(s.Doc.Text, run{i, r.last})) >= 3 {
			return trimMarks(s.Doc.Text, run{i, r.last})
		}
	}
	return run{}
}

// conditional reports whether a sentence has any condition.
func (l *lexis) conditional(s *compare.Sent) bool {
	all := tokensOf(s)
	for i := all.first; i < all.last; i++ {
		if l.ifs.at(s.Doc.Text, i, all.last) > 0 {
			return true
		}
	}
	return false
}
