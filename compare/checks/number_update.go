package checks

import (
	_ "embed"
	"slices"
	"time"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed number_update.md
var numberUpdateDoc string

// NumberUpdate finds a toll that a later report, or a higher floor, has overtaken.
var NumberUpdate = compare.Define("number.update", numberUpdateDoc, numberUpdate)

func numberUpdate(pass *compare.Pass, params numberParams) {
	for _, d := range disputes(pass, func(clash, string) {}) {
		if d.relation == news.Update && d.score >= params.Floor {
			d.report(pass)
		}
	}
}

// relation says whether a clash is a change over time or a conflict, and why
// it cannot be judged, or "". A toll rises as more is known: a higher one
// published later supersedes; a lower one published later may count another
// day or place. Without dates the words decide.
func (c clash) relation(pass *compare.Pass) (news.Relation, string) {
	if from, to := day(c.a.Sent.Doc), day(c.b.Sent.Doc); c.falling && !from.IsZero() && !to.IsZero() && !from.Equal(to) {
		return news.Update, ""
	}
	if !c.toll || c.a.Sent.Doc == c.b.Sent.Doc {
		return news.Conflict, ""
	}
	low, high := c.a, c.b
	if low.Value() != nil && high.Value() != nil && low.Value().Cmp(high.Value()) > 0 {
		low, high = high, low
	}
	from, to := day(low.Sent.Doc), day(high.Sent.Doc)
	switch {
	case !from.IsZero() && !to.IsZero() && from.Before(to):
		return news.Update, ""
	case !from.IsZero() && !to.IsZero() && from.After(to):
		return news.Conflict, "the later report has the lower number, which may count another day or place"
	case low.Sent.Doc.Lineage == high.Sent.Doc.Lineage, provisional(low), provisional(high):
		return news.Update, ""
	}
	return news.Conflict, ""
}

func day(doc *compare.Doc) time.Time { return doc.Published.Truncate(24 * time.Hour) }

// provisional reports whether the words of a figure leave room for more.
func provisional(ref compare.FigureRef) bool {
	return slices.Contains([]news.Modifier{news.AtLeast, news.MoreThan}, ref.Figure.Modifier)
}
