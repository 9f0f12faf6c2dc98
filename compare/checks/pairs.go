package checks

import "crosscheck/compare"

// pairIndex answers how well two sentences are aligned.
type pairIndex map[[2]*compare.Sent]float64

func newPairIndex(pairs []compare.Pair) pairIndex {
	out := make(pairIndex, len(pairs))
	for _, p := range pairs {
		out[[2]*compare.Sent{p.A, p.B}] = p.Score
	}
	return out
}

// score is the score of the pair, or 0 where the two are no pair.
func (x pairIndex) score(a, b *compare.Sent) float64 {
	return max(x[[2]*compare.Sent{a, b}], x[[2]*compare.Sent{b, a}])
}
