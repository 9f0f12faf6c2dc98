package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// TestTextTellsQuotations holds that a reader sees what was done to each
// quotation and which words were cut.
func TestTextTellsQuotations(t *testing.T) {
	rep := sampleReport()
	rep.Quotations = []news.Quotation{
		{Item: passageOf(rep.Documents, "001", "a", "", "all passengers were taken off"), Status: news.Trimmed,
			Original: passageOf(rep.Documents, "000", "b", "", "all passengers and crew were taken off", "and crew")},
		{Item: passageOf(rep.Documents, "002", "a", "", "At least 220 people"), Status: news.NotThere},
	}
	var b strings.Builder
	require.NoError(t, Write(&b, "text", rep, Options{}))
	text := strings.Join(strings.Fields(b.String()), " ")
	assert.Contains(t, text, "Quotations against the primary documents: 1 quotation trimmed, 1 quotation not there")
	assert.Contains(t, text, "“all passengers were taken off” – trimmed")
	assert.Contains(t, text, "cut: “and crew”")
	assert.Contains(t, text, "“At least 220 people” – not there")
}
