package checks

import (
	"crosscheck/compare"
	"crosscheck/news"
)

// fate is a clause that tells how it stands with one person.
type fate struct {
	sent         *compare.Sent
	clause, mark run
}

// leastFate is the fewest words that two clauses on one person's fate share
// where neither names them: what happened to them, and where or when.
const leastFate = 2

// fates finds somebody whose life hangs in the balance in one passage and who
// has died in another: "is on life support", "died at the hospital".
func (l *lexis) fates(pass *compare.Pass) {
	var alive, dead []fate
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			toks, all := doc.Text.Tokens, tokensOf(s)
			for i := all.first; i < all.last; i++ {
				if n := l.grave.at(doc.Text, i, all.last); n > 0 {
					if f := (fate{s, clauseAround(s, run{i, i + 1}), run{i, i + n}}); f.single() && !l.denies(doc, f.clause) {
						alive = append(alive, f)
					}
					i += n - 1
				} else if l.fatal[stemOf(&toks[i])] && (toks[i].Tag == "VBD" || toks[i].Tag == "VBN") {
					if f := (fate{s, clauseAround(s, run{i, i + 1}), run{i, i + 1}}); f.single() && !l.denies(doc, f.clause) {
						dead = append(dead, f)
					}
				}
			}
		}
	}
	kept := newCopyIn(pass.Pairs)
	for _, a := range alive {
		for _, d := range dead {
			if a.sent.Doc != d.sent.Doc && pass.Near(a.sent.Doc, d.sent.Doc) && !kept.within(a.sent, d.sent) && l.onePerson(a, d) {
				pass.Report(compare.Two(news.Update, news.Likely, side(a.sent.Doc, a.clause, a.mark, speakerAt(pass, a.sent, a.mark)),
					side(d.sent.Doc, d.clause, d.mark, speakerAt(pass, d.sent, d.mark))))
			}
		}
	}
}

// single reports whether the clause is about one person: no other count than
// one in it, and no plural verb before its mark.
func (f fate) single() bool {
	toks := f.sent.Doc.Text.Tokens
	for i := f.clause.first; i < f.mark.first; i++ {
		switch t := &toks[i]; {
		case t.Tag == "CD" && t.Lower != "one" && !dated(f.sent, i):
			return false
		case t.Lower == "are", t.Lower == "were", t.Lower == "others", t.Lower == "people", t.Lower == "dozens", t.Lower == "several", t.Lower == "some":
			return false
		}
	}
	return true
}

// dated reports whether the token is part of a date, a clock time or an age.
func dated(s *compare.Sent, i int) bool {
	at := s.Doc.Text.Tokens[i].Span
	for _, f := range s.Figures {
		if f.Span.Contains(at) && f.Kind != news.Count {
			return true
		}
	}
	return false
}

// onePerson reports whether two clauses speak of one person: they name the
// same one, or name none that differ and share what happened.
func (l *lexis) onePerson(a, d fate) bool {
	mine, others := a.words(), d.words()
	shared, named := 0, [3]int{}
	for _, x := range mine {
		named[0] += person(x)
		for _, y := range others {
			if x.Key == y.Key || person(x)+person(y) == 0 && l.akin(x.Stem, y.Stem) {
				shared++
				named[2] += person(x)
				break
			}
		}
	}
	for _, y := range others {
		named[1] += person(y)
	}
	if named[0] > 0 && named[1] > 0 {
		return named[2] > 0 && shared > named[2]
	}
	return shared >= leastFate
}

func person(w compare.Word) int {
	if w.Key[0] == '@' {
		return 1
	}
	return 0
}

// words are the clause's words but those of the mark itself.
func (f fate) words() []compare.Word {
	var out []compare.Word
	toks := f.sent.Doc.Text.Tokens
	for _, w := range f.sent.Words {
		inside := f.clause.first <= w.Token && w.Token < f.clause.last
		if inside && (w.Token < f.mark.first || w.Token >= f.mark.last) && (noun(&toks[w.Token]) || verb(&toks[w.Token]) || w.Key[0] == '@') {
			out = append(out, w)
		}
	}
	return out
}
