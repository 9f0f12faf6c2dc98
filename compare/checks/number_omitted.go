package checks

import (
	_ "embed"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed number_omitted.md
var numberOmittedDoc string

// NumberOmitted finds a number that a copy of a story dropped from a statement it kept.
var NumberOmitted = compare.Define("number.omitted", numberOmittedDoc, numberOmitted)

func numberOmitted(pass *compare.Pass, _ none) {
	for _, pair := range pass.Pairs {
		if pair.Copy && pair.A.Doc != pair.B.Doc {
			dropped(pass, pair.A, pair.B)
			dropped(pass, pair.B, pair.A)
		}
	}
}

// dropped reports the figures of from whose noun stands in its counterpart
// without a number, where the counterpart's document has the number nowhere.
func dropped(pass *compare.Pass, from, to *compare.Sent) {
	var m *matching
	for _, fig := range from.Figures {
		if !omissible(fig) || carries(to.Doc, fig) {
			continue
		}
		if m == nil {
			m = match(from, to)
		}
		at, ok := kept(m, from, fig)
		if !ok || numbered(to, at) {
			continue
		}
		b := nounAround(to, at)
		pass.Report(compare.Two(news.Missing, news.Likely,
			compare.Side{Value: oneLine(from.At(fig.Span)), Passages: []compare.Place{figurePlace(pass, compare.FigureRef{Sent: from, Figure: fig})}},
			compare.Side{Value: textOf(to.Doc, b), Passages: []compare.Place{place(to.Doc, b, "")}},
		))
	}
}

// omissible reports whether dropping the figure loses a number: a quantity of
// more than one that is not an age or a rank.
func omissible(fig *news.Figure) bool {
	switch fig.Kind {
	case news.Count, news.Money, news.Percent, news.Duration, news.Measure:
	default:
		return false
	}
	return len(fig.Value) > 0 && fig.Value[0].IsInt() && (fig.Kind != news.Count || fig.Value[0].Num().Int64() > 2)
}

// carries reports whether the document's story has the figure's value.
func carries(doc *compare.Doc, fig *news.Figure) bool {
	for _, s := range doc.Sents {
		for _, f := range s.Figures {
			if f.Kind == fig.Kind && len(f.Value) > 0 && f.Value[0].Cmp(fig.Value[0]) == 0 {
				return true
			}
		}
	}
	return false
}

// kept finds the counterpart of the figure's noun: the last word of its
// phrase, or the word right behind it.
func kept(m *matching, s *compare.Sent, fig *news.Figure) (int, bool) {
	_, numLast := s.Doc.Text.Range(fig.Number)
	_, last := s.Doc.Text.Range(fig.Span)
	end := tokensOf(s).last
	last = max(last, min(numLast+1, end))
	for i := last - 1; i >= numLast; i-- {
		if t, ok := m.toB[i]; ok && noun(&s.Doc.Text.Tokens[i]) {
			return t, true
		}
	}
	if last < end && noun(&s.Doc.Text.Tokens[last]) {
		t, ok := m.toB[last]
		return t, ok
	}
	return 0, false
}

// numbered reports whether a figure of the sentence holds the token, or a
// number stands before it.
func numbered(s *compare.Sent, tok int) bool {
	toks := s.Doc.Text.Tokens
	for _, f := range s.Figures {
		if f.Span.Overlaps(toks[tok].Span) && f.Kind != news.Date && f.Kind != news.Ordinal {
			return true
		}
	}
	for i := tok - 1; i >= 0 && i >= tok-3; i-- {
		if toks[i].Tag == "CD" {
			return true
		}
	}
	return false
}

// nounAround is the noun phrase around a token, its determiner included.
func nounAround(s *compare.Sent, tok int) run {
	toks := s.Doc.Text.Tokens
	all := tokensOf(s)
	r := run{tok, tok + 1}
	for r.first > all.first {
		t := &toks[r.first-1]
		if !noun(t) && !adjective(t) && t.Tag != "DT" && t.Tag != "PRP$" && !strings.HasPrefix(t.Tag, "VBN") {
			break
		}
		r.first--
		if t.Tag == "DT" {
			break
		}
	}
	return r
}
