package checks

import (
	_ "embed"
	"slices"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed number_referent.md
var numberReferentDoc string

// NumberReferent finds one number said of two different things.
var NumberReferent = compare.Define("number.referent", numberReferentDoc, numberReferent)

// nearlyOne is the score from which sentences of independent papers are so
// alike that another noun is no choice of words.
const nearlyOne = 0.6

func numberReferent(pass *compare.Pass, params dateParams) {
	if params.Floor == 0 {
		params.Floor = 0.45
	}
	for _, pair := range pass.Pairs {
		if pair.A.Doc != pair.B.Doc && pair.Score >= params.Floor && (pair.Copy || pair.Score >= nearlyOne) {
			recounted(pass, pair)
		}
	}
	turned(pass)
}

// recounted reports counts of one value whose nouns exclude each other.
func recounted(pass *compare.Pass, pair compare.Pair) {
	l := lexisOf(pass.Lex)
	for _, fig := range pair.A.Figures {
		for _, other := range pair.B.Figures {
			if !distinctive(fig) || fig.Kind != other.Kind || len(other.Value) != 1 || fig.Value[0].Cmp(other.Value[0]) != 0 {
				continue
			}
			if fig.Unit == "" || other.Unit == "" || fig.Unit == other.Unit || !l.foreign(pair, fig, other) || people(pass, fig) || people(pass, other) {
				continue
			}
			a, b := compare.FigureRef{Sent: pair.A, Figure: fig}, compare.FigureRef{Sent: pair.B, Figure: other}
			relation := news.Conflict
			if pair.Copy {
				relation = news.Changed
			}
			pass.Report(compare.Two(relation, confidence(pair.Score), unitSide(pass, a), unitSide(pass, b)))
		}
	}
}

// distinctive reports whether a count is unlikely to be met twice by chance.
func distinctive(fig *news.Figure) bool {
	return fig.Kind == news.Count && len(fig.Value) == 1 && fig.Value[0].IsInt() && fig.Value[0].Num().Int64() > 20
}

// people reports whether the counted are people of whom no more is said.
func people(pass *compare.Pass, fig *news.Figure) bool {
	return slices.Contains(pass.Lex.Questions.Anyone, strings.ToLower(fig.Unit))
}

// foreign reports whether the noun of each figure is neither in the other
// sentence nor akin to the other's noun.
func (l *lexis) foreign(pair compare.Pair, a, b *news.Figure) bool {
	x, y := stem(strings.ToLower(a.Unit)), stem(strings.ToLower(b.Unit))
	return !l.akin(x, y) && counts(pair.A, a) && counts(pair.B, b) && !says(l, pair.B, x) && !says(l, pair.A, y)
}

// counts reports whether the figure ends in the noun it counts.
func counts(s *compare.Sent, fig *news.Figure) bool {
	text := s.Doc.Text
	_, last := text.Range(fig.Span)
	_, numLast := text.Range(fig.Number)
	return last > numLast && noun(&text.Tokens[last-1]) && !text.Glued(last-2)
}

func says(l *lexis, s *compare.Sent, st string) bool {
	for _, w := range s.Words {
		if l.akin(w.Stem, st) {
			return true
		}
	}
	return false
}

// turned reports distances from one place that agree in length and not in direction.
func turned(pass *compare.Pass) {
	for i := range pass.Figures {
		g := &pass.Figures[i]
		for _, link := range g.Links {
			a, b := g.Refs[link.A], g.Refs[link.B]
			x, y := pass.Bearing(a), pass.Bearing(b)
			if a.Sent.Doc == b.Sent.Doc || !a.Agrees(b) || !opposite(x, y) {
				continue
			}
			pass.Report(compare.Two(news.Conflict, confidence(link.Score), bearingSide(pass, g, a, x), bearingSide(pass, g, b, y)))
		}
	}
}

// opposite reports whether two compass points exclude each other: south and
// south-east are one seen roughly.
func opposite(a, b string) bool {
	return a != "" && b != "" && a != b && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// bearingSide is one direction with every figure of the group that has it.
func bearingSide(pass *compare.Pass, g *compare.FigureGroup, ref compare.FigureRef, bearing string) compare.Side {
	side := compare.Side{Key: "bearing " + bearing}
	for _, r := range g.Refs {
		if r.Figure != ref.Figure && pass.Bearing(r) != bearing {
			continue
		}
		pl := figurePlace(pass, r)
		text := r.Sent.Doc.Text
		_, last := text.Range(r.Figure.Span)
		for i := last; i < min(last+8, tokensOf(r.Sent).last); i++ {
			if strings.ReplaceAll(text.Tokens[i].Lower, "-", "") == bearing {
				pl.Span.End = text.Tokens[i].Span.End
				pl.Marks = []news.Span{text.Tokens[i].Span}
				break
			}
		}
		side.Passages = append(side.Passages, pl)
		if r.Figure == ref.Figure {
			side.Value = oneLine(r.Sent.At(pl.Span))
		}
	}
	return side
}
