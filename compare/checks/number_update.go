package checks

import (
	_ "embed"
	"math/big"
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

// What an update says of the order of its counts.
const (
	orderDated  = "the higher count is the later one"
	orderFalls  = "it goes down as the days pass"
	orderUnsaid = "the count was still running, and the dates do not say which number is the later"
)

// inOrder holds an update against the dates of all its passages. A toll whose
// latest report does not have the highest count was not overtaken: the numbers
// are in conflict, unless one of them counts another day or place.
func (d dispute) inOrder(pass *compare.Pass) dispute {
	if d.relation != news.Update {
		return d
	}
	if d.clashes[0].falling {
		d.order = orderFalls
		return d
	}
	spells := d.spells(pass)
	top := spells[len(spells)-1]
	d.order = orderDated
	for i, s := range spells {
		if s.last.After(top.last) && !top.last.IsZero() {
			d.relation, d.receding, d.order = news.Conflict, true, ""
			return d
		}
		if s.undated || i > 0 && !spells[i-1].last.Before(s.first) {
			d.order = orderUnsaid
		}
	}
	return d
}

// spell is the days on which one value was published.
type spell struct {
	value       *big.Rat
	first, last time.Time
	undated     bool // a document without a date has it
}

// spells are the values of a dispute from the lowest up, each with its days.
func (d dispute) spells(pass *compare.Pass) []spell {
	var out []spell
	seen := map[string]bool{}
	for _, c := range d.clashes {
		for _, end := range [][2]compare.FigureRef{{c.a, c.b}, {c.b, c.a}} {
			if end[0].Value() == nil || seen[valueKey(end[0])] {
				continue
			}
			seen[valueKey(end[0])] = true
			s := spell{value: end[0].Value()}
			for _, pl := range c.side(pass, end[0], end[1]).Passages {
				s.add(day(pl.Doc))
			}
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b spell) int { return a.value.Cmp(b.value) })
	return out
}

// add takes one more day into the spell.
func (s *spell) add(at time.Time) {
	switch {
	case at.IsZero():
		s.undated = true
		return
	case s.first.IsZero() || at.Before(s.first):
		s.first = at
	}
	if at.After(s.last) {
		s.last = at
	}
}

func day(doc *compare.Doc) time.Time { return doc.Published.Truncate(24 * time.Hour) }

// provisional reports whether the words of a figure leave room for more.
func provisional(ref compare.FigureRef) bool {
	return slices.Contains([]news.Modifier{news.AtLeast, news.MoreThan}, ref.Figure.Modifier)
}
