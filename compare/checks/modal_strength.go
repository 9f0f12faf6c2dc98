package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed modal_strength.md
var modalStrengthDoc string

// ModalStrength finds may that became will, or should that became must, in
// versions of one sentence.
var ModalStrength = compare.Define("modal.strength", modalStrengthDoc, modalStrength)

// modalStep is the least difference on the scale of modals that is reported.
const modalStep = 2

func modalStrength(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	book := l.quoteBook(pass)
	for _, c := range nearCopies(pass) {
		for _, e := range c.edits {
			if !c.embedded(e) {
				continue
			}
			if quoted(book[c.A.Doc], e.A) || quoted(book[c.B.Doc], e.B) {
				continue
			}
			if l.modalLost(c, e) {
				a, b := c.sides(pass, e, 5)
				pass.Report(compare.Two(news.Changed, news.Likely, a, b))
				continue
			}
			ma, mb := l.modalIn(c.A, e.A), l.modalIn(c.B, e.B)
			if ma < 0 || mb < 0 {
				continue
			}
			ta, tb := &c.A.Doc.Text.Tokens[ma], &c.B.Doc.Text.Tokens[mb]
			if step := l.modals[ta.Lower] - l.modals[tb.Lower]; step < modalStep && -step < modalStep {
				continue
			}
			a, b := c.sides(pass, e, 5)
			pass.Report(compare.Two(news.Changed, news.Likely, a, b))
		}
	}
}

// modalIn is the one modal verb of a range, or -1.
func (l *lexis) modalIn(s *compare.Sent, r run) int {
	toks := s.Doc.Text.Tokens
	return l.only(s, r, func(i int) bool { return toks[i].Tag == "MD" && l.modals[toks[i].Lower] > 0 })
}

// modalLost reports whether "may rise" became "rises" or the other way round:
// a weak modal on one side, its verb bare on the other.
func (l *lexis) modalLost(c nearCopy, e edit) bool {
	ma, mb := l.modalIn(c.A, e.A), l.modalIn(c.B, e.B)
	if (ma < 0) == (mb < 0) {
		return false
	}
	s, other, at, there := c.A, c.B, ma, e.B
	if ma < 0 {
		s, other, at, there = c.B, c.A, mb, e.A
	}
	toks := s.Doc.Text.Tokens
	if l.modals[toks[at].Lower] > 2 || toks[at].Lower == "could" {
		return false // "could" is also the past of "can"
	}
	for i := at + 1; i < min(at+4, tokensOf(s).last); i++ {
		if !verb(&toks[i]) {
			continue
		}
		for j := there.first; j < min(there.last+3, tokensOf(other).last); j++ {
			if t := &other.Doc.Text.Tokens[j]; verb(t) && stemOf(t) == stemOf(&toks[i]) {
				return true
			}
		}
		return false
	}
	return false
}
