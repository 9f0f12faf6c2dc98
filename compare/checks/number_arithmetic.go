package checks

import (
	_ "embed"
	"math"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed number_arithmetic.md
var numberArithmeticDoc string

// NumberArithmetic finds numbers of one sentence that do not follow from each other.
var NumberArithmetic = compare.Define("number.arithmetic", numberArithmeticDoc, numberArithmetic)

func numberArithmetic(pass *compare.Pass, _ none) {
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			if len(s.Figures) < 3 {
				continue
			}
			change(pass, s)
			points(pass, s)
			parts(pass, s)
		}
	}
}

// change checks "rose P percent, from A to B" and "from A to B, up P percent".
func change(pass *compare.Pass, s *compare.Sent) {
	from, to := fromTo(s)
	if from == nil {
		return
	}
	for _, p := range s.Figures {
		if p.Kind != news.Percent || p.Unit != "percent" || p.Direction == "" || len(p.Value) != 1 || separated(s, p, from) {
			continue
		}
		low, high := shift(from, to)
		pct, half := float(p), 0.5
		if g := math.Abs(pct - math.Round(pct)); g > 1e-9 {
			half = 0.05
		}
		if p.Modifier != news.Exactly {
			half = math.Max(1, pct/10)
		}
		if p.Direction == news.Down {
			low, high = -high, -low
		}
		if low-half <= pct && pct <= high+half {
			continue
		}
		pass.Report(compare.Two(news.Conflict, news.Likely, plainSide(pass, s, p), compare.Side{
			Value:    oneLine(s.At(news.Span{Start: from.Span.Start, End: to.Span.End})),
			Passages: []compare.Place{compare.At(s.Doc, news.Span{Start: from.Span.Start, End: to.Span.End}, "")},
		}))
	}
}

// points checks "rose to 12 percent from 8 percent, a gain of 4 percent": the
// difference of two percentages is so many points, not percent.
func points(pass *compare.Pass, s *compare.Sent) {
	var plain []*news.Figure
	for _, f := range s.Figures {
		if f.Kind == news.Percent && f.Unit == "percent" && exact(f) {
			plain = append(plain, f)
		}
	}
	if len(plain) != 3 {
		return
	}
	a, b, c := plain[0], plain[1], plain[2]
	toks, first := s.Doc.Text.Tokens, func(f *news.Figure) int { i, _ := s.Doc.Text.Range(f.Span); return i }
	before := func(f *news.Figure) string { return toks[max(first(f), 1)-1].Lower }
	moved := before(a) == "from" && before(b) == "to" || before(a) == "to" && before(b) == "from"
	if !moved || math.Abs(math.Abs(float(a)-float(b))-float(c)) > 1e-9 || float(a) == 0 || float(b) == 0 {
		return
	}
	both := news.Span{Start: a.Span.Start, End: b.Span.End}
	pass.Report(compare.Two(news.Conflict, news.Sure, plainSide(pass, s, c), compare.Side{
		Value: oneLine(s.At(both)), Passages: []compare.Place{compare.At(s.Doc, both, "")},
	}))
}

// fromTo finds "from A to B" with two exact quantities of one unit.
func fromTo(s *compare.Sent) (from, to *news.Figure) {
	text := s.Doc.Text
	for i := 0; i+1 < len(s.Figures); i++ {
		a, b := s.Figures[i], s.Figures[i+1]
		if a.Unit != b.Unit && a.Unit != "" && b.Unit != "" || a.Kind == news.Percent || !exact(a) || !exact(b) || float(a) == 0 {
			continue
		}
		af, al := text.Range(a.Span)
		bf, _ := text.Range(b.Span)
		if af > 0 && text.Tokens[af-1].Lower == "from" && bf > 0 && bf-al <= 3 && text.Tokens[bf-1].Lower == "to" {
			return a, b
		}
	}
	return nil, nil
}

func exact(f *news.Figure) bool { return len(f.Value) == 1 && f.Modifier == news.Exactly }

func float(f *news.Figure) float64 {
	x, _ := f.Value[0].Float64()
	return x
}

// shift is the least and greatest change in percent that two rounded numbers admit.
func shift(from, to *news.Figure) (low, high float64) {
	a, b := float(from), float(to)
	da, db := grain(a)/2, grain(b)/2
	return (b-db)/(a+da)*100 - 100, (b+db)/(a-da)*100 - 100
}

// grain is the value of the last place a number is written to.
func grain(x float64) float64 {
	g := 1.0
	for i := 0; i < 6 && math.Abs(x/g-math.Round(x/g)) > 1e-9; i++ {
		g /= 10
	}
	if g < 1 || x == 0 {
		return g
	}
	for math.Mod(x, g*10) == 0 {
		g *= 10
	}
	return g
}

// separated reports whether a semicolon or a second subject stands between two figures.
func separated(s *compare.Sent, a, b *news.Figure) bool {
	text := s.Doc.Text
	_, first := text.Range(news.Span{Start: min(a.Span.Start, b.Span.Start), End: min(a.Span.End, b.Span.End)})
	last, _ := text.Range(news.Span{Start: max(a.Span.Start, b.Span.Start), End: max(a.Span.End, b.Span.End)})
	for i := first; i < last; i++ {
		switch text.Tokens[i].Lower {
		case ";", "while", "whereas", "but", "compared", "which", "and":
			return true
		}
	}
	return false
}

// parts checks "of the N …, A … and B …": parts cannot exceed their whole.
func parts(pass *compare.Pass, s *compare.Sent) {
	text := s.Doc.Text
	whole := s.Figures[0]
	first, _ := text.Range(whole.Span)
	start := tokensOf(s).first
	if whole.Kind != news.Count || !exact(whole) || first-start > 2 || first == start || text.Tokens[start].Lower != "of" {
		return
	}
	total, n := 0.0, 0
	for _, f := range s.Figures[1:] {
		if f.Kind != news.Count || !exact(f) || f.Unit != "" && f.Unit != whole.Unit {
			return
		}
		total += float(f)
		n++
	}
	if n < 2 || total <= float(whole) {
		return
	}
	rest := news.Span{Start: s.Figures[1].Span.Start, End: s.Figures[len(s.Figures)-1].Span.End}
	pass.Report(compare.Two(news.Conflict, news.Doubtful, plainSide(pass, s, whole), compare.Side{
		Value: oneLine(s.At(rest)), Passages: []compare.Place{compare.At(s.Doc, rest, "")},
	}))
}

func plainSide(pass *compare.Pass, s *compare.Sent, f *news.Figure) compare.Side {
	return compare.Side{Value: oneLine(s.At(f.Span)), Passages: []compare.Place{figurePlace(pass, compare.FigureRef{Sent: s, Figure: f})}}
}
