package checks

import (
	"crosscheck/compare"
)

// nearCopy is two sentences that are nearly the same, word for word.
type nearCopy struct {
	compare.Pair
	diff
}

const (
	// nearlySame is the share of common words from which two sentences are
	// versions of one, in copies of one story.
	nearlySame = 0.5
	// nearlySameApart is the same between independent papers, which have the
	// sentence from a wire.
	nearlySameApart = 0.6
)

// nearCopies are the sentence pairs of different documents that are versions
// of one sentence, with their word differences.
func nearCopies(pass *compare.Pass) []nearCopy {
	var out []nearCopy
	for _, p := range pass.Pairs {
		if p.A.Doc == p.B.Doc || p.Score < 0.35 {
			continue
		}
		d := difference(p.A.Doc, tokensOf(p.A), p.B.Doc, tokensOf(p.B))
		if floor := nearlySameApart; d.close >= floor || p.Copy && d.close >= nearlySame {
			if d.common >= 5 {
				out = append(out, nearCopy{p, d})
			}
		}
	}
	return out
}

// flipped is the edit seen from the other sentence.
func (e edit) flipped() edit { return edit{e.B, e.A} }

// sides are the two passages of an edit: its words with some around them.
func (c nearCopy) sides(pass *compare.Pass, e edit, around int) (a, b compare.Side) {
	return c.one(pass, c.A, e.A, around), c.one(pass, c.B, e.B, around)
}

func (c nearCopy) one(pass *compare.Pass, s *compare.Sent, r run, around int) compare.Side {
	w := widen(s, r, around)
	if w.empty() {
		w = whole(s)
	}
	speaker := ""
	if !r.empty() {
		speaker = speakerAt(pass, s, r)
	}
	return compare.Side{Value: valueOf(s.Doc, r, w), Key: textOf(s.Doc, w), Passages: []compare.Place{place(s.Doc, w, speaker, r)}}
}

// quoted reports whether a range lies inside quotation marks: quote checks
// judge those.
func quoted(quotes []*quotation, r run) bool {
	for _, q := range quotes {
		if q.words.first <= r.first && r.last <= q.words.last {
			return true
		}
	}
	return false
}

// quoteBook is the quotations of every document.
func (l *lexis) quoteBook(pass *compare.Pass) map[*compare.Doc][]*quotation {
	out := map[*compare.Doc][]*quotation{}
	for _, doc := range pass.Docs {
		out[doc] = l.quotations(pass, doc)
	}
	return out
}

// only returns the single content word of a range, or -1: grammar words and
// one name or number beside it do not count.
func (l *lexis) only(s *compare.Sent, r run, is func(int) bool) int {
	found := -1
	for i := r.first; i < r.last; i++ {
		if !is(i) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
