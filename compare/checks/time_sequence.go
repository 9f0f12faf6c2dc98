package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed time_sequence.md
var timeSequenceDoc string

// TimeSequence finds two events told in opposite order.
var TimeSequence = compare.Define("time.sequence", timeSequenceDoc, timeSequence)

func timeSequence(pass *compare.Pass, params dateParams) {
	if params.Floor == 0 {
		params.Floor = 0.45
	}
	for _, pair := range pass.Pairs {
		if pair.A.Doc == pair.B.Doc || pair.Score < params.Floor {
			continue
		}
		a, b := order(pair.A), order(pair.B)
		if a < 0 || b < 0 || pair.A.Doc.Text.Tokens[a].Lower == pair.B.Doc.Text.Tokens[b].Lower {
			continue
		}
		if reversed(match(pair.A, pair.B), a, b) {
			relation := news.Conflict
			if pair.Copy {
				relation = news.Changed
			}
			pass.Report(compare.Two(relation, news.Likely, orderSide(pair.A, a), orderSide(pair.B, b)))
		}
	}
}

// order is the one "before" or "after" of a sentence, or -1.
func order(s *compare.Sent) int {
	at := -1
	all := tokensOf(s)
	for i := all.first; i < all.last; i++ {
		switch s.Doc.Text.Tokens[i].Lower {
		case "before", "after":
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// reversed reports whether words on each side of the conjunction stand on the
// same side in the other sentence, so that only the conjunction turned round.
func reversed(m *matching, a, b int) bool {
	left, right, crossed := 0, 0, 0
	for x, y := range m.toB {
		switch {
		case x < a && y < b:
			left++
		case x > a && y > b:
			right++
		case x != a && y != b:
			crossed++
		}
	}
	return left >= 1 && right >= 1 && crossed == 0
}

func orderSide(s *compare.Sent, at int) compare.Side {
	all := tokensOf(s)
	r := run{max(all.first, at-4), min(all.last, at+5)}
	return compare.Side{Value: textOf(s.Doc, r), Passages: []compare.Place{place(s.Doc, r, "", run{at, at + 1})}}
}
