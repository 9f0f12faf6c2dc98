package quote

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/language"
	"crosscheck/news"
)

func read(text string) *language.Text {
	return language.New(language.WithTagger(language.Shape())).Read(&news.Document{Text: text})
}

func TestFind(t *testing.T) {
	for _, row := range []struct {
		reason, text string
		want         []string // outermost quotations, parts joined by " / "
	}{
		{"curly marks", "He said, “We won.” Then he left.", []string{"“We won.”"}},
		{"straight marks pair by what stands beside them", `"Yes," she said. "No."`, []string{`"Yes,"`, `"No."`}},
		{"two apostrophes are one mark", "''Good people go,'' he said.", []string{"''Good people go,''"}},
		{"a quotation goes on where each paragraph opens it again", "“One.\n\n“Two.\n\n“Three,” he said.", []string{"“One. / “Two. / “Three,”"}},
		{"an unclosed mark harms its own paragraph only", "He said, “We won. So there.\n\nShe said “no” to him.", []string{"“We won. So there.", "“no”"}},
		{"apostrophes are no marks", "It's the voters' choice, and don't they know it's '90s.", nil},
		{"single marks outside double ones", "The ‘reform’ failed.", []string{"‘reform’"}},
		{"nested marks belong to the outer one", "“He said ‘never’ to me,” she said.", []string{"“He said ‘never’ to me,”"}},
		{"a closing mark alone is nothing", "We won.” Then he left.", nil},
		{"the straight mark of a quoted block is no quotation around curly ones", "\"Kern slept.\n\n\"Lopez came in, singing “La la.”", []string{"\"Kern slept.", "“La la.”"}},
		{"empty marks are nothing", "“” is empty.", nil},
		{"an inch mark in the middle of a line closes nothing", "It was 6\" long.", nil},
	} {
		text := read(row.text)
		var got []string
		for _, q := range Find(text) {
			if q.Parent >= 0 {
				continue
			}
			var parts []string
			for _, p := range q.Parts {
				parts = append(parts, text.Doc.At(p))
			}
			got = append(got, strings.Join(parts, " / "))
		}
		assert.Equal(t, row.want, got, "%s: %s", row.reason, row.text)
	}
}

func TestNested(t *testing.T) {
	text := read("“He said ‘never’ to me,” she said.")
	qs := Find(text)
	require.Len(t, qs, 2)
	assert.Equal(t, -1, qs[0].Parent, "the outer quotation comes first")
	assert.Equal(t, 0, qs[1].Parent)
	assert.Equal(t, "‘never’", text.Doc.At(qs[1].Span()))
}

func TestSpeech(t *testing.T) {
	for _, row := range []struct {
		reason, text string
		want         bool
	}{
		{"a sentence is speech", "He said, “They are gone now.”", true},
		{"a coined term is not", "The so-called “big lie” lives on.", false},
		{"a title is not", "She wrote “The Art of the Deal” in 1987.", false},
		{"an exclamation is", "They shouted “Stop!” at him.", true},
		{"many words are", "He spoke of “a long and hard road for the whole country” ahead.", true},
	} {
		qs := Find(language.New().Read(&news.Document{Text: row.text}))
		require.Len(t, qs, 1, row.reason)
		assert.Equal(t, row.want, qs[0].Speech, row.reason)
	}
}

func check(t *testing.T, text *language.Text) {
	for i, q := range Find(text) {
		require.NotEmpty(t, q.Parts)
		require.Less(t, q.Parent, i, "an outer quotation comes first")
		at := 0
		for _, p := range q.Parts {
			require.True(t, at <= p.Start && p.Start < p.End && p.End <= len(text.Doc.Text), "part %v of %d", p, len(text.Doc.Text))
			at = p.End
		}
		require.True(t, 0 <= q.First && q.First < q.Last && q.Last <= len(text.Tokens))
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"“a” ‘b’ \"c\"", "“one\n\n“two\n\nthree”", "''x'' `y' \"z", "“‘”’\"'\"", "‘‘a’’ “b", "\"\"\"\"", "'tis \"'90s\" ’"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, read(text)) })
}

func TestForest(t *testing.T) {
	for _, unit := range []string{"“", "”", "\"", "'", "‘ ", "“a” ", "\"\n\n", "“x\n\n", "“‘a’ ", "'a "} {
		start := time.Now()
		check(t, read(strings.Repeat(unit, 1<<17/len(unit))))
		t.Logf("128 kB of %q: %v", unit, time.Since(start)) // growth beyond linear runs into the deadline of go test
	}
}

func BenchmarkFind(b *testing.B) {
	text := read(strings.Repeat("“We will,” she said. “It is ‘time’ now.” He left.\n", 2000))
	b.SetBytes(int64(len(text.Doc.Text)))
	for b.Loop() {
		Find(text)
	}
}
