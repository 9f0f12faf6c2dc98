package checks

import (
	"crosscheck/compare"
	"crosscheck/news"
)

// leftUnsourced finds, in copies, a sentence that lost its source whole, where
// the source is no name of the packet: "the complaint", "two people familiar
// with the records".
func leftUnsourced(pass *compare.Pass, l *lexis) {
	for _, c := range nearCopies(pass) {
		if !c.Copy {
			continue
		}
		for _, e := range c.edits {
			full, gone, bare, at := c.A, e.A, c.B, e.B
			if gone.empty() {
				full, gone, bare, at = c.B, e.B, c.A, e.A
			}
			if gone.empty() || !at.empty() || marked(bare) || anySource(bare) {
				continue
			}
			claim := sourceIn(pass, full, gone)
			if claim == nil || l.carrier(claim.Speaker.Name) || l.nobody(full.At(claim.Source[0])) || l.vague(bare, whole(bare)) {
				continue
			}
			first, last := full.Doc.Text.Range(claim.Source[0])
			name := full.At(claim.Source[0])
			a := compare.Side{Value: name, Key: name, Passages: []compare.Place{place(full.Doc, whole(full), "", run{first, last})}}
			b := compare.Side{Value: textOf(bare.Doc, whole(bare)), Passages: []compare.Place{place(bare.Doc, whole(bare), "")}}
			pass.Report(compare.Two(news.Changed, news.Likely, a, b))
		}
	}
}

// sourceIn is the claim of the sentence whose source and cue both stand in the
// words that are gone, where the source is no entity: those are followed by
// name.
func sourceIn(pass *compare.Pass, s *compare.Sent, gone run) *news.Claim {
	span := spanOf(s.Doc, gone)
	for _, c := range s.Claims {
		if len(c.Source) == 1 && len(c.Cue) == 1 && !c.Denied && span.Contains(c.Source[0]) && span.Contains(c.Cue[0]) &&
			c.Form == news.Indirect && c.Speaker.How != news.ByPronoun && pass.Names.Lookup(s.Doc, c.Speaker.Name) < 0 {
			return c
		}
	}
	return nil
}

// anySource reports whether a sentence gives any source.
func anySource(s *compare.Sent) bool {
	for _, c := range s.Claims {
		if len(c.Source) > 0 {
			return true
		}
	}
	return false
}
