package checks

import (
	_ "embed"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed polarity_update.md
var polarityUpdateDoc string

// PolarityUpdate finds what is still open in one passage and settled in another.
var PolarityUpdate = compare.Define("polarity.update", polarityUpdateDoc, polarityUpdate)

func polarityUpdate(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	l.notYet(pass)
	l.nobodyDid(pass)
	l.fates(pass)
}

// notYet finds what somebody has not done yet in one passage and has done in
// another: "he has not yet named a successor", "she named her successor".
func (l *lexis) notYet(pass *compare.Pass) {
	var waiting []*frame
	done := map[string][]*frame{} // key of the verb → frames
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			for _, f := range l.frames(pass, s) {
				switch {
				case f.asserted && f.negated && f.pending():
					waiting = append(waiting, f)
				case f.asserted && !f.negated && f.modal == "" && happened(f):
					done[f.key] = append(done[f.key], f)
				}
			}
		}
	}
	kept := newCopyIn(pass.Pairs)
	for _, n := range waiting {
		for _, y := range done[n.key] {
			if n.sent == y.sent || kept.within(n.sent, y.sent) || !pass.Near(n.sent.Doc, y.sent.Doc) {
				continue
			}
			if y.named() && (n.subject == y.subject || n.mayBe(y.subject)) && l.sharedBehind(n, y) {
				pass.Report(compare.Two(news.Update, news.Likely, frameSide(pass, n), frameSide(pass, y)))
			}
		}
	}
}

// mayBe reports whether the frame's subject is a pronoun that nobody resolved
// and the sentence names the one of that key before it.
func (f *frame) mayBe(key string) bool {
	if f.subject != "" || gender(f.who) == "" && f.who != "it" && f.who != "they" {
		return false
	}
	for _, w := range f.sent.Words {
		if w.Key == key && w.Token < f.span.first {
			return true
		}
	}
	return false
}

// pending reports whether "yet", "still" or "so far" stands with the negation.
func (f *frame) pending() bool {
	toks := f.sent.Doc.Text.Tokens
	for i := max(tokensOf(f.sent).first, f.group.first-1); i < f.group.last; i++ {
		if w := toks[i].Lower; w == "yet" || w == "still" || w == "far" && toks[max(0, i-1)].Lower == "so" {
			return true
		}
	}
	return false
}

// happened reports whether the frame's verb is in the past or perfect.
func happened(f *frame) bool {
	tag := f.sent.Doc.Text.Tokens[f.verb].Tag
	return tag == "VBD" || tag == "VBN"
}

// sharedBehind reports whether the clauses behind two verbs have a word in
// common, read plainly: "prime minister" is in "Prime Minister Ekdal" too.
func (l *lexis) sharedBehind(a, b *frame) bool {
	mine := map[string]bool{}
	for _, f := range []*frame{a, b} {
		clause := clauseAround(f.sent, f.group)
		for i := f.group.last; i < clause.last; i++ {
			t := &f.sent.Doc.Text.Tokens[i]
			switch {
			case !noun(t) || l.stop[t.Lower] || l.timeWord(f.sent, i):
			case f == a:
				mine[strings.ToLower(stemOf(t))] = true
			case mine[strings.ToLower(stemOf(t))]:
				return true
			}
		}
	}
	return false
}

// nobodyDid finds "nobody has been arrested" where another document says that
// somebody was, in the matter that the sentence or the one before it tells of.
func (l *lexis) nobodyDid(pass *compare.Pass) {
	var denied []deed
	done := map[string][]deed{}
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			for _, w := range s.Words {
				if !verbAt(doc.Text, w.Token) || doc.Text.Tokens[w.Token].Tag != "VBN" && doc.Text.Tokens[w.Token].Tag != "VBD" {
					continue
				}
				d := deed{sent: s, clause: clauseAround(s, run{w.Token, w.Token + 1}), key: w.Key}
				switch {
				case l.subjectNobody(s, w.Token):
					denied = append(denied, d)
				case !l.denies(doc, d.clause) && (passive(s, w.Token) || doc.Text.Tokens[w.Token].Tag == "VBD"):
					done[w.Key] = append(done[w.Key], d)
				}
			}
		}
	}
	kept := newCopyIn(pass.Pairs)
	for _, n := range denied {
		for _, y := range done[n.key] {
			if n.sent.Doc != y.sent.Doc && pass.Near(n.sent.Doc, y.sent.Doc) && !kept.within(n.sent, y.sent) && !apart(n.sent, y.sent) && !longAgo(pass, y.sent) && oneAffair(n, y) {
				pass.Report(compare.Two(news.Update, news.Likely, side(n.sent.Doc, n.clause, n.clause, speakerAt(pass, n.sent, n.clause)),
					side(y.sent.Doc, y.clause, y.clause, speakerAt(pass, y.sent, y.clause))))
			}
		}
	}
}

// subjectNobody reports whether the verb's subject is "nobody" or "no one":
// right before its auxiliaries.
func (l *lexis) subjectNobody(s *compare.Sent, verbToken int) bool {
	toks, all := s.Doc.Text.Tokens, tokensOf(s)
	i := verbToken - 1
	for i >= all.first && (adverb(&toks[i]) || toks[i].Lemma == "be" || toks[i].Lemma == "have") {
		i--
	}
	if i < all.first {
		return false
	}
	return toks[i].Lower == "nobody" || toks[i].Lower == "one" && i > all.first && toks[i-1].Lower == "no"
}

// longAgo reports whether a sentence tells of a time before the news.
func longAgo(pass *compare.Pass, s *compare.Sent) bool {
	for _, m := range pass.Times(s) {
		if m.Background {
			return true
		}
	}
	return false
}

// oneAffair reports whether the sentence that denies, with the one before it,
// shares two further words with the sentence that states.
func oneAffair(n, y deed) bool {
	mine := map[string]bool{}
	for _, s := range n.sent.Doc.Sents {
		if s.Index == n.sent.Index || s.Index == n.sent.Index-1 {
			for _, w := range s.Words {
				mine[w.Key] = true
			}
		}
	}
	shared := map[string]bool{}
	for _, w := range y.sent.Words {
		if w.Key != n.key && mine[w.Key] {
			shared[w.Key] = true
		}
	}
	return len(shared) >= 2
}
