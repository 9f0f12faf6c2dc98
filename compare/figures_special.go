package compare

import (
	"slices"

	"crosscheck/news"
)

// votes reads results of two counts ("19 votes to 15") as one figure each; a
// result written with a hyphen is one already.
func votes(s *Sent) []*news.Figure {
	var out []*news.Figure
	toks := s.Doc.Text.Tokens
	for _, f := range s.Figures {
		// No range falls: "68 to 32" is a result.
		if f.Kind == news.Count && len(f.Value) == 2 && f.Value[0].Cmp(f.Value[1]) > 0 {
			vote := *f
			vote.Kind, vote.Unit, vote.Modifier, vote.Span = news.Ratio, "", news.Exactly, f.Number
			out = append(out, &vote)
		}
	}
	for i := 0; i+1 < len(s.Figures); i++ {
		a, b := s.Figures[i], s.Figures[i+1]
		if a.Kind != news.Count || b.Kind != news.Count || len(a.Value) != 1 || len(b.Value) != 1 || a.Modifier != news.Exactly || b.Modifier != news.Exactly {
			continue
		}
		_, last := s.Doc.Text.Range(a.Span)
		first, _ := s.Doc.Text.Range(b.Span)
		if first != last+1 || toks[last].Lower != "to" && toks[last].Lower != "against" {
			continue
		}
		span := news.Span{Start: a.Number.Start, End: b.Number.End}
		out = append(out, &news.Figure{
			ID: a.ID, Span: span, Number: span, Kind: news.Ratio, Value: append(a.Value[:1:1], b.Value[0]),
			Modifier: news.Exactly, Statement: a.Statement, Claim: a.Claim, Region: a.Region,
		})
	}
	return out
}

// isVote reports whether a figure is a result of two counts.
func isVote(fig *news.Figure) bool { return fig.Kind == news.Ratio && len(fig.Value) == 2 }

// sameVote reports whether two results are one, told from either side.
func sameVote(a, b *news.Figure) bool {
	eq := func(i, j int) bool { return a.Value[i].Cmp(b.Value[j]) == 0 }
	return eq(0, 0) && eq(1, 1) || eq(0, 1) && eq(1, 0)
}

// anaphorScore is the score of a number that takes up the one before it by a
// noun ("the organisers put the number at 600").
const anaphorScore = 0.66

// anaphors links bare numbers that a tally noun refers back to the last count
// of the sentence before.
func (q *questions) anaphors(topics []*topic) []link {
	var out []link
	for i, t := range topics {
		if i == 0 || !t.bare || t.outcome != "" || t.Figure.Kind != news.Count || t.Sent.Index == 0 || !q.tallied(t) {
			continue
		}
		prev := -1
		for j := i - 1; j >= 0 && topics[j].Sent.Doc == t.Sent.Doc && topics[j].Sent.Index >= t.Sent.Index-1; j-- {
			if x := topics[j]; x.Sent.Index == t.Sent.Index-1 && x.Figure.Kind == news.Count && !x.bare {
				prev = j
				break
			}
		}
		if prev >= 0 && !t.increment {
			out = append(out, link{prev, i, anaphorScore, t.Agrees(topics[prev].FigureRef), false})
		}
	}
	return out
}

// tallied reports whether the figure stands behind "put the number at" or "the
// toll to": a definite tally noun and a preposition.
func (q *questions) tallied(t *topic) bool {
	toks := t.Sent.Doc.Text.Tokens
	sFirst, _ := t.Sent.Doc.Text.Range(t.Sent.Span)
	first, _ := t.Sent.Doc.Text.Range(t.Figure.Span)
	if first <= sFirst || toks[first-1].Lower != "at" && toks[first-1].Lower != "to" {
		return false
	}
	for i := first - 2; i > sFirst && i > first-6; i-- {
		if slices.Contains(q.lex.Questions.Tallies, lemmaOf(toks[i])) {
			return toks[i-1].Lower == "the" || toks[i-1].Lower == "that"
		}
	}
	return false
}
