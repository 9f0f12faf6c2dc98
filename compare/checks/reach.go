package checks

import (
	"crosscheck/compare"
	"crosscheck/language"
)

// measure is a predicate with a reach: a word like "halt" or "ban" and the
// noun phrase that says how far it goes.
type measure struct {
	sent    *compare.Sent
	class   *scopeClass
	trigger int
	object  nounPhrase
	conj    [][]string // stems of each conjunct
	settled bool       // stated as a fact, not as a wish or an offer
	negated bool
}

// span is the evidence: from the predicate to the end of its reach.
func (m *measure) span() run { return run{m.trigger, m.object.last} }

// all are the stems of all conjuncts.
func (m *measure) all() []string {
	var out []string
	for _, c := range m.conj {
		out = append(out, c...)
	}
	return out
}

// longestBridge bounds the words between a predicate and its reach.
const longestBridge = 12

// measures finds the predicates with a reach in a sentence.
func (l *lexis) measures(s *compare.Sent) []*measure {
	var out []*measure
	toks := s.Doc.Text.Tokens
	all := tokensOf(s)
	for i := all.first; i < all.last; i++ {
		class := l.scope[stemOf(&toks[i])]
		if class == nil || !noun(&toks[i]) && !verb(&toks[i]) {
			continue
		}
		object, ok := l.objectOf(s, class, i, all.last)
		if !ok {
			continue
		}
		m := &measure{sent: s, class: class, trigger: i, object: object}
		for _, c := range object.conjuncts {
			if st := l.stemsOf(s, c); len(st) > 0 {
				m.conj = append(m.conj, st)
			}
		}
		if len(m.conj) == 0 {
			continue
		}
		m.settled, m.negated = l.settledAt(s, i)
		out = append(out, m)
		i = object.last - 1
	}
	return out
}

// objectOf follows a predicate over prepositions and the acts between
// ("halt strikes on …") to the noun phrase that says how far it reaches.
func (l *lexis) objectOf(s *compare.Sent, class *scopeClass, trigger, last int) (nounPhrase, bool) {
	text := s.Doc.Text
	last = min(last, trigger+longestBridge+12)
	linked := verb(&text.Tokens[trigger]) // a verb takes its object bare, a noun by a preposition
	for i := trigger + 1; i < last && i <= trigger+longestBridge; {
		t := &text.Tokens[i]
		switch {
		case linking(t):
			linked = true
			i++
			continue
		case adverb(t) || quoteMark(t):
			i++
			continue
		case verb(t) && class.acts[stemOf(t)]:
			linked = t.Tag == "VBG" || t.Tag == "VBN" // else a noun that the tagger took for a verb
			i++
			continue
		case t.Tag == "VBG" || t.Tag == "VBN":
			// "focused on", "regarding": a participle with its preposition.
			if i+1 < last && linking(&text.Tokens[i+1]) || adverbThenLink(s, i+1, last) {
				i++
				continue
			}
			return nounPhrase{}, false
		}
		np := nounPhraseAt(text, i, last)
		if np.empty() {
			return np, false
		}
		head := &text.Tokens[np.last-1]
		if len(np.conjuncts) == 1 && (class.acts[stemOf(head)] || l.scope[stemOf(head)] == class || l.settled[stemOf(head)]) {
			i = np.last
			linked = false
			continue
		}
		return np, linked
	}
	return nounPhrase{}, false
}

func adverbThenLink(s *compare.Sent, i, last int) bool {
	toks := s.Doc.Text.Tokens
	return i+1 < last && adverb(&toks[i]) && linking(&toks[i+1])
}

// linking are the prepositions that carry a measure to what it reaches.
func linking(t *language.Token) bool {
	switch t.Lower {
	case "on", "against", "of", "to", "over", "at", "regarding", "concerning", "upon", "targeting":
		return true
	}
	return false
}

// settledAt reads the clause around a predicate: whether it is a fact rather
// than a wish, and whether it is denied.
func (l *lexis) settledAt(s *compare.Sent, at int) (settled, negated bool) {
	toks := s.Doc.Text.Tokens
	all := tokensOf(s)
	settled = true
	for i := at; i >= all.first; i-- {
		t := &toks[i]
		if t.Norm == ";" || t.Norm == "," && at-i > 8 {
			break
		}
		if i != at && l.wish[stemOf(t)] || l.modals[t.Lower] > 0 && t.Lower != "will" {
			settled = false
		}
		if l.negators[t.Lower] && at-i <= 6 {
			negated = !negated
		}
	}
	return settled, negated
}
