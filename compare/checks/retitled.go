package checks

import (
	"slices"

	"crosscheck/compare"
	"crosscheck/news"
)

// retitled finds a person whose office a version of the same sentence
// exchanged for another. In a copy nothing but the
// copying accounts for that; in independent articles a person may be called by
// either of two offices.
func retitled(pass *compare.Pass) {
	told := map[string]bool{}
	for _, c := range nearCopies(pass) {
		if !c.Copy {
			continue
		}
		for _, m := range c.A.Mentions {
			for _, n := range c.B.Mentions {
				a, b, ok := titlesOf(pass, c, m, n)
				if !ok || exclude(pass, a, b) || !otherOffice(pass, a, b) {
					continue
				}
				key := c.A.Doc.ID + "|" + a.value + "|" + c.B.Doc.ID + "|" + b.value
				if !told[key] {
					told[key] = true
					pass.Report(compare.Two(news.Conflict, news.Likely, a.side(), b.side()))
				}
			}
		}
	}
}

// titlesOf are the titles beside two mentions of one person.
func titlesOf(pass *compare.Pass, c nearCopy, m, n *news.Mention) (a, b title, ok bool) {
	if m.Kind != news.Person || m.Title.Empty() || n.Title.Empty() {
		return a, b, false
	}
	id := pass.Names.Of(c.A.Doc, m)
	if id < 0 || id != pass.Names.Of(c.B.Doc, n) {
		return a, b, false
	}
	a, ok = titleOf(pass, c.A, m)
	if !ok {
		return a, b, false
	}
	b, ok = titleOf(pass, c.B, n)
	return a, b, ok
}

// otherOffice reports whether two titles are offices of which neither has its
// head, what its bearer is, in common with the other.
func otherOffice(pass *compare.Pass, a, b title) bool {
	l := lexisOf(pass.Lex)
	akin := func(head string, words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return l.akin(head, w) })
	}
	if akin(a.head, b.words) || akin(b.head, a.words) {
		return false
	}
	return holdsOffice(pass, a) && holdsOffice(pass, b)
}

// holdsOffice reports whether a title names an office that leaves no room for
// another, rather than a form of address ("Mrs.") or what somebody is besides.
func holdsOffice(pass *compare.Pass, t title) bool {
	titles, q := &pass.Lex.Speech.Titles, &pass.Lex.Questions
	if anyWord([]string{t.head}, q.Beside) || anyWord(t.words, q.Courtesy) {
		return false
	}
	return anyWord(t.words, titles.Offices) || anyWord(t.words, titles.Before)
}

// anyWord reports whether one of the stems is that of a word of the list.
func anyWord(stems, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(stems, stem(w)) })
}
