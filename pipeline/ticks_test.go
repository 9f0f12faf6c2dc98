package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// TestTickSheets holds every row of two tick sheets to what a person found who
// looked every item up: its kind, its words, the verdict and how many
// independent sources have it.
func TestTickSheets(t *testing.T) {
	fixture := func(parts ...string) string { return filepath.Join(append([]string{"..", "fixtures"}, parts...)...) }
	ceasefire := func(name string) string {
		found, err := filepath.Glob(fixture("ceasefire", name+"_*.txt"))
		require.NoError(t, err)
		require.Len(t, found, 1)
		return found[0]
	}
	rows := []struct {
		name, draft, gold string
		against           []string
	}{
		{"a rewritten article against the four others on the call", ceasefire("002"), fixture("gold", "ticks-002.tsv"),
			[]string{ceasefire("000"), ceasefire("001"), ceasefire("003"), ceasefire("004")}},
		{"a draft with true, false and unsupported items", fixture("drafts", "ferry-draft.txt"), fixture("drafts", "ferry-draft.ticks.tsv"),
			[]string{fixture("ferry")}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			rep, err := Check(t.Context(), row.draft, Options{Paths: row.against})
			require.NoError(t, err)
			want, err := os.ReadFile(row.gold)
			require.NoError(t, err)
			assert.Equal(t, strings.TrimSpace(string(want)), sheet(rep))
		})
	}
}

// sheet writes the ticks as the gold has them.
func sheet(rep *news.Report) string {
	lines := []string{"line\tkind\titem\tstatus\tsources"}
	doc := rep.Document(rep.Draft)
	for _, tick := range rep.Ticks {
		line, _ := doc.Position(tick.Item.Span.Start)
		lines = append(lines, fmt.Sprintf("%d\t%s\t%s\t%s\t%d", line, tick.Kind, doc.At(tick.Item.Span), tick.Status, tick.Sources))
	}
	return strings.Join(lines, "\n")
}
