package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// TestFormatsObeyDecisions holds that no format shows a dismissed finding
// unasked, that all of them show it when asked, and that JSON loses nothing.
func TestFormatsObeyDecisions(t *testing.T) {
	rep := sampleReport()
	rep.Findings[0].Decision = news.Decision{Finding: rep.Findings[0].ID, Verdict: news.Dismiss, Reason: "the later count stands", Who: "Ana"}
	message := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for _, f := range formats {
		if f.only {
			continue
		}
		var without, with bytes.Buffer
		require.NoError(t, Write(&without, f.name, rep, Options{Min: news.Low}))
		require.NoError(t, Write(&with, f.name, rep, Options{Min: news.Low, Dismissed: true}))
		if f.name == "sarif" {
			assert.Equal(t, without.String(), with.String(), "the standard carries them as suppressed results, always")
			assert.Contains(t, with.String(), "Dismissed by Ana: the later count stands")
			continue
		}
		assert.NotEqual(t, without.String(), with.String(), "%s: --dismissed changes what is shown", f.name)
		switch f.name {
		case "text", "markdown", "html":
			assert.Contains(t, without.String(), "1 finding dismissed on review and not shown", f.name)
			assert.Contains(t, message(with.String()), "Dismissed by Ana: the later count stands", f.name)
		case "json":
			back, err := Read(&without)
			require.NoError(t, err)
			assert.Len(t, back.Findings, len(rep.Findings), "a saved report keeps what was dismissed")
			assert.Equal(t, rep.Findings[0].Decision, back.Findings[0].Decision, "at its rank, with its reason")
		case "csv", "line":
			assert.NotContains(t, without.String(), rep.Findings[0].Message, f.name)
		}
	}
}
