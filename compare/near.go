package compare

import (
	"cmp"
	"slices"
)

// nearDocuments is how many other documents each document is compared with.
// A packet of one event is smaller, so that all of it is compared with all;
// beyond, the work grows with the documents and not with their pairs.
const nearDocuments = 24

// nearest keeps, in a packet of many documents, the pairs of those that are
// most alike: for each document its nearDocuments nearest by the summed scores
// of their pairs, and those that count it among theirs.
func (p *Packet) nearest(pairs []Pair) []Pair {
	if len(p.Docs) <= nearDocuments+1 {
		return pairs
	}
	alike := make([]map[int]float64, len(p.Docs))
	for i := range alike {
		alike[i] = map[int]float64{}
	}
	for _, pair := range pairs {
		if i, j := pair.A.Doc.Index, pair.B.Doc.Index; i != j {
			alike[i][j] += pair.Score
			alike[j][i] += pair.Score
		}
	}
	p.near = make([]map[int]bool, len(p.Docs))
	for i := range p.near {
		p.near[i] = map[int]bool{i: true}
	}
	for i, to := range alike {
		others := make([]int, 0, len(to))
		for j := range to {
			others = append(others, j)
		}
		slices.SortFunc(others, func(a, b int) int { return cmp.Or(cmp.Compare(to[b], to[a]), a-b) })
		for _, j := range others[:min(nearDocuments, len(others))] {
			p.near[i][j], p.near[j][i] = true, true
		}
	}
	return slices.DeleteFunc(pairs, func(pair Pair) bool { return !p.Near(pair.A.Doc, pair.B.Doc) })
}

// Near reports whether two documents are compared with each other: always in
// a packet of few documents, else where they are among each other's nearest.
func (p *Packet) Near(a, b *Doc) bool { return p.near == nil || p.near[a.Index][b.Index] }
