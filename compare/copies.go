package compare

import (
	"slices"
)

// pairs settles which candidate pairs stand: between copies those that follow
// the common order or are close to it, elsewhere those above pairFloor.
func (p *Packet) pairs(all []Pair) []Pair {
	var out []Pair
	for i := range p.Docs {
		for j := i; j < len(p.Docs); j++ {
			list := between(all, i, j)
			if len(list) == 0 {
				continue
			}
			if i != j && p.Docs[i].Lineage == p.Docs[j].Lineage {
				out = append(out, copies(list)...)
				continue
			}
			for _, pair := range list {
				if pair.Score >= pairFloor {
					out = append(out, pair)
				}
			}
		}
	}
	return out
}

// copies keeps the pairs on the common order of two copies, those a few
// sentences off it, and strong ones anywhere (a copy may move a paragraph).
func copies(list []Pair) []Pair {
	chain := order(list)
	var out []Pair
	for _, pair := range list {
		on := slices.ContainsFunc(chain, func(c Pair) bool { return c.A == pair.A && c.B == pair.B })
		near := slices.ContainsFunc(chain, func(c Pair) bool {
			return abs(c.A.Index-pair.A.Index)+abs(c.B.Index-pair.B.Index) <= 3
		})
		if on || near && pair.Score >= 0.25 || pair.Score >= 0.45 {
			pair.Copy = true
			out = append(out, pair)
		}
	}
	return out
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

const (
	// gapCloseness is the mean score of the aligned sentences from which a
	// copy counts as following its text closely: in a mere summary everything
	// is left out and nothing is a gap.
	gapCloseness = 0.55
	// gapTouch is the score from which a sentence is not left out.
	gapTouch = 0.22
)

// findGaps finds runs of sentences that a close copy left out, between
// sentences that it kept.
func (p *Packet) findGaps() []Gap {
	var out []Gap
	for i := range p.Docs {
		for j := i + 1; j < len(p.Docs); j++ {
			if p.Docs[i].Lineage != p.Docs[j].Lineage {
				continue
			}
			chain := order(between(p.Pairs, i, j))
			if len(chain) < 3 || meanScore(chain) < gapCloseness {
				continue
			}
			touched := map[*Sent]bool{}
			for _, pair := range between(p.Pairs, i, j) {
				if pair.Score >= gapTouch {
					touched[pair.A], touched[pair.B] = true, true
				}
			}
			flip := make([]Pair, len(chain))
			for n, c := range chain {
				flip[n] = Pair{A: c.B, B: c.A, Score: c.Score}
			}
			out = append(out, gaps(chain, touched)...)
			out = append(out, gaps(flip, touched)...)
		}
	}
	return out
}

func meanScore(chain []Pair) float64 {
	sum := 0.0
	for _, c := range chain {
		sum += c.Score
	}
	return sum / float64(len(chain))
}

// gaps walks the kept sentences of A; what lies between two of them untouched
// was left out of B.
func gaps(chain []Pair, touched map[*Sent]bool) []Gap {
	var out []Gap
	from, in := chain[0].A.Doc, chain[0].B.Doc
	flush := func(run []*Sent, after, before *Sent) {
		if len(run) > 0 {
			out = append(out, Gap{From: from, In: in, Sents: run, After: after, Before: before})
		}
	}
	var run []*Sent
	next := 0
	var after *Sent
	for _, s := range from.Sents {
		for next < len(chain) && chain[next].A.Index < s.Index {
			next++
		}
		if next < len(chain) && chain[next].A == s {
			flush(run, after, chain[next].B)
			run, after = nil, chain[next].B
			continue
		}
		if touched[s] {
			flush(run, after, nil)
			run = nil
			continue
		}
		run = append(run, s)
	}
	flush(run, after, nil)
	return out
}
