package extractor

import (
	"strings"

	"crosscheck/language"
	"crosscheck/news"
)

// phrases matches lists of lower-cased words, some of several words.
type phrases map[string][][]string // first word → entries, longest first

func newPhrases(list []string) phrases {
	out := phrases{}
	for _, entry := range list {
		words := strings.Fields(strings.ToLower(entry))
		if len(words) == 0 {
			continue
		}
		group := append(out[words[0]], words)
		for i := len(group) - 1; i > 0 && len(group[i]) > len(group[i-1]); i-- {
			group[i], group[i-1] = group[i-1], group[i]
		}
		out[words[0]] = group
	}
	return out
}

// match returns how many tokens from i on are the longest entry, or 0.
func (p phrases) match(text *language.Text, i, last int) int {
	for _, entry := range p[text.Tokens[i].Lower] {
		if i+len(entry) > last {
			continue
		}
		same := true
		for k, w := range entry {
			same = same && text.Tokens[i+k].Lower == w
		}
		if same {
			return len(entry)
		}
	}
	return 0
}

// analyse finds the predicate with its subject, object, modal, hedges and
// negations from tags alone; where a tree is needed, checks parse the few
// sentences they look at.
func (c *clauses) analyse(text *language.Text, r tokenRange, s *news.Statement) {
	for i := r.first; i < r.last; i++ {
		if n := c.hedges.match(text, i, r.last); n > 0 {
			s.Hedges = append(s.Hedges, span(text, i, i+n))
		}
		if c.negates(text, i, r.last) {
			s.Negations = append(s.Negations, text.Tokens[i].Span)
		}
	}
	first, last := predicate(text, r)
	if first < 0 {
		return
	}
	s.Predicate = span(text, first, last)
	for i := first; i < last; i++ {
		if text.Tokens[i].Tag == "MD" {
			s.Modal = text.Tokens[i].Lower
			break
		}
	}
	if a, b := nounPhraseBefore(text, r.first, first); a < b {
		s.Subject = span(text, a, b)
	}
	if a, b := nounPhraseAfter(text, last, r.last); a < b {
		s.Object = span(text, a, b)
	}
}

// negates reports whether token i denies; "not only … but" denies nothing.
func (c *clauses) negates(text *language.Text, i, last int) bool {
	if !c.negators[text.Tokens[i].Lower] {
		return false
	}
	return i+1 >= last || text.Tokens[i+1].Lower != "only" && text.Tokens[i+1].Lower != "just"
}

// predicate is the first finite verb group of the range that does not stand
// in a relative clause, with auxiliaries, adverbs and a following infinitive
// left out; -1 where there is none.
func predicate(text *language.Text, r tokenRange) (first, last int) {
	for i := r.first; i < r.last; i++ {
		if !isFinite(text.Tokens[i].Tag) {
			continue
		}
		last = i + 1
		for last < r.last && (strings.HasPrefix(text.Tokens[last].Tag, "VB") || text.Tokens[last].Tag == "MD" || text.Tokens[last].Tag == "RB") {
			last++
		}
		for last > i+1 && text.Tokens[last-1].Tag == "RB" {
			last--
		}
		return i, last
	}
	return -1, -1
}

// nounPhraseBefore is the last run of nominal words before the predicate.
func nounPhraseBefore(text *language.Text, first, verb int) (int, int) {
	end := verb
	for end > first && !nounLike(text.Tokens[end-1].Tag) {
		end--
	}
	start := end
	for start > first && (phraseTag(text.Tokens[start-1].Tag)) {
		start--
	}
	return start, end
}

// nounPhraseAfter is the first run of nominal words after the predicate, with
// its prepositional tail up to the next mark or verb.
func nounPhraseAfter(text *language.Text, verb, last int) (int, int) {
	start := verb
	for start < last && !phraseTag(text.Tokens[start].Tag) {
		if tag := text.Tokens[start].Tag; tag == "," || strings.HasPrefix(tag, "VB") || tag == "MD" {
			return start, start
		}
		start++
	}
	end := start
	for end < last && (phraseTag(text.Tokens[end].Tag) || text.Tokens[end].Tag == "IN" || text.Tokens[end].Tag == "CC") {
		end++
	}
	for end > start && !nounLike(text.Tokens[end-1].Tag) {
		end--
	}
	return start, end
}

func nounLike(tag string) bool {
	return strings.HasPrefix(tag, "NN") || tag == "PRP" || tag == "CD"
}

func phraseTag(tag string) bool {
	switch tag {
	case "DT", "JJ", "JJR", "JJS", "PRP$", "POS", "CD", "$", "HYPH", "VBN", "VBG":
		return true
	}
	return nounLike(tag)
}

func span(text *language.Text, first, last int) news.Span {
	return news.Span{Start: text.Tokens[first].Span.Start, End: text.Tokens[last-1].Span.End}
}
