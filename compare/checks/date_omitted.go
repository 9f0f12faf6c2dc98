package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed date_omitted.md
var dateOmittedDoc string

// DateOmitted finds a day or date that a copy of a story dropped from a statement it kept.
var DateOmitted = compare.Define("date.omitted", dateOmittedDoc, dateOmitted)

func dateOmitted(pass *compare.Pass, _ none) {
	for _, pair := range pass.Pairs {
		if pair.Copy && pair.A.Doc != pair.B.Doc {
			undated(pass, pair.A, pair.B)
			undated(pass, pair.B, pair.A)
		}
	}
}

// undated reports the days of from that its counterpart lacks, at the word
// beside the day that both have.
func undated(pass *compare.Pass, from, to *compare.Sent) {
	if timed(pass, to) {
		return
	}
	var m *matching
	for _, mark := range pass.Times(from) {
		if mark.Weekday == 0 && (mark.Month == 0 || mark.Day == 0) {
			continue
		}
		if m == nil {
			m = match(from, to)
		}
		at, ok := anchor(m, from, mark)
		if !ok {
			continue
		}
		text := from.Doc.Text
		days := run{mark.First, mark.Last}
		if mark.First > 0 && text.Tokens[mark.First-1].Lower == "on" {
			days.first--
		}
		pass.Report(compare.Two(news.Missing, news.Likely,
			compare.Side{Value: textOf(from.Doc, days), Passages: []compare.Place{place(from.Doc, days, "")}},
			compare.Side{Value: textOf(to.Doc, at), Passages: []compare.Place{place(to.Doc, at, "")}},
		))
	}
}

// timed reports whether the sentence, or the one before it in its paragraph,
// says any time.
func timed(pass *compare.Pass, s *compare.Sent) bool {
	if len(pass.Times(s)) > 0 {
		return true
	}
	if s.Index == 0 {
		return false
	}
	prev := s.Doc.Sents[s.Index-1]
	sents := s.Doc.Text.Sentences
	return sents[prev.Sent].Paragraph == sents[s.Sent].Paragraph && len(pass.Times(prev)) > 0
}

// anchor is the counterpart of the word nearest to a time that both sentences
// have, no further than a clause away; verbs are preferred, since days belong to acts.
func anchor(m *matching, s *compare.Sent, mark compare.TimeMark) (run, bool) {
	const reach = 6
	text := s.Doc.Text
	best, at := reach+1, -1
	for a, b := range m.toB {
		d := mark.First - a
		if a >= mark.Last {
			d = a - mark.Last + 1
		}
		if !verb(&text.Tokens[a]) {
			d += 2
		}
		if d < best || d == best && b < at {
			best, at = d, b
		}
	}
	if at < 0 {
		return run{}, false
	}
	return run{at, at + 1}, true
}
