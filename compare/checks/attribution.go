package checks

import (
	"slices"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

// attributed is words that a passage gives a source for.
type attributed struct {
	sent    *compare.Sent
	claim   *news.Claim // nil where the words themselves show it ("the children Kyiv says were taken")
	entity  int         // of the source, or -1
	name    string      // the packet's name of the source
	named   bool        // a source the reader could ask
	content run
	span    run // source, cue and content, inside the sentence
}

// attributions lists who vouches for what in a sentence.
func (l *lexis) attributions(pass *compare.Pass, s *compare.Sent) []attributed {
	var out []attributed
	for _, c := range s.Claims {
		for _, part := range c.Content {
			if !part.Overlaps(s.Span) || c.Denied {
				continue
			}
			first, last := s.Doc.Text.Range(part)
			r := clip(s, run{first, last})
			if r.empty() {
				continue
			}
			a := attributed{sent: s, claim: c, content: r, span: r, entity: pass.Names.Lookup(s.Doc, c.Speaker.Name), name: pass.Names.Speaker(s.Doc, c.Speaker)}
			a.named = a.name != "" && c.Speaker.Kind != news.Unnamed
			for _, list := range [][]news.Span{c.Source, c.Cue} {
				for _, sp := range list {
					if s.Span.Contains(sp) {
						f, t := s.Doc.Text.Range(sp)
						a.span = run{min(a.span.first, f), max(a.span.last, t)}
					}
				}
			}
			out = append(out, a)
		}
	}
	return append(out, l.reducedRelatives(pass, s, out)...)
}

// reducedRelatives finds a name with a verb of reporting straight behind a
// noun phrase: "the children Kyiv has reported to have been abducted".
func (l *lexis) reducedRelatives(pass *compare.Pass, s *compare.Sent, known []attributed) []attributed {
	toks := s.Doc.Text.Tokens
	all := tokensOf(s)
	var out []attributed
	for _, m := range s.Mentions {
		first, last := s.Doc.Text.Range(m.Span)
		if first <= all.first || !noun(&toks[first-1]) || mentionAt(s, first-1) != nil {
			continue
		}
		cue := last
		for cue < all.last && cue < last+3 && (toks[cue].Lemma == "have" || adverb(&toks[cue])) {
			cue++
		}
		if cue >= all.last || !verb(&toks[cue]) || !l.cues[stemOf(&toks[cue])] {
			continue
		}
		end := cue + 1
		for end < all.last && !clauseStop(&toks[end]) {
			end++
		}
		a := attributed{sent: s, entity: pass.Names.Of(s.Doc, m), named: true, content: run{l.phraseStart(s, first), end}}
		if a.entity < 0 {
			continue
		}
		a.name, a.span = pass.Names.Entity(a.entity).Name, a.content
		if !slices.ContainsFunc(known, func(k attributed) bool { return k.entity == a.entity }) {
			out = append(out, a)
		}
	}
	return out
}

// phraseStart is where the noun phrase that ends before token i begins.
func (l *lexis) phraseStart(s *compare.Sent, i int) int {
	toks := s.Doc.Text.Tokens
	first := tokensOf(s).first
	for j := i - 1; j >= first; j-- {
		t := &toks[j]
		if !noun(t) && !adjective(t) && t.Tag != "CD" && t.Tag != "DT" && t.Tag != "POS" && t.Tag != "PRP$" {
			return j + 1
		}
	}
	return first
}

// moved is attributed words that stand in another passage under another
// source, or under none.
type moved struct {
	from attributed
	to   *compare.Sent
	at   run         // the matched words in to
	by   *attributed // who vouches for them there, or nil
	pair compare.Pair
}

const (
	// leastMoved is the fewest words of a claim, names left aside, that must stand in the other passage.
	leastMoved = 2
	// movedShare is the share of a claim's content words that must.
	movedShare = 0.4
)

// movedClaims follows every attributed statement of a pair into the other passage.
func (l *lexis) movedClaims(pass *compare.Pass) []moved {
	var out []moved
	cache := map[*compare.Sent][]attributed{}
	of := func(s *compare.Sent) []attributed {
		if list, ok := cache[s]; ok {
			return list
		}
		cache[s] = l.attributions(pass, s)
		return cache[s]
	}
	for _, p := range pass.Pairs {
		if p.A.Doc == p.B.Doc || !p.Copy && p.Score < 0.5 {
			continue
		}
		m := match(p.A, p.B)
		for _, a := range of(p.A) {
			if mv, ok := l.follow(a, p.B, m.toB, of(p.B)); ok {
				mv.pair = p
				out = append(out, mv)
			}
		}
		for _, b := range of(p.B) {
			if mv, ok := l.follow(b, p.A, m.toA, of(p.A)); ok {
				mv.pair = p
				out = append(out, mv)
			}
		}
	}
	return out
}

// follow finds the words of an attributed statement in another sentence.
func (l *lexis) follow(a attributed, to *compare.Sent, counterpart map[int]int, there []attributed) (moved, bool) {
	if !a.named {
		return moved{}, false
	}
	total, hit, common := 0, 0, 0 // common are the matched words that are no names
	at := run{}
	for _, w := range a.sent.Words {
		if w.Token < a.content.first || w.Token >= a.content.last || l.cues[stemOf(&a.sent.Doc.Text.Tokens[w.Token])] {
			continue
		}
		total++
		if other, ok := counterpart[w.Token]; ok {
			hit++
			if !strings.HasPrefix(w.Key, "@") {
				common++
			}
			if at.empty() {
				at = run{other, other + 1}
			}
			at = run{min(at.first, other), max(at.last, other+1)}
		}
	}
	if common < leastMoved || float64(hit) < movedShare*float64(total) {
		return moved{}, false
	}
	mv := moved{from: a, to: to, at: at}
	for i := range there {
		k := &there[i]
		if k.content.first <= at.first && at.last <= k.content.last || overlapOf(k.content, at) >= (at.last-at.first+1)/2 {
			if mv.by == nil || k.entity == a.entity {
				mv.by = k
			}
		}
	}
	return mv, true
}

func overlapOf(a, b run) int { return max(0, min(a.last, b.last)-max(a.first, b.first)) }

// present reports whether the source of the statement is named anywhere in the
// other sentence.
func (mv *moved) present() bool {
	return mv.from.entity >= 0 && slices.Contains(mv.to.Entities, mv.from.entity)
}

// sides are the attributed passage and the one it moved to.
func (mv *moved) sides(pass *compare.Pass) (a, b compare.Side) {
	cue := run{mv.from.span.first, mv.from.span.last}
	if mv.from.claim != nil && len(mv.from.claim.Source) > 0 && mv.from.sent.Span.Contains(mv.from.claim.Source[0]) {
		f, t := mv.from.sent.Doc.Text.Range(mv.from.claim.Source[0])
		cue = run{f, t}
	}
	a = compare.Side{Value: mv.from.name, Key: mv.from.name + "|" + textOf(mv.from.sent.Doc, mv.from.content),
		Passages: []compare.Place{place(mv.from.sent.Doc, trimMarks(mv.from.sent.Doc.Text, mv.from.span), mv.from.name, cue)}}
	r := clauseAround(mv.to, mv.at)
	speaker := ""
	if mv.by != nil {
		speaker = mv.by.name
		r = trimMarks(mv.to.Doc.Text, run{min(r.first, mv.by.span.first), max(r.last, mv.by.span.last)})
	}
	b = compare.Side{Value: textOf(mv.to.Doc, r), Passages: []compare.Place{place(mv.to.Doc, r, speaker, mv.at)}}
	return a, b
}
