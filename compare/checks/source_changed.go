package checks

import (
	_ "embed"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed source_changed.md
var sourceChangedDoc string

// SourceChanged finds one statement credited to different sources, and a
// source that is silent in one passage and speaks in the other.
var SourceChanged = compare.Define("source.changed", sourceChangedDoc, sourceChanged)

func sourceChanged(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	seen := map[string]bool{}
	for _, mv := range l.movedClaims(pass) {
		if mv.by == nil || l.carrier(mv.by.name) || l.carrier(mv.from.name) || !mv.by.named || oneSource(mv.by.name, mv.from.name) || mv.present() && !l.officeOf(mv.by.name, mv.from.name) && !l.officeOf(mv.from.name, mv.by.name) {
			continue
		}
		if !mv.pair.Copy && !l.verbatim(mv) || mv.by.entity >= 0 && mv.by.entity == mv.from.entity {
			continue
		}
		if !l.officeOf(mv.by.name, mv.from.name) && !l.officeOf(mv.from.name, mv.by.name) && !mv.persons(pass) && !l.verbatim(mv) {
			continue // a person for a body may be the body's own voice
		}
		if mv.guessed() || mv.toldBefore(seen) {
			continue
		}
		a, b := mv.sides(pass)
		b.Value = mv.by.name
		pass.Report(compare.Two(news.Conflict, news.Likely, a, b))
	}
	quotedOthers(pass, l)
	silenceBroken(pass, l)
}

// persons reports whether both sources are people.
func (mv *moved) persons(pass *compare.Pass) bool {
	return pass.Names.Entity(mv.from.entity).Kind == news.Person && pass.Names.Entity(mv.by.entity).Kind == news.Person
}

// guessed reports whether either source is a pronoun's: who that is depends on
// the sentences around it, and copies cut those.
func (mv *moved) guessed() bool {
	for _, c := range []*news.Claim{mv.from.claim, mv.by.claim} {
		if c != nil && (c.Speaker.How == news.ByPronoun || c.Speaker.How == news.Unknown) {
			return true
		}
	}
	return false
}

// oneSource reports whether two names can be one source: equal, or of one last
// word (Liz and Elizabeth are one name to those who know).
func oneSource(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	return len(x) > 0 && len(y) > 0 && (x[len(x)-1] == y[len(y)-1] || oneNameRespelt(a, b))
}

// officeOf reports whether one name is the office, or the people, of the other.
func (l *lexis) officeOf(office, person string) bool {
	if person == "" || office == "" || office == person {
		return false
	}
	words := strings.Fields(strings.ToLower(office))
	has := false
	for _, w := range words {
		has = has || l.offices[stem(strings.Trim(w, "’'s"))] || l.offices[stem(w)]
	}
	parts := strings.Fields(strings.ToLower(person))
	return has && strings.Contains(strings.ToLower(office), parts[len(parts)-1])
}

// quotedOthers finds one quotation, word for word, in two mouths.
func quotedOthers(pass *compare.Pass, l *lexis) {
	for _, p := range l.quotePairs(pass) {
		if p.a.speaker == "" || p.b.speaker == "" || oneSource(p.a.speaker, p.b.speaker) || p.common < 6 || len(p.inner) > 0 {
			continue
		}
		if l.officeOf(p.a.speaker, p.b.speaker) || l.officeOf(p.b.speaker, p.a.speaker) || !known(pass, p.a) || !known(pass, p.b) {
			continue
		}
		a, b := p.a.around(p.a.words, 0), p.b.around(p.b.words, 0)
		if a.empty() || b.empty() {
			continue
		}
		pass.Report(compare.Two(news.Conflict, news.Likely,
			compare.Side{Value: p.a.speaker, Key: p.a.speaker + "|" + textOf(p.a.doc, a), Passages: []compare.Place{place(p.a.doc, a, p.a.speaker)}},
			compare.Side{Value: p.b.speaker, Key: p.b.speaker + "|" + textOf(p.b.doc, b), Passages: []compare.Place{place(p.b.doc, b, p.b.speaker)}}))
	}
}

// known reports whether a quotation's speaker is an entity of the packet.
func known(pass *compare.Pass, q *quotation) bool {
	s := q.sent()
	for _, c := range s.Claims {
		if pass.Names.Speaker(s.Doc, c.Speaker) == q.speaker && c.Speaker.How == news.ByName && pass.Names.Lookup(s.Doc, c.Speaker.Name) >= 0 {
			return true
		}
	}
	return false
}

// silenceBroken finds a source that did not speak according to one passage and
// is credited with a statement in the other.
func silenceBroken(pass *compare.Pass, l *lexis) {
	for _, p := range pass.Pairs {
		if !p.Copy {
			continue
		}
		for _, d := range [2][2]*compare.Sent{{p.A, p.B}, {p.B, p.A}} {
			for _, st := range d[0].Statements {
				if st.Voice == news.Silence && st.Speaker.Name != "" {
					silentSpeaks(pass, l, st, d[0], d[1])
				}
			}
		}
	}
}

func silentSpeaks(pass *compare.Pass, l *lexis, st *news.Statement, quiet, loud *compare.Sent) {
	name := pass.Names.Speaker(quiet.Doc, st.Speaker)
	for _, o := range loud.Statements {
		if o.Voice == news.Silence && pass.Names.Speaker(loud.Doc, o.Speaker) == name {
			return
		}
	}
	for _, a := range l.attributions(pass, loud) {
		if a.name != name || a.claim == nil {
			continue
		}
		first, last := quiet.Doc.Text.Range(st.Span)
		r := trimMarks(quiet.Doc.Text, run{first, last})
		pass.Report(compare.Two(news.Conflict, news.Sure,
			compare.Side{Value: textOf(quiet.Doc, r), Passages: []compare.Place{place(quiet.Doc, r, name)}},
			compare.Side{Value: textOf(loud.Doc, trimMarks(loud.Doc.Text, a.span)), Passages: []compare.Place{place(loud.Doc, trimMarks(loud.Doc.Text, a.span), name)}}))
	}
}
