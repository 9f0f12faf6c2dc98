package extractor

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"crosscheck/news"
)

// TestHolders holds the tree against looking at every span.
func TestHolders(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var h holders
		var all []holder
		for i := range rnd.IntN(40) {
			start := rnd.IntN(60)
			s := news.Span{Start: start, End: start + rnd.IntN(30)}
			h.add(s, i/2)
			all = append(all, holder{s, i / 2})
		}
		h.index()
		for range 40 {
			start := rnd.IntN(70)
			span := news.Span{Start: start, End: start + rnd.IntN(8)}
			for name, holds := range map[string]func(news.Span, news.Span) bool{"overlaps": news.Span.Overlaps, "contains": news.Span.Contains} {
				want, size := -1, 0
				for _, c := range all {
					if holds(c.Span, span) && (want < 0 || c.Len() < size) {
						want, size = c.of, c.Len()
					}
				}
				assert.Equal(t, want, h.innermost(span, holds), "%v %s %v", all, name, span)
			}
		}
	}
}
