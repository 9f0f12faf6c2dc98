package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed date_conflict.md
var dateConflictDoc string

// DateConflict finds one event put at different times.
var DateConflict = compare.Define("date.conflict", dateConflictDoc, dateConflict)

// dateParams tunes date.conflict.
type dateParams struct {
	// Floor is the score two sentences of independent documents need.
	Floor float64 `yaml:"floor"`
}

// calendarShare is the part of the floor that dates of month and day need:
// nobody writes them in passing.
const calendarShare = 0.8

func dateConflict(pass *compare.Pass, params dateParams) {
	if params.Floor == 0 {
		params.Floor = 0.5
	}
	for _, pair := range pass.Pairs {
		if pair.A.Doc == pair.B.Doc || pair.Score < params.Floor*calendarShare {
			continue
		}
		relation := news.Conflict
		if pair.Reach() == news.InLineage {
			relation = news.Changed
		}
		if a, b, ok := misdated(pass, pair); ok && (pair.Score >= params.Floor || a.Day != 0 && b.Day != 0) {
			pass.Report(compare.Two(relation, confidence(pair.Score), dateSide(pair.A, a), dateSide(pair.B, b)))
		}
		if pair.Score < params.Floor {
			continue
		}
		if a, b, ok := mistimed(pass, pair); ok {
			pass.Report(compare.Two(relation, confidence(pair.Score), a, b))
		}
	}
	byFigures(pass)
	zoned(pass)
	dayparts(pass)
}

// byFigures reports sentences that their figures show to be about one event
// and that have one time each, of one sort.
func byFigures(pass *compare.Pass) {
	for i := range pass.Figures {
		g := &pass.Figures[i]
		for _, l := range g.Links {
			a, b := g.Refs[l.A].Sent, g.Refs[l.B].Sent
			as, bs := pass.Times(a), pass.Times(b)
			if a.Doc == b.Doc || l.Score < likely || len(as) != 1 || len(bs) != 1 || as[0].Month == 0 || !sameSort(as[0].When, bs[0].When) || !clashing(as[0].When, bs[0].When) {
				continue
			}
			pass.Report(compare.Two(news.Conflict, confidence(l.Score), dateSide(a, as[0]), dateSide(b, bs[0])))
		}
	}
}

func dateSide(s *compare.Sent, mark compare.TimeMark) compare.Side {
	r := run{mark.First, mark.Last}
	return compare.Side{Value: textOf(s.Doc, r), Passages: []compare.Place{place(s.Doc, r, "")}}
}

// misdated finds the one time of each sentence that cannot be the other's: the
// sentences have one time of a sort each, or times beside the same word.
func misdated(pass *compare.Pass, pair compare.Pair) (a, b compare.TimeMark, ok bool) {
	as, bs := pass.Times(pair.A), pass.Times(pair.B)
	var m *matching
	for _, a := range as {
		for _, b := range bs {
			if !sameSort(a.When, b.When) || !clashing(a.When, b.When) || answered(a, bs) || answered(b, as) {
				continue
			}
			if m == nil {
				m = match(pair.A, pair.B)
			}
			if !m.versions() {
				return a, b, false
			}
			if len(as) == 1 && len(bs) == 1 && a.Day != 0 && b.Day != 0 {
				return a, b, true
			}
			if at, found := anchor(m, pair.A, a); found && at.first >= b.First-4 && at.first < b.Last+4 {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// sameSort reports whether two times name a point in the same way: both a
// weekday, both a month, both a bare year.
func sameSort(a, b compare.When) bool {
	return a.Weekday != 0 && b.Weekday != 0 || a.Month != 0 && b.Month != 0 || a.Weekday+b.Weekday+a.Month+b.Month == 0 && a.Year != 0 && b.Year != 0
}

// clashing reports whether two times of one sort differ.
func clashing(a, b compare.When) bool {
	differ := func(x, y int) bool { return x != 0 && y != 0 && x != y }
	return differ(a.Weekday, b.Weekday) || differ(a.Month, b.Month) || differ(a.Year, b.Year) || a.Month != 0 && a.Month == b.Month && differ(a.Day, b.Day)
}

// answered reports whether a time agrees with one of the other sentence's.
func answered(t compare.TimeMark, others []compare.TimeMark) bool {
	for _, o := range others {
		if sameSort(t.When, o.When) && !clashing(t.When, o.When) {
			return true
		}
	}
	return false
}
