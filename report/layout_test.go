package report

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"

	"crosscheck/news"
)

// TestCaretsStandUnderTheMarks holds, over random sentences, marks and widths,
// that the words over the carets are the marked words, in order, where there is
// room for them all, and a beginning of them where there is not.
func TestCaretsStandUnderTheMarks(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := []string{"truce", "“energy", "日本語", "é", "infrastructure,”", "—", "20,000", "a", strings.Repeat("long", 30)}
	for range 2000 {
		var sent []string
		for range 1 + r.IntN(60) {
			sent = append(sent, vocabulary[r.IntN(len(vocabulary))])
		}
		doc := &news.Document{Text: strings.Join(sent, []string{" ", "\n", "  "}[r.IntN(3)])}
		from := r.IntN(len(sent))
		start := strings.Index(doc.Text, strings.Join(sent[from:from+1], ""))
		mark := news.Span{Start: start, End: start + len(sent[from])}
		width, rows := 20+r.IntN(100), 1+r.IntN(4)
		var under strings.Builder
		for _, row := range wrap(window(wordsOf(doc, news.Span{Start: 0, End: len(doc.Text)}, []news.Span{mark}), width*rows), width) {
			text, carets := row.text(func(s string) string { return s }), row.carets()
			assert.LessOrEqual(t, uniseg.StringWidth(text), width)
			under.WriteString(columns(text, carets))
		}
		want := doc.At(mark)
		if got := under.String(); len(want) < 20 {
			assert.Equal(t, want, got, doc.Text)
		} else {
			assert.True(t, got != "" && strings.HasPrefix(want, got), "%q under %q", got, want)
		}
	}
}

// columns returns the characters of text that stand over a caret.
func columns(text, carets string) string {
	var b strings.Builder
	at := 0
	g := uniseg.NewGraphemes(text)
	for g.Next() {
		if at < len(carets) && carets[at] == '^' {
			b.WriteString(g.Str())
		}
		at += g.Width()
	}
	return b.String()
}

// TestLongMarksKeepBothEnds holds that of a passage too long for its room the
// beginning and the end are shown.
func TestLongMarksKeepBothEnds(t *testing.T) {
	var words []string
	for i := range 400 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	doc := &news.Document{Text: strings.Join(words, " ")}
	whole := news.Span{Start: 0, End: len(doc.Text)}
	got := segments(window(wordsOf(doc, whole, []news.Span{whole}), 200))
	text := ""
	for _, s := range got {
		text += s.Text
	}
	assert.True(t, strings.HasPrefix(text, "w0 w1 "), text)
	assert.Contains(t, text, " … ")
	assert.True(t, strings.HasSuffix(text, " w399"), text)
}

func BenchmarkThousandFindings(b *testing.B) {
	rep := sampleReport()
	for i := range 1000 {
		f := rep.Findings[0]
		f.ID = fmt.Sprint("number.conflict-", i)
		rep.Findings = append(rep.Findings, f)
	}
	for _, format := range Formats(false) {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if err := Write(discard{}, format, rep, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func TestWidthOfBlanks(t *testing.T) {
	for s, want := range map[string]int{"": 0, "   ": 3, " a ": 3, "a": 1, "  世界": 6} {
		assert.Equal(t, want, width(s), "%q", s)
	}
}
