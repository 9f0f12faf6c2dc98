package attribution

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"crosscheck/language"
	"crosscheck/news"
)

// sound fails unless every span of the extraction lies inside the text and
// every content holds a word.
func sound(t *testing.T, text *language.Text) {
	claims, silences := extractor.Extract(text)
	inside := func(s news.Span) {
		require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(text.Doc.Text), "span %v of %d", s, len(text.Doc.Text))
	}
	ids := map[string]bool{"": true}
	for i := range claims {
		c := &claims[i]
		require.NotEmpty(t, c.Content)
		for _, part := range [][]news.Span{c.Source, c.Cue, c.Content} {
			for _, s := range part {
				inside(s)
			}
		}
		require.True(t, ids[c.Parent], "a parent stands before its child")
		ids[c.ID] = true
	}
	for _, s := range silences {
		inside(s.Span)
		inside(s.Cue)
	}
}

func FuzzExtract(f *testing.F) {
	for _, seed := range []string{
		"“We won,” said X, who said that Y said “no.”", "He said: “A.\n\n“B,” she added, and declined to comment.", "According to according to X, said said said.",
		"X told Y of Z that, W said, “V”, U called T “S” as R put it — Q", "the president's claim that that that", "which who that say says said to have been saying",
		"Neither nor no one did not respond to to to", "“” ‘’ \"\" '' said", "Said said, said. Said: said; said — said (said) said's",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { sound(t, read(text)) })
}

func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, unit := range []string{"“” ", "“a,” said b. ", "said that ", "he said, ", "- ", "according to x, ", "X and Y, ", "\"a\" ", "who said ", "claim that x ", "(“a” ", "did not respond ", "president of the A, ", "Party chairman B, ", "the group said ", "the ad says x by "} {
		start := time.Now()
		sound(t, language.New(language.WithTagger(language.Shape()), language.WithParser(nil)).Read(&news.Document{Text: strings.Repeat(unit, 1<<17/len(unit))}))
		t.Logf("128 kB of %q on one line must take seconds: %v", unit, time.Since(start)) // growth beyond linear runs into the deadline of go test
	}
}

func BenchmarkExtract(b *testing.B) {
	text := read(strings.Repeat("“The bridge is closed,” Maria Lopez said on Tuesday. “It will stay closed.” The city, which had promised to repair it, "+
		"did not respond to a request for comment. Officials said that the work would cost $3 million, according to a report.\n", 200))
	b.SetBytes(int64(len(text.Doc.Text)))
	for b.Loop() {
		extractor.Extract(text)
	}
}
