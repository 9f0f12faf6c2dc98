package compare

import (
	"slices"
	"strings"

	"crosscheck/language"
	"crosscheck/news"
)

// readShare reads what a percentage is a share or a change of, as the keys of
// the nouns that say it: "a raise of 4 percent", "a 4 percent raise", "4
// percent of members", "lifted fares by 4 percent", "fares rose 4 percent". It
// is nil where the words round the number do not say.
func (q *questions) readShare(t *topic, toks []language.Token, last int) []string {
	if t.Figure.Kind != news.Percent {
		return nil
	}
	first, next := t.Sent.Doc.Text.Range(t.Figure.Number)
	from, to := t.Sent.Doc.Text.Range(t.Sent.Span)
	for next < min(last, to) && percentWord(toks[next].Lower) {
		next++ // the figure's span may end with its noun
	}
	prev := first - 1
	for prev >= from && (toks[prev].Tag == "DT" || strings.HasPrefix(toks[prev].Tag, "RB") || slices.Contains(estimators, toks[prev].Lower)) {
		prev--
	}
	word := func(i int) string {
		if i < from || i >= to {
			return ""
		}
		return toks[i].Lower
	}
	switch {
	case word(next) == "of":
		return q.nounsFrom(t, toks, next+1, to)
	case next < to && strings.HasPrefix(toks[next].Tag, "NN"):
		return q.changed(t, toks, next, to)
	case word(prev) == "of":
		if in := q.nounsFrom(t, toks, next+1, to); word(next) == "in" && in != nil {
			return in
		}
		return q.nounsBefore(t, toks, prev-1, from)
	case word(prev) == "by", prev >= from && t.Figure.Direction != "" && strings.HasPrefix(toks[prev].Tag, "VB"):
		for prev >= from && (word(prev) == "by" || strings.HasPrefix(toks[prev].Tag, "VB") || strings.HasPrefix(toks[prev].Tag, "RB") || toks[prev].Tag == "MD" || toks[prev].Tag == "TO") {
			prev--
		}
		return q.nounsBefore(t, toks, prev, from)
	}
	return nil
}

// estimators stand between a percentage and the words it belongs to.
var estimators = []string{"about", "around", "some", "nearly", "almost", "over", "than", "more", "less", "least", "at", "up", "to"}

func percentWord(w string) bool {
	return w == "%" || strings.HasPrefix(w, "percent") || strings.HasPrefix(w, "cent") || strings.HasSuffix(w, "%") || strings.HasPrefix(w, "point")
}

// changed are the nouns of the phrase from token i ("pay raise"), or of what it
// is a change in ("a 4 percent rise in fares").
func (q *questions) changed(t *topic, toks []language.Token, i, to int) []string {
	end := i
	for end < to && nominal(&toks[end]) {
		end++
	}
	if end < to && toks[end].Lower == "in" {
		if in := q.nounsFrom(t, toks, end+1, to); in != nil {
			return in
		}
	}
	return q.nouns(t, toks, i, end)
}

// nounsFrom are the nouns of the phrase that begins at token i.
func (q *questions) nounsFrom(t *topic, toks []language.Token, i, to int) []string {
	end := i
	for end < to && nominal(&toks[end]) {
		end++
	}
	return q.nouns(t, toks, i, end)
}

// nounsBefore are the nouns of the phrase that ends at token i.
func (q *questions) nounsBefore(t *topic, toks []language.Token, i, from int) []string {
	start := i
	for start >= from && nominal(&toks[start]) && toks[start].Tag != "DT" {
		start--
	}
	return q.nouns(t, toks, start+1, i+1)
}

// nominal reports whether a token can stand in a phrase of nouns.
func nominal(tok *language.Token) bool {
	switch tok.Tag {
	case "DT", "PRP$", "POS", "CD":
		return true
	}
	return strings.HasPrefix(tok.Tag, "NN") || strings.HasPrefix(tok.Tag, "JJ")
}

// nouns are the keys of the nouns among tokens i to end.
func (q *questions) nouns(t *topic, toks []language.Token, i, end int) []string {
	var out []string
	for _, w := range t.Sent.Words {
		if w.Token < i || w.Token >= end || !strings.HasPrefix(toks[w.Token].Tag, "NN") {
			continue
		}
		key := w.Key
		if q.moves(lemmaOf(toks[w.Token])) {
			key = "change" // "a raise", "a pay rise"
		}
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// moves reports whether a noun is that of a change ("rise", "cut"), by its verb.
func (q *questions) moves(noun string) bool {
	f := q.lex.Figures
	return slices.Contains(f.Up, noun) || slices.Contains(f.Down, noun) || slices.Contains(f.UpActs, noun) || slices.Contains(f.DownActs, noun)
}

// sharesApart reports whether two percentages of different value are said to
// be of different things: they have no noun in common, or each has one more
// that the other lacks ("accident rates", "interest rates").
func sharesApart(a, b *topic) bool {
	if len(a.share) == 0 || len(b.share) == 0 || a.Agrees(b.FigureRef) {
		return false
	}
	holds := func(all, some []string) bool {
		return !slices.ContainsFunc(some, func(k string) bool { return !slices.Contains(all, k) })
	}
	return !holds(a.share, b.share) && !holds(b.share, a.share)
}
