package checks

import (
	"slices"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

// dayTime is when in the day a sentence says that its event happened: a clock
// time, or a word for a part of the day.
type dayTime struct {
	sent     *compare.Sent
	from, to int // minutes after midnight; to may lie in the next day
	at       run // the words
	verb     int // token of the verb of happening
	part     bool
	clock    clock
}

const (
	// dayMinutes is the length of a day.
	dayMinutes = 24 * 60
	// partSlack is how many minutes beyond its hours a part of the day is still used.
	partSlack = 60
	// mostTimes is the number of times of day beyond which a packet tells of many events.
	mostTimes = 400
	// sharedKeys is how many words two sentences on one happening share, a name among them.
	sharedKeys = 3
	// verbReach is how many tokens before its time the verb of an event stands.
	verbReach = 12
)

// dayparts reports one event put at a clock time in one document and in
// another part of the day in a second: "struck yesterday afternoon" against
// "took place at 7:37 a.m.".
func dayparts(pass *compare.Pass) {
	var told []dayTime
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			if t, ok := dayTimeOf(pass, s); ok {
				told = append(told, t)
			}
		}
	}
	if len(told) > mostTimes {
		return
	}
	for i := range told {
		for k := i + 1; k < len(told); k++ {
			a, b := &told[i], &told[k]
			pair := compare.Pair{A: a.sent, B: b.sent}
			if a.sent.Doc == b.sent.Doc || !a.part && !b.part || !pass.Near(a.sent.Doc, b.sent.Doc) || !a.misses(b) {
				continue
			}
			if !oneHappening(pair, a, b) || otherDays(pass, pair) {
				continue
			}
			relation := news.Conflict
			if pair.Reach() == news.InLineage {
				relation = news.Changed
			}
			pass.Report(compare.Two(relation, news.Likely, a.side(pass), b.side(pass)))
		}
	}
}

// dayTimeOf reads the one time of day of a sentence, if a verb of happening
// stands before it in its clause.
func dayTimeOf(pass *compare.Pass, s *compare.Sent) (dayTime, bool) {
	var out []dayTime
	text := s.Doc.Text
	for _, c := range clocks(pass, s) {
		first, last := text.Range(c.fig.Span)
		out = append(out, dayTime{from: c.minutes, to: c.minutes, at: run{first, last}, clock: c})
	}
	all := tokensOf(s)
	for i := all.first; i < all.last; i++ {
		if hours, ok := pass.Lex.Figures.Dates.Hours[text.Tokens[i].Lower]; ok && partOfDay(s, i) && !slices.ContainsFunc(out, func(t dayTime) bool { return t.at.first <= i && i < t.at.last+4 }) {
			out = append(out, dayTime{from: hours[0] * 60, to: hours[1] * 60, at: run{i, i + 1}, part: true})
		}
	}
	if len(out) != 1 {
		return dayTime{}, false
	}
	t := out[0]
	t.sent = s
	t.verb = happening(pass, s, t.at.first)
	return t, t.verb >= 0
}

// partOfDay reports whether the word says when: no part of a name ("Saturday
// Night Live"), of a compound ("night shift") or of a habit ("every morning"),
// and not counted from something else ("the night before").
func partOfDay(s *compare.Sent, i int) bool {
	toks, all := s.Doc.Text.Tokens, tokensOf(s)
	if capital(&toks[i]) && i > all.first {
		return false
	}
	if i+1 < all.last {
		next := &toks[i+1]
		if next.Tag == "HYPH" || next.Tag == "POS" || next.Tag == "NN" || next.Tag == "NNS" || next.Lower == "before" || next.Lower == "after" {
			return false
		}
	}
	for k := max(all.first, i-3); k < i; k++ {
		switch toks[k].Lower {
		case "every", "each", "a", "one", "all", "per", "until", "till", "since", "next", "following", "before", "after", "by", "that":
			return false
		}
	}
	return true
}

// happening finds the verb of happening nearest before a time in its clause,
// or -1. Another verb between them takes the time for itself.
func happening(pass *compare.Pass, s *compare.Sent, at int) int {
	text := s.Doc.Text
	for i := at - 1; i >= max(tokensOf(s).first, at-verbReach); i-- {
		t := &text.Tokens[i]
		if t.Norm == ";" || t.Norm == ":" {
			return -1
		}
		if !verb(t) {
			continue
		}
		for _, entry := range pass.Lex.Figures.Dates.Happen {
			lemma, behind, two := strings.Cut(entry, " ")
			if t.Lemma == lemma && (!two || text.Tokens[i+1].Lower == behind) {
				return i
			}
		}
		return -1
	}
	return -1
}

// misses reports whether two times of day cannot be one. An hour told in
// universal time may be any part of a day elsewhere.
func (t *dayTime) misses(o *dayTime) bool {
	if universal(t.clock.zone) || universal(o.clock.zone) {
		return false
	}
	slack := partSlack
	if t.part && o.part {
		slack = 0 // words already say their hours loosely
	}
	for _, shift := range []int{-dayMinutes, 0, dayMinutes} {
		if t.from-slack < o.to+shift && o.from+shift < t.to+slack {
			return false
		}
	}
	return true
}

// oneHappening reports whether both sentences have the same noun before their
// verbs and a name in common, and neither speaks of a further one ("a second
// quake").
func oneHappening(pair compare.Pair, a, b *dayTime) bool {
	for _, s := range []*compare.Sent{pair.A, pair.B} {
		all := tokensOf(s)
		for i := all.first; i < all.last; i++ {
			switch s.Doc.Text.Tokens[i].Lower {
			case "second", "another", "third", "later", "earlier", "previous", "aftershock", "aftershocks":
				return false
			}
		}
	}
	m := match(pair.A, pair.B)
	subject, named := false, false
	for _, p := range m.words {
		x, y := m.a.Words[p[0]], m.b.Words[p[1]]
		named = named || strings.HasPrefix(x.Key, "@")
		subject = subject || x.Token < a.verb && y.Token < b.verb && noun(&pair.A.Doc.Text.Tokens[x.Token]) && noun(&pair.B.Doc.Text.Tokens[y.Token])
	}
	shared := len(m.words)
	if !named && sharedProper(pair.A, pair.B) {
		named, shared = true, shared+1
	}
	return subject && named && shared >= sharedKeys
}

// sharedProper reports whether two sentences have a proper noun in common that
// was read as different names ("Aceh", "Aceh province").
func sharedProper(a, b *compare.Sent) bool {
	mine := map[string]bool{}
	for _, s := range []*compare.Sent{a, b} {
		all := tokensOf(s)
		for i := all.first + 1; i < all.last; i++ {
			t := &s.Doc.Text.Tokens[i]
			switch {
			case t.Tag != "NNP" || !capital(t) || mentionAt(s, i) == nil:
			case s == a:
				mine[t.Lower] = true
			case mine[t.Lower]:
				return true
			}
		}
	}
	return false
}

// otherDays reports whether a sentence gives a day or year that the other's
// contradicts, or tells what happened long ago.
func otherDays(pass *compare.Pass, pair compare.Pair) bool {
	as, bs := pass.Times(pair.A), pass.Times(pair.B)
	for _, a := range as {
		for _, b := range bs {
			if sameSort(a.When, b.When) && clashing(a.When, b.When) {
				return true
			}
		}
	}
	old := func(m compare.TimeMark) bool { return m.Background }
	return slices.ContainsFunc(as, old) != slices.ContainsFunc(bs, old)
}

// side is the time with the clause of its verb.
func (t *dayTime) side(pass *compare.Pass) compare.Side {
	s := t.sent
	r := run{t.verb, t.at.last}
	if !t.part {
		return compare.Side{Value: textOf(s.Doc, t.at), Passages: []compare.Place{place(s.Doc, r, speakerAt(pass, s, t.at), t.at)}}
	}
	return side(s.Doc, r, t.at, speakerAt(pass, s, t.at))
}
