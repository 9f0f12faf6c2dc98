package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed predicate_changed.md
var predicateChangedDoc string

// PredicateChanged finds two versions of one sentence of which one has another
// verb: what was done is not the same.
var PredicateChanged = compare.Define("predicate.changed", predicateChangedDoc, predicateChanged)

func predicateChanged(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			if !c.embedded(e) {
				continue
			}
			if e.A.empty() || e.B.empty() || quoted(book[c.A.Doc], e.A) || quoted(book[c.B.Doc], e.B) {
				continue
			}
			va, vb := l.mainVerb(c.A, e.A), l.mainVerb(c.B, e.B)
			if va < 0 || vb < 0 || !l.otherDeed(c, va, vb) {
				continue
			}
			a, b := c.sides(pass, e, 6)
			a.Value, b.Value = textOf(c.A.Doc, run{va, va + 1}), textOf(c.B.Doc, run{vb, vb + 1})
			pass.Report(compare.Two(news.Changed, news.Likely, a, b))
		}
	}
}

// longestExchange bounds the words of an exchange that is taken for one.
const longestExchange = 4

// mainVerb is the one full verb of a short range, or -1.
func (l *lexis) mainVerb(s *compare.Sent, r run) int {
	toks := s.Doc.Text.Tokens
	if len(wordsIn(s.Doc.Text, r)) > longestExchange {
		return -1
	}
	return l.only(s, r, func(i int) bool {
		return verb(&toks[i]) && !l.stop[toks[i].Lemma] && !l.stop[toks[i].Lower] && toks[i].Lemma != "have"
	})
}

// otherDeed reports whether two verbs tell different deeds: neither kin nor
// opposite (polarity.antonym has those), and no forms of one word.
func (l *lexis) otherDeed(c nearCopy, va, vb int) bool {
	x, y := stemOf(&c.A.Doc.Text.Tokens[va]), stemOf(&c.B.Doc.Text.Tokens[vb])
	return x != y && !(l.cues[x] && l.cues[y]) && !l.akin(x, y) && !l.opposed(x, y) && !l.light(x) && !l.light(y)
}

// light reports whether a verb says next to nothing by itself.
func (l *lexis) light(st string) bool {
	switch st {
	case "make", "take", "get", "go", "come", "put", "give", "use", "includ", "involv", "becom", "seem", "appear", "remain", "begin", "start", "continu", "tri", "help", "need", "work", "follow", "accord":
		return true
	}
	return false
}
