package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed number_precision.md
var numberPrecisionDoc string

// NumberPrecision finds a bound or estimate that a copy of a story lost or added.
var NumberPrecision = compare.Define("number.precision", numberPrecisionDoc, numberPrecision)

func numberPrecision(pass *compare.Pass, _ none) {
	for _, pair := range nearCopies(pass) {
		if !pair.Copy {
			continue
		}
		for _, fig := range pair.A.Figures {
			other := twin(fig, pair.A, pair.B)
			if other == nil || bound(fig.Modifier) == bound(other.Modifier) {
				continue
			}
			a := compare.FigureRef{Sent: pair.A, Figure: fig}
			b := compare.FigureRef{Sent: pair.B, Figure: other}
			d := compare.Two(news.Changed, news.Sure, boundSide(pass, a), boundSide(pass, b))
			if fig.Modifier != other.Modifier && (fig.Modifier == news.About || other.Modifier == news.About) && roundNumber(fig) {
				d.Severity = news.Low // a round number says itself that it is about right
			}
			pass.Report(d)
		}
	}
}

// roundNumber reports whether the number ends in two noughts.
func roundNumber(fig *news.Figure) bool { return grain(float(fig)) >= 100 }

// twin is the one figure of the other sentence with the same value and kind,
// where the value stands once in each.
func twin(fig *news.Figure, in, other *compare.Sent) *news.Figure {
	if len(fig.Value) != 1 || occurrences(in, fig) != 1 || occurrences(other, fig) != 1 {
		return nil
	}
	for _, f := range other.Figures {
		if sameValue(f, fig) {
			return f
		}
	}
	return nil
}

func occurrences(s *compare.Sent, fig *news.Figure) int {
	n := 0
	for _, f := range s.Figures {
		if sameValue(f, fig) {
			n++
		}
	}
	return n
}

func sameValue(a, b *news.Figure) bool {
	return a.Kind == b.Kind && a.Unit == b.Unit && len(a.Value) == 1 && len(b.Value) == 1 && a.Value[0].Cmp(b.Value[0]) == 0
}

// bound is the sort of a modifier: strict and loose bounds are one.
func bound(m news.Modifier) string {
	switch m {
	case news.MoreThan, news.AtLeast:
		return "above"
	case news.LessThan, news.AtMost:
		return "below"
	}
	return string(m)
}

func boundSide(pass *compare.Pass, ref compare.FigureRef) compare.Side {
	return compare.Side{Value: oneLine(ref.Sent.At(ref.Figure.Span)), Key: bound(ref.Figure.Modifier) + " " + valueKey(ref), Passages: []compare.Place{figurePlace(pass, ref)}}
}
