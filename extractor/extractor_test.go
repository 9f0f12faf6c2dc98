package extractor

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/language"
	"crosscheck/news"
	"crosscheck/rules"
)

func extract(text string) (*news.Document, news.Extraction) {
	doc := &news.Document{ID: "d", Text: text, Regions: []news.Region{{Kind: news.Body, Span: news.Span{End: len(text)}}}}
	return doc, New(rules.English()).Extract(language.New().Read(doc))
}

func TestStatements(t *testing.T) {
	for _, row := range []struct {
		reason, text string
		want         []string // voice: words
	}{
		{"a clause of the paper's own is one statement", "The bridge was closed on Monday.", []string{"narrator: The bridge was closed on Monday"}},
		{"content is its speaker's, the attribution is nobody's statement", "Mayor Ana Furlan said the bridge was closed.", []string{"speech: the bridge was closed"}},
		{"what stands beside the content is the paper's", "“The bridge is closed,” Mayor Ana Furlan said, and trains ran on time.", []string{"speech: “The bridge is closed,”", "narrator: trains ran on time"}},
		{"clauses with a verb on each side come apart", "The bridge was closed; the school stayed open.", []string{"narrator: The bridge was closed", "narrator: the school stayed open"}},
		{"a list with and stays whole", "The bridge, the school and the market were closed.", []string{"narrator: The bridge, the school and the market were closed"}},
		{"a refusal is a statement of silence, never a claim", "The ministry did not respond to requests for comment.", []string{"silence: The ministry did not respond to requests for comment"}},
	} {
		doc, x := extract(row.text)
		var got []string
		for _, s := range x.Statements {
			got = append(got, fmt.Sprintf("%s: %s", s.Voice, doc.At(s.Span)))
		}
		assert.Equal(t, row.want, got, row.reason)
	}
}

func TestHedgesAndNegations(t *testing.T) {
	for _, row := range []struct {
		reason, text    string
		hedged, negated bool
	}{
		{"plain", "The minister resigned on Friday.", false, false},
		{"hearsay hedges", "The minister reportedly resigned on Friday.", true, false},
		{"not denies", "The minister has not resigned.", false, true},
		{"not only denies nothing", "The minister not only resigned on Friday.", false, false},
	} {
		_, x := extract(row.text)
		require.NotEmpty(t, x.Statements, row.reason)
		assert.Equal(t, row.hedged, x.Statements[0].Hedged(), row.reason)
		assert.Equal(t, row.negated, x.Statements[0].Negated(), row.reason)
	}
}

func TestFiguresKnowTheirStatementAndSpeaker(t *testing.T) {
	_, x := extract("Police chief Rosa Lind said 44 people were arrested. The march had drawn 2,000 people.")
	require.Len(t, x.Figures, 2)
	require.Len(t, x.Claims, 1)
	assert.Equal(t, x.Claims[0].ID, x.Figures[0].Claim, "said by the chief")
	assert.Empty(t, x.Figures[1].Claim, "said by the paper")
	for _, f := range x.Figures {
		assert.NotEmpty(t, f.Statement)
	}
}

// fixtures reads every article of the project.
func fixtures(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "fixtures", "*", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var out []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		out = append(out, string(data))
	}
	return out
}

// check holds what every extraction promises.
func check(t testing.TB, doc *news.Document, x *news.Extraction) {
	ids := map[string]bool{}
	inside := func(what string, s news.Span) {
		if s.Start < 0 || s.End > len(doc.Text) || s.End < s.Start {
			t.Fatalf("%s: %v lies outside the text of %d bytes", what, s, len(doc.Text))
		}
	}
	for i := range x.Claims {
		c := &x.Claims[i]
		ids[c.ID] = true
		if len(c.Content) == 0 || c.Content[0].Empty() {
			t.Fatalf("%s has no content", c.ID)
		}
		for _, part := range [][]news.Span{c.Source, c.Cue, c.Content} {
			for _, s := range part {
				inside(c.ID, s)
			}
		}
	}
	last := 0
	for i := range x.Statements {
		s := &x.Statements[i]
		ids[s.ID] = true
		inside(s.ID, s.Span)
		if !s.Sentence.Contains(s.Span) {
			t.Fatalf("%s leaves its sentence", s.ID)
		}
		if s.Span.Start < last {
			t.Fatalf("%s stands before the one before it", s.ID)
		}
		last = s.Span.Start
		if s.Claim != "" && !ids[s.Claim] {
			t.Fatalf("%s names a claim that is not there: %s", s.ID, s.Claim)
		}
	}
	for i := range x.Figures {
		f := &x.Figures[i]
		inside(f.ID, f.Span)
		if !f.Span.Contains(f.Number) {
			t.Fatalf("%s: its number lies outside it", f.ID)
		}
		if f.In.Low != nil && f.In.High != nil && f.In.Low.Cmp(f.In.High) > 0 {
			t.Fatalf("%s: low above high", f.ID)
		}
		for _, id := range []string{f.Statement, f.Claim} {
			if id != "" && !ids[id] {
				t.Fatalf("%s names %s, which is not there", f.ID, id)
			}
		}
	}
}

func TestPromisesOnEveryFixture(t *testing.T) {
	for _, text := range fixtures(t) {
		for _, variant := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), strings.ReplaceAll(text, " ", "\u00a0"), strings.ToUpper(text)} {
			doc, x := extract(variant)
			check(t, doc, &x)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, text := range fixtures(f) {
		f.Add(text[:min(len(text), 600)])
	}
	f.Add("“He said ‘no,’” she said, “\n\n“and 5 to 3 of them")
	f.Fuzz(func(t *testing.T, text string) {
		doc, x := extract(strings.ToValidUTF8(text, "?"))
		check(t, doc, &x)
	})
}

func BenchmarkExtract(b *testing.B) {
	text := strings.Join(fixtures(b), "\n\n")
	doc := &news.Document{ID: "d", Text: text}
	read := language.New().Read(doc)
	x := New(rules.English())
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x.Extract(read)
	}
}
