package checks

import (
	"fmt"
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

// clash is two figures that answer one question with different values.
type clash struct {
	group *compare.FigureGroup
	a, b  compare.FigureRef
	score float64
	toll  bool // the figures are the toll of one event
}

const (
	// surely is the score of a link from which its finding is sure, likely that
	// from which it is more than doubtful.
	surely = 0.60
	likely = 0.42
	// insideDocument is the score two figures of one document need: an article
	// gives many figures of one kind and is taken to mean what it says.
	insideDocument = 0.62
)

// clashes lists the linked figures of different values, in packet order.
func clashes(pass *compare.Pass) []clash {
	tolls := map[string]bool{}
	for _, o := range pass.Lex.Questions.Outcomes {
		tolls[o.Name] = o.Toll
	}
	var out []clash
	for i := range pass.Figures {
		g := &pass.Figures[i]
		for _, l := range g.Links {
			c := clash{g, g.Refs[l.A], g.Refs[l.B], l.Score, tolls[g.Role]}
			if c.a.Agrees(c.b) || c.a.Sent.Doc == c.b.Sent.Doc && l.Score < insideDocument {
				continue
			}
			out = append(out, c)
		}
	}
	return out
}

func confidence(score float64) news.Confidence {
	switch {
	case score >= surely:
		return news.Sure
	case score >= likely:
		return news.Likely
	}
	return news.Doubtful
}

// sides are the two values with every passage of the group that has them.
func (c clash) sides(pass *compare.Pass) (a, b compare.Side) {
	return c.side(pass, c.a), c.side(pass, c.b)
}

func (c clash) side(pass *compare.Pass, ref compare.FigureRef) compare.Side {
	out := figureSide(pass, c.group, ref)
	for _, r := range c.group.Refs {
		if r.Figure != ref.Figure && valueKey(r) == valueKey(ref) {
			out.Passages = append(out.Passages, figurePlace(pass, r))
		}
	}
	return out
}

func figureSide(pass *compare.Pass, g *compare.FigureGroup, ref compare.FigureRef) compare.Side {
	question := g.Role
	if question == "" {
		question = g.Unit
	}
	return compare.Side{
		Value: oneLine(ref.Sent.At(ref.Figure.Span)), Key: question + "|" + valueKey(ref),
		Passages: []compare.Place{figurePlace(pass, ref)},
	}
}

func figurePlace(pass *compare.Pass, ref compare.FigureRef) compare.Place {
	pl := compare.At(ref.Sent.Doc, ref.Figure.Span, figureSpeaker(pass, ref))
	pl.Marks = []news.Span{ref.Figure.Number}
	return pl
}

func figureSpeaker(pass *compare.Pass, ref compare.FigureRef) string {
	if c := ref.Sent.Doc.Claim(ref.Figure.Claim); c != nil {
		return pass.Names.Speaker(ref.Sent.Doc, c.Speaker)
	}
	return ""
}

// valueKey is the value without its bound: passages of one key stand on one side.
func valueKey(ref compare.FigureRef) string {
	var parts []string
	for _, v := range ref.Figure.Value {
		parts = append(parts, v.RatString())
	}
	if m := ref.Figure.Modifier; m == news.LessThan || m == news.MoreThan {
		parts = append(parts, string(m))
	}
	return fmt.Sprintf("%s %s", strings.Join(parts, "-"), ref.Figure.Base)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
