package checks

import (
	"sort"
	"strings"

	"crosscheck/compare"
	"crosscheck/language"
)

// nounPhrase is a noun phrase with its conjuncts ("power plants and electric
// grids" has two).
type nounPhrase struct {
	run
	conjuncts []run
}

// nounPhraseAt reads the noun phrase that begins at token i, before last: its
// determiners, modifiers and nouns, and what "and" or "or" joins to it. It is
// empty where no noun follows.
func nounPhraseAt(text *language.Text, i, last int) nounPhrase {
	np := nounPhrase{run: run{i, i}}
	for {
		part := simplePhraseAt(text, i, last)
		if part.empty() {
			break
		}
		np.conjuncts = append(np.conjuncts, part)
		np.last = part.last
		next := part.last
		if next < last && text.Tokens[next].Norm == "," {
			next++
		}
		if next < last && joins(&text.Tokens[next]) {
			next++
		} else if next == part.last {
			break
		} else if !listGoesOn(text, next, last) {
			break
		}
		i = next
	}
	return np
}

func joins(t *language.Token) bool {
	return t.Lower == "and" || t.Lower == "or" || t.Norm == "&"
}

// listGoesOn reports whether what follows a comma is a further item of a list:
// another noun phrase with its own "and" or comma behind it.
func listGoesOn(text *language.Text, i, last int) bool {
	part := simplePhraseAt(text, i, last)
	if part.empty() || part.last >= last {
		return false
	}
	t := &text.Tokens[part.last]
	return joins(t) || t.Norm == "," && part.last+1 < last && joins(&text.Tokens[part.last+1])
}

// simplePhraseAt is one conjunct: from i to its last noun.
func simplePhraseAt(text *language.Text, i, last int) run {
	out := run{i, i}
	for j := i; j < last; j++ {
		t := &text.Tokens[j]
		switch {
		case noun(t), (t.Tag == "VB" || t.Tag == "VBP") && j > i && text.Tokens[j-1].Tag != "TO" && !verbAt(text, j) && modifier(&text.Tokens[j-1]):
			out.last = j + 1
		case t.Tag == "POS" || quoteMark(t) && j == i:
		case adjective(t), t.Tag == "CD", t.Tag == "DT", t.Tag == "PDT", t.Tag == "PRP$", t.Tag == "VBG" && j+1 < last && noun(&text.Tokens[j+1]),
			t.Tag == "VBN" && j+1 < last && (noun(&text.Tokens[j+1]) || adjective(&text.Tokens[j+1])), t.Tag == "HYPH":
			if out.last > out.first && (t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "PDT") {
				return out
			}
		default:
			return out
		}
	}
	return out
}

// modifier reports whether a token can only stand before a noun: what follows
// it is one, whatever the tagger says.
func modifier(t *language.Token) bool {
	return adjective(t) || t.Tag == "CD" || t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "NN"
}

// stemsOf are the stems of the nouns and modifiers of a range that say what
// it is: names, determiners, numbers and stop words left out.
func (l *lexis) stemsOf(s *compare.Sent, r run) []string {
	text := s.Doc.Text
	var out []string
	for i := r.first; i < r.last; i++ {
		t := &text.Tokens[i]
		if !wordy(t) || l.stop[t.Lower] || l.stop[t.Lemma] || t.Tag == "CD" || t.Tag == "POS" || t.Tag == "DT" || t.Tag == "PRP$" {
			continue
		}
		if m := mentionAt(s, i); m != nil && m.Kind != "" || adjective(t) && capital(t) {
			continue
		}
		out = append(out, stemOf(t))
	}
	return out
}

// keyOf makes one key of stems, whatever their order.
func keyOf(list []string) string {
	sorted := append([]string{}, list...)
	sort.Strings(sorted)
	return strings.Join(sorted, " ")
}
