package report

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"

	"crosscheck/news"
)

func TestTablesOnlyWhenAsked(t *testing.T) {
	rep := sampleReport()
	rep.Matrix = append(rep.Matrix, news.Row{Kind: "speaker", Item: "Ida Brandt", Sources: 1, Cells: []news.Cell{
		{Document: "001", Span: passageOf(rep.Documents, "001", "", "", "all passengers").Span, Words: "all passengers"}}})
	for _, format := range []string{"text", "markdown", "html"} {
		assert.NotContains(t, write(t, format, rep, Options{}), "Who ", format)
		matrix := write(t, format, rep, Options{Matrix: true})
		assert.Contains(t, matrix, "Who has which figure and quotation", format)
		assert.NotContains(t, matrix, "Who is heard", format)
		grid := write(t, format, rep, Options{Grid: true})
		assert.Contains(t, grid, "Who is heard in which source", format)
		assert.NotContains(t, grid, "Who has which", format)
	}
	golden(t, "tables.txt", write(t, "text", rep, Options{Matrix: true, Grid: true}))
}

// TestManyColumns holds that more documents than fit side by side are listed.
func TestManyColumns(t *testing.T) {
	rep := &news.Report{Schema: SchemaReport, Extractions: map[string]news.Extraction{}}
	row := news.Row{Kind: "figure", Item: "212 people", Sources: 2}
	for i := range 20 {
		doc := &news.Document{ID: strings.Repeat("d", i+1), Text: "212 people"}
		rep.Documents = append(rep.Documents, doc)
		if i < 2 {
			row.Cells = append(row.Cells, news.Cell{Document: doc.ID, Span: news.Span{Start: 0, End: 10}, Words: "212 people"})
		}
	}
	rep.Matrix = []news.Row{row}
	got := write(t, "text", rep, Options{Matrix: true})
	assert.Contains(t, got, "  212 people: in 2 of 20 (d and dd)\n")
}

// TestAnnotatedCopy holds that every item of a draft is marked once in the copy
// and that no row is wider than asked for.
func TestAnnotatedCopy(t *testing.T) {
	for w := 40; w <= 120; w++ {
		text := write(t, "text", checkReport(), Options{Width: w})
		for l := range strings.Lines(text) {
			assert.LessOrEqual(t, uniseg.StringWidth(strings.TrimRight(l, "\n")), w, "width %d: %s", w, l)
		}
	}
	text := write(t, "text", checkReport(), Options{})
	_, sheet, _ := strings.Cut(text, "Tick sheet")
	for _, item := range []string{"✗ 220 people – figure, a source differs; see 1", "1 Monday – date, in one source: The Harbour Post", "? police – name, in no source"} {
		assert.Equal(t, 1, strings.Count(sheet, item), item)
	}
	nested := []news.Tick{
		{Item: news.Passage{Span: news.Span{Start: 0, End: 11}}, Status: news.Differs},
		{Item: news.Passage{Span: news.Span{Start: 4, End: 7}}, Status: news.Supported}}
	words := wordsOf(&news.Document{Text: "one two and more"}, news.Span{Start: 0, End: 16}, nil)
	assert.Equal(t, "✗── ✓── ───", tickMarks(words, nested), "the inner item is marked inside the outer one")
}
