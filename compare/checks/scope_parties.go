package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed scope_parties.md
var scopePartiesDoc string

// ScopeParties finds one appeal or order of one source that is addressed to
// different people.
var ScopeParties = compare.Define("scope.parties", scopePartiesDoc, scopeParties)

func scopeParties(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	byFrom := map[string][]appeal{}
	var order []string
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			for _, a := range l.appeals(s) {
				if byFrom[a.from] == nil {
					order = append(order, a.from)
				}
				byFrom[a.from] = append(byFrom[a.from], a)
			}
		}
	}
	for _, from := range order {
		for i, x := range byFrom[from] {
			for _, y := range byFrom[from][i+1:] {
				if x.sent.Doc != y.sent.Doc && l.otherAddressee(x, y) {
					pass.Report(compare.Two(news.Changed, news.Likely, x.side(), y.side()))
				}
			}
		}
	}
}

// appeal is a source that tells, urges or orders somebody to do something.
type appeal struct {
	sent *compare.Sent
	from string // alignment key of the source
	cue  int
	to   run // the addressee
	deed run // what is asked
}

func (a *appeal) side() compare.Side {
	first := a.cue
	for first > tokensOf(a.sent).first && mentionAt(a.sent, first-1) != nil {
		first--
	}
	return side(a.sent.Doc, run{first, a.deed.last}, a.to, "")
}

// deedWords bounds the words that are taken for what is asked.
const deedWords = 12

// appeals finds "X urged Y to Z" in a sentence.
func (l *lexis) appeals(s *compare.Sent) []appeal {
	text := s.Doc.Text
	all := tokensOf(s)
	var out []appeal
	for _, w := range s.Words {
		if len(w.Key) == 0 || w.Key[0] != '@' {
			continue
		}
		cue := w.Token
		for cue < all.last && mentionAt(s, cue) != nil {
			cue++
		}
		for cue < all.last && (adverb(&text.Tokens[cue]) || text.Tokens[cue].Lemma == "have") {
			cue++
		}
		if cue >= all.last || !verb(&text.Tokens[cue]) || !l.cues[stemOf(&text.Tokens[cue])] {
			continue
		}
		to := phraseBeforeTo(s, cue+1, all.last)
		if to.empty() {
			continue
		}
		end := to.last + 1
		for end < all.last && end < to.last+deedWords && !clauseStop(&text.Tokens[end]) {
			end++
		}
		out = append(out, appeal{s, w.Key, cue, to, run{to.last, end}})
	}
	return out
}

// phraseBeforeTo is the noun phrase from token i, with what hangs on it, that
// an infinitive follows within a few words.
func phraseBeforeTo(s *compare.Sent, i, last int) run {
	text := s.Doc.Text
	np := nounPhraseAt(text, i, last)
	if np.empty() {
		return run{}
	}
	for j := np.last; j < min(last, np.last+6); j++ {
		t := &text.Tokens[j]
		if t.Tag == "TO" && j+1 < last && text.Tokens[j+1].Tag == "VB" {
			return run{np.first, j}
		}
		if clauseStop(t) || verb(t) {
			return run{}
		}
	}
	return run{}
}

// otherAddressee reports whether the deed is one (two words of it in common,
// in copies one) and the addressees are not: the heads of the two phrases are
// no kin, and neither names whom the other names.
func (l *lexis) otherAddressee(x, y appeal) bool {
	shared, mine := 0, x.keys()
	for key := range y.keys() {
		if mine[key] {
			shared++
		}
	}
	if shared == 0 || shared == 1 && x.sent.Doc.Lineage != y.sent.Doc.Lineage {
		return false
	}
	a, b := l.headOf(x.sent, x.to), l.headOf(y.sent, y.to)
	for i := x.to.first; i < x.to.last; i++ {
		if t := &x.sent.Doc.Text.Tokens[i]; noun(t) && l.akin(stemOf(t), b) {
			return false
		}
	}
	return a != "" && b != "" && !l.akin(a, b)
}

// keys are the alignment keys of what is asked.
func (a *appeal) keys() map[string]bool {
	out := map[string]bool{}
	for _, w := range a.sent.Words {
		if a.deed.first <= w.Token && w.Token < a.deed.last {
			out[w.Key] = true
		}
	}
	return out
}

// headOf is the stem of the head of a noun phrase: its last noun before a preposition.
func (l *lexis) headOf(s *compare.Sent, r run) string {
	head := ""
	for i := r.first; i < r.last; i++ {
		t := &s.Doc.Text.Tokens[i]
		if t.Tag == "IN" {
			break
		}
		if noun(t) {
			head = stemOf(t)
		}
	}
	return head
}
