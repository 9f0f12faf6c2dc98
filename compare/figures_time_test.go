package compare

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/rules"
)

func TestTimesOfASentence(t *testing.T) {
	published := time.Date(2013, 7, 3, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		reason, text string
		want         []When
	}{
		{"a weekday is news", "The quake struck on Tuesday.", []When{{Weekday: 2}}},
		{"another year is background", "In 2004 a quake struck the coast.", []When{{Year: 2004, Background: true}}},
		{"a month alone is background", "In July a bomb hit the town.", []When{{Month: 7, Background: true}}},
		{"a month of last year", "In April last year a quake struck.", []When{{Year: 2012, Month: 4, Background: true}}},
		{"a date near publication is news", "It struck on July 2.", []When{{Month: 7, Day: 2}}},
		{"day first, with its year", "It struck on 2 July 2013.", []When{{Year: 2013, Month: 7, Day: 2}}},
		{"the verb may is no month", "The toll may rise.", nil},
		{"a count is no year", "It was the biggest since 1999.", []When{{Year: 1999, Background: true}}},
		{"the decade to come is not the past", "It costs much over the next decade.", []When{{}}},
	} {
		src := source(t, "a", row.text)
		src.Text.Doc.Published = published
		p := Prepare([]Source{src}, rules.English(), rules.Config{})
		require.NotEmpty(t, p.Docs[0].Sents, row.reason)
		marks := p.Times(p.Docs[0].Sents[0])
		require.Len(t, marks, len(row.want), row.reason)
		for i, m := range marks {
			got := m.When
			got.Span, got.Past = row.want[i].Span, row.want[i].Past
			assert.Equal(t, row.want[i], got, row.reason)
		}
	}
}
