package pipeline

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// TestQuotationsAgainstPrimaryDocuments holds what is said of every quotation
// of two packets to what a person found.
func TestQuotationsAgainstPrimaryDocuments(t *testing.T) {
	want := map[string][]string{
		"settlement": {
			"business | to avoid the cost and distraction of further litigation. | trimmed | We have agreed to this settlement / without any admission of wrongdoing",
			"business | a first step toward making small businesses whole. | not there | ",
			"digest | We remain confident that our pricing was lawful, | trimmed | at all times",
			"digest | a first step. | not there | ",
			"tribune | We remain confident that our pricing was fair at all times, | altered | lawful",
			"tribune | Forty-two million sounds like a lot until you divide it by three hundred, | not there | ",
			"wire | We remain confident that our pricing was lawful at all times, | verbatim | ",
			"wire | a first step toward making small businesses whole. | not there | ",
		},
		"council": {
			"aggregate | protects the libraries and does not raise the property tax. | trimmed | This budget / unless the state cuts its grant by more than a tenth",
			"aggregate | I voted against a budget that nobody in this room has understood to the end, | altered | read",
			"gazette | protects the libraries and does not raise the property tax, unless the state cuts its grant by more than a tenth. | trimmed | This budget",
			"gazette | I voted against a budget that nobody in this room has read to the end, | verbatim | ",
			"herald | protects the libraries and does not raise the property tax. | trimmed | This budget / unless the state cuts its grant by more than a tenth",
			"station | We will see houses burn that we could have saved, | not there | ",
		},
	}
	for name, rows := range want {
		t.Run(name, func(t *testing.T) {
			rep, err := Compare(t.Context(), Options{Paths: []string{filepath.Join("..", "fixtures", name)}})
			require.NoError(t, err)
			var got []string
			for _, q := range rep.Quotations {
				got = append(got, strings.Join([]string{q.Item.Document, rep.Document(q.Item.Document).At(q.Item.Span), string(q.Status), originals(rep, q)}, " | "))
			}
			assert.Equal(t, rows, got)
		})
	}
	t.Run("none without a primary document", func(t *testing.T) {
		rep, err := Compare(t.Context(), Options{Paths: []string{filepath.Join("..", "fixtures", "ferry")}})
		require.NoError(t, err)
		assert.Empty(t, rep.Quotations)
	})
}

func originals(rep *news.Report, q news.Quotation) string {
	var out []string
	if doc := rep.Document(q.Original.Document); doc != nil && q.Status != news.Verbatim {
		for _, s := range q.Original.Marks {
			out = append(out, doc.At(s))
		}
	}
	return strings.Join(out, " / ")
}
