package figure

import "crosscheck/news"

// reach is how far, in atoms, a subject may stand before its figure. Longer
// clauses have other verbs in between.
const reach = 24

// subjects finds what each figure is said of: the noun phrase before the verb
// that governs it ("Shares of Ross" in "Shares of Ross were down 2.3%").
func (s *scan) subjects() {
	for i := range s.quants {
		q := &s.quants[i]
		if q.ordinal || q.kind == news.Date {
			continue
		}
		if verb := s.verbBefore(q.low - 1); verb > 0 {
			q.subject = s.phraseBefore(verb - 1)
		}
	}
}

// verbBefore returns the finite verb before atom k in the same clause, or -1.
func (s *scan) verbBefore(k int) int {
	for low := max(0, k-reach); k >= low; k-- {
		switch s.atoms[k].low {
		case ";", ":", "\"", "“", "”", "(", ")", "while", "but", "who", "which", "that":
			return -1
		}
		switch t := s.tag(k); t {
		case "VBD", "VBZ", "VBP", "MD":
			return k
		}
	}
	return -1
}

// phraseBefore returns the span of the noun phrase, with its "of" and "in",
// that ends at atom k or before the adverbs and auxiliaries there.
func (s *scan) phraseBefore(k int) news.Span {
	for k >= 0 && (s.tag(k) == "RB" || isVerb(s.tag(k)) || s.tag(k) == "MD") {
		k--
	}
	end, head := k+1, false
	for n := 0; k >= 0 && n < 12; n++ {
		t := s.tag(k)
		switch {
		case isNoun(t), t == "PRP", t == "CD":
			head = true
		case t == "JJ", t == "JJS", t == "JJR", t == "DT", t == "PRP$", t == "POS", t == "HYPH", t == "VBG" && head, t == "VBN" && head,
			s.at(k) == "of" && head && isNoun(s.tag(k-1)), s.at(k) == "and" && isNoun(s.tag(k-1)), s.atoms[k].kind == mark && s.atoms[k].glued && s.isGlued(k+1):
		default:
			n = 12
			continue
		}
		k--
	}
	if !head || k+1 >= end {
		return news.Span{}
	}
	return s.cover(k+1, end)
}
