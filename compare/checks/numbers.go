package checks

import (
	"fmt"
	"math/big"
	"slices"
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
	// falling: they count what goes down as time passes
	falling bool
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

// dispute is all values of one question that clash with each other, directly
// or through a third: one finding.
type dispute struct {
	clashes  []clash
	relation news.Relation
	score    float64 // of the surest clash
	// order says of an update, in words, how its counts follow each other.
	order string
	// receding is set where the latest report of a toll has not its highest
	// count: nothing has overtaken anything.
	receding bool
}

// disputes gathers the clashes of every group that can be judged; the others
// are handed to unjudged with the reason.
func disputes(pass *compare.Pass, unjudged func(clash, string)) []dispute {
	tolls, falling := map[string]bool{}, map[string]bool{}
	for _, o := range pass.Lex.Questions.Outcomes {
		tolls[o.Name], falling[o.Name] = o.Toll, o.Falling
	}
	var out []dispute
	for i := range pass.Figures {
		g := &pass.Figures[i]
		var judged []clash
		relation := news.Conflict
		for _, l := range g.Links {
			c := clash{g, g.Refs[l.A], g.Refs[l.B], l.Score, tolls[g.Role], falling[g.Role]}
			if c.a.Agrees(c.b) && !c.rebound() || c.a.Sent.Doc == c.b.Sent.Doc && l.Score < insideDocument {
				continue
			}
			r, why := c.relation(pass)
			if g.Role == "" && (c.score < likely && (c.apart(closeBy) || g.Kind == news.Percent) || c.score < surely && c.apart(farApart)) {
				why = "the two figures may answer different questions"
			}
			if why != "" {
				unjudged(c, why)
				continue
			}
			if r == news.Update {
				relation = r // one toll that moves is a toll that moves
			}
			judged = append(judged, c)
		}
		for _, d := range joined(judged, relation) {
			out = append(out, d.inOrder(pass))
		}
	}
	return out
}

// A doubtful match of values further apart than closeBy times, and a likely one
// of values further than farApart, is more likely two questions than one with
// two answers.
const (
	closeBy  = 1.35
	farApart = 5
)

// rebound reports whether a copy kept a bound's words and changed its number
// ("more than 300", "more than 700"): between independent papers the two agree.
func (c clash) rebound() bool {
	const oneSentence = 0.9 // score
	f, g := c.a.Figure, c.b.Figure
	return c.score >= oneSentence && c.a.Sent.Doc.Lineage == c.b.Sent.Doc.Lineage && f.Modifier == g.Modifier && f.Unit == g.Unit &&
		len(f.Value) > 0 && len(f.Value) == len(g.Value) && valueKey(c.a) != valueKey(c.b)
}

// apart reports whether one value is more than times the other.
func (c clash) apart(times float64) bool {
	x, y := c.a.Center(), c.b.Center()
	return x <= 0 || y <= 0 || max(x, y)/min(x, y) > times
}

// joined parts clashes into sets that share values.
func joined(clashes []clash, relation news.Relation) []dispute {
	var out []dispute
	at := map[string]int{} // value → dispute
	for _, c := range clashes {
		x, okX := at[valueKey(c.a)]
		y, okY := at[valueKey(c.b)]
		switch {
		case !okX && !okY:
			x = len(out)
			out = append(out, dispute{relation: relation})
		case !okX:
			x = y
		case okY && x != y:
			out[x].clashes = append(out[x].clashes, out[y].clashes...)
			out[x].score = max(out[x].score, out[y].score)
			for _, moved := range out[y].clashes {
				at[valueKey(moved.a)], at[valueKey(moved.b)] = x, x
			}
			out[y].clashes = nil
		}
		at[valueKey(c.a)], at[valueKey(c.b)] = x, x
		out[x].clashes = append(out[x].clashes, c)
		out[x].score = max(out[x].score, c.score)
	}
	return slices.DeleteFunc(out, func(d dispute) bool { return len(d.clashes) == 0 })
}

// report hands a dispute over as one divergence with a side for every value.
func (d dispute) report(pass *compare.Pass) {
	div := compare.Divergence{Relation: d.relation, Confidence: confidence(d.score), Sides: d.sides(pass)}
	if d.order != "" {
		div.Args = map[string]string{"order": d.order}
	}
	if d.receding || d.estimated() {
		div.Severity = news.Medium
	}
	pass.Report(div)
}

// estimated reports whether every number of the dispute is an estimate by its words.
func (d dispute) estimated() bool {
	return !slices.ContainsFunc(d.clashes, func(c clash) bool {
		return c.a.Figure.Modifier != news.About || c.b.Figure.Modifier != news.About
	})
}

// sides are the values of a dispute, each with its passages.
func (d dispute) sides(pass *compare.Pass) []compare.Side {
	var sides []compare.Side
	for _, c := range d.clashes {
		for _, side := range []compare.Side{c.side(pass, c.a, c.b), c.side(pass, c.b, c.a)} {
			at := slices.IndexFunc(sides, func(s compare.Side) bool { return s.Key == side.Key })
			if at < 0 {
				sides = append(sides, side)
				continue
			}
			for _, pl := range side.Passages {
				if !slices.ContainsFunc(sides[at].Passages, func(p compare.Place) bool { return p.Doc == pl.Doc && p.Span == pl.Span }) {
					sides[at].Passages = append(sides[at].Passages, pl)
				}
			}
		}
	}
	return sides
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

// side is a value with every passage of the group that has it and not the other.
func (c clash) side(pass *compare.Pass, ref, against compare.FigureRef) compare.Side {
	out := figureSide(pass, c.group, ref)
	sameNumber := equalValues(c.a, c.b)
	if sameNumber { // "almost" and "more than" one number
		out.Key += string(ref.Figure.Modifier)
	}
	for _, r := range c.group.Refs {
		if r.Figure != ref.Figure && equalValues(r, ref) && r.Agrees(ref) && (!sameNumber || !r.Agrees(against)) {
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
	return fmt.Sprintf("%s %s", strings.Join(parts, "-"), ref.Figure.Base)
}

// equalValues reports whether two figures have one valueKey.
func equalValues(a, b compare.FigureRef) bool {
	return a.Figure.Base == b.Figure.Base && slices.EqualFunc(a.Figure.Value, b.Figure.Value, func(x, y *big.Rat) bool { return x.Cmp(y) == 0 })
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
