package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// TestLocatorIsPosition holds the fast way to the plain one at every letter.
func TestLocatorIsPosition(t *testing.T) {
	for _, text := range []string{"", "a", strings.Repeat("é\n“x” — ", 3000), strings.Repeat("—", 5000), strings.Repeat("\r\n", 5000)} {
		doc := &news.Document{Text: text}
		l := newLocator(doc)
		for at := range text + "." {
			line, column := doc.Position(at)
			gotLine, gotColumn := l.position(at)
			require.Equal(t, [2]int{line, column}, [2]int{gotLine, gotColumn}, "offset %d", at)
		}
	}
}

// TestPlaceOfTheOriginal holds that a reader of a PDF or Word file is told its
// page and paragraph, and of a plain text the line.
func TestPlaceOfTheOriginal(t *testing.T) {
	rep := sampleReport()
	rep.Documents[0].Origins = []news.Origin{{Start: 0, Page: 1, Paragraph: 1}, {Start: 33, Page: 2}}
	v := newView(rep, Options{})
	evidence := rep.Findings[0].Evidence
	require.Equal(t, "The Harbour Post, page 2, the coast guard", v.Place(evidence[0]))
	require.Equal(t, "001, line 3, in its own words", v.Place(evidence[1]))
}
