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
