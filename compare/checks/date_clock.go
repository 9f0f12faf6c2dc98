package checks

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/news"
)

// clock is a time of day: minutes after midnight and the zone it is told in.
type clock struct {
	minutes int
	zone    string // lower case; "" where none is named
	exact   bool
	fig     *news.Figure
}

const (
	// exactGap is how many minutes exact times may differ, roughGap those of an estimate.
	exactGap = 1
	roughGap = 15
)

// mistimed finds two clock times of one event that cannot be one: the same
// zone and other minutes, or the same digits told in two zones.
func mistimed(pass *compare.Pass, pair compare.Pair) (a, b compare.Side, ok bool) {
	as, bs := clocks(pass, pair.A), clocks(pass, pair.B)
	if len(as) == 0 || len(bs) == 0 {
		return a, b, false
	}
	for _, x := range as {
		for _, y := range bs {
			if !x.off(y) {
				return a, b, false
			}
		}
	}
	return clockSide(pass, pair.A, as[0]), clockSide(pass, pair.B, bs[0]), true
}

// zoned reports clock times of related documents that have the same digits in
// universal and in another time: one of them was never converted.
func zoned(pass *compare.Pass) {
	type told struct {
		clock
		sent *compare.Sent
	}
	related := map[[2]*compare.Doc]bool{}
	for _, p := range pass.Pairs {
		related[[2]*compare.Doc{p.A.Doc, p.B.Doc}] = true
	}
	byMinute := map[int][]told{}
	var order []int
	for _, doc := range pass.Docs {
		for _, s := range doc.Sents {
			for _, c := range clocks(pass, s) {
				if c.zone == "" || c.minutes%60 == 0 {
					continue
				}
				if byMinute[c.minutes] == nil {
					order = append(order, c.minutes)
				}
				byMinute[c.minutes] = append(byMinute[c.minutes], told{c, s})
			}
		}
	}
	for _, minute := range order {
		list := byMinute[minute]
		for i, a := range list {
			for _, b := range list[i+1:] {
				if related[[2]*compare.Doc{a.sent.Doc, b.sent.Doc}] && a.off(b.clock) {
					pass.Report(compare.Two(news.Conflict, news.Sure, clockSide(pass, a.sent, a.clock), clockSide(pass, b.sent, b.clock)))
				}
			}
		}
	}
}

// off reports whether two times of day cannot be one moment.
func (c clock) off(o clock) bool {
	tolerance := exactGap
	if !c.exact || !o.exact {
		tolerance = roughGap
	}
	gap := c.minutes - o.minutes
	gap = max(gap, -gap)
	gap = min(gap, 24*60-gap)
	switch {
	case c.zone == o.zone:
		return gap > tolerance
	case c.zone == "" || o.zone == "":
		return false // an unnamed zone may be any
	default:
		return gap == 0 && universal(c.zone) != universal(o.zone)
	}
}

func universal(zone string) bool { return zone == "utc" || zone == "gmt" || zone == "z" }

// clocks reads the clock times of a sentence.
func clocks(pass *compare.Pass, s *compare.Sent) []clock {
	var out []clock
	for _, f := range s.Figures {
		if f.Kind != news.Clock {
			continue
		}
		if minutes, ok := timeOfDay(f.Resolved); ok {
			out = append(out, clock{minutes, zoneAt(pass, s, f), f.Modifier == news.Exactly || f.Modifier == "", f})
		}
	}
	return out
}

// timeOfDay reads the hour and minute of a resolved clock time ("T07:37Z").
func timeOfDay(resolved string) (int, bool) {
	_, rest, ok := strings.Cut(resolved, "T")
	if !ok || len(rest) < 5 || rest[2] != ':' {
		return 0, false
	}
	digit := func(i int) int { return int(rest[i] - '0') }
	for _, i := range []int{0, 1, 3, 4} {
		if rest[i] < '0' || rest[i] > '9' {
			return 0, false
		}
	}
	return (digit(0)*10+digit(1))*60 + digit(3)*10 + digit(4), true
}

// zoneAt is the time zone named in or right behind a clock time.
func zoneAt(pass *compare.Pass, s *compare.Sent, f *news.Figure) string {
	text := s.Doc.Text
	first, last := text.Range(f.Span)
	for i := first; i < min(last+2, tokensOf(s).last); i++ {
		for _, z := range pass.Lex.Figures.Dates.Zones {
			if text.Tokens[i].Lower == z {
				return z
			}
		}
	}
	return ""
}

func clockSide(pass *compare.Pass, s *compare.Sent, c clock) compare.Side {
	return compare.Side{Value: oneLine(s.At(c.fig.Span)), Key: strings.ToLower(oneLine(s.At(c.fig.Number))) + " " + c.zone, Passages: []compare.Place{figurePlace(pass, compare.FigureRef{Sent: s, Figure: c.fig})}}
}
