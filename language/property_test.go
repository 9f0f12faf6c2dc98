package language

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"crosscheck/news"

	"github.com/stretchr/testify/require"
)

// requireSound holds a reading to what the package promises of any text. It
// asks in plain comparisons, as it is asked of millions of tokens.
func requireSound(t *testing.T, text *Text) {
	t.Helper()
	end := 0
	for i, tok := range text.Tokens {
		switch {
		case tok.Span.Start < end || tok.Span.End <= tok.Span.Start:
			t.Fatalf("token %d %v is empty or stands before the end of the last, %d", i, tok.Span, end)
		case text.Doc.At(tok.Span) != tok.Text:
			t.Fatalf("token %d is %q but the text there is %q", i, tok.Text, text.Doc.At(tok.Span))
		case tok.Norm == "" || tok.Lower == "" || tok.Tag == "" || tok.Lemma == "" || tok.Head != -1:
			t.Fatalf("token %d lacks a form, tag or lemma: %+v", i, tok)
		}
		requireSpaceOnly(t, text.Doc.Text[end:tok.Span.Start])
		end = tok.Span.End
	}
	requireSpaceOnly(t, text.Doc.Text[end:])
	requireSentences(t, text)
}

// requireSentences requires that sentences part the tokens without a rest and
// stay within their paragraphs.
func requireSentences(t *testing.T, text *Text) {
	t.Helper()
	next := 0
	for i, s := range text.Sentences {
		switch {
		case s.First != next || s.Last <= s.First || s.Last-s.First > longestSentence:
			t.Fatalf("sentence %d holds tokens %d to %d where the last ended at %d", i, s.First, s.Last, next)
		case s.Span != news.Span{Start: text.Tokens[s.First].Span.Start, End: text.Tokens[s.Last-1].Span.End}:
			t.Fatalf("sentence %d is %v but its tokens are not", i, s.Span)
		case !text.Paragraphs[s.Paragraph].Contains(s.Span):
			t.Fatalf("sentence %d leaves its paragraph", i)
		}
		next = s.Last
	}
	require.Equal(t, len(text.Tokens), next)
}

// requireTree requires that a parsed sentence has one root that every token
// of it leads to, by heads inside the sentence.
func requireTree(t *testing.T, text *Text, sent int) {
	t.Helper()
	text.Parse(sent)
	s, roots := text.Sentences[sent], 0
	for i := s.First; i < s.Last; i++ {
		if text.Tokens[i].Head == -1 {
			roots++
		}
		steps := 0
		for at := i; at != -1; at = text.Tokens[at].Head {
			if at < s.First || at >= s.Last || steps > s.Last-s.First {
				t.Fatalf("token %d of sentence %d does not lead to the root", i, sent)
			}
			steps++
		}
		if text.Tokens[i].Rel == "" {
			t.Fatalf("token %d of sentence %d has no relation", i, sent)
		}
	}
	require.Equal(t, 1, roots, "sentence %d", sent)
}

// requireSpaceOnly requires that a gap between tokens holds white space only.
func requireSpaceOnly(t *testing.T, gap string) {
	t.Helper()
	for i := 0; i < len(gap); {
		r, size := decode(gap, i)
		if !isSpace(r) {
			t.Fatalf("%q is in no token", gap)
		}
		i += size
	}
}

// articles returns the texts of the fixtures.
func articles(t testing.TB) []string {
	files, err := filepath.Glob("../fixtures/ceasefire/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var out []string
	for _, file := range files {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		out = append(out, string(raw))
	}
	return out
}

func TestReadArticles(t *testing.T) {
	reader := New()
	for _, article := range articles(t) {
		for _, text := range []string{article, strings.ReplaceAll(article, "\n", "\r\n"), strings.ReplaceAll(article, " ", "\u00a0"), strings.ToUpper(article)} {
			read := reader.Read(&news.Document{Text: text})
			requireSound(t, read)
			for sent := range read.Sentences {
				requireTree(t, read, sent)
			}
		}
	}
}

// hard are texts that cost other programs their memory or an afternoon.
var hard = []string{
	"", " ", "\ufeff", "\x00", "\xff\xfe", "a\xffb", ".", "...", "'", "''", "\"\"\"", "’’’", "&", "&amp", "&#0;", "&#xD800;", "&nbsp;&nbsp;",
	"ȺȺȺ's", "İstanbul'da", "ẞ'S", "O'Reilly,", "n't", "'s", "x's's's", "don''t", "a'", "@", "#", "@@a", "a@b", "a@", "@.com", "http://", "https://)",
	"1,000,00", "1,,2", "1.2.3.", "-", "--", "- -", "–-—", "a-", "-a", "a--b", "1-2-3-4-5-6-7-8-9-10", "U.S.", "U.S..", "U.S.A", "...U.S", "Mr.", "J.", "J.J.J.J.",
	"(((", ")))", "“”“”", "[...", "[…]", "$$$", "US$", "$US$", "\u200d", "👩‍👩‍👧", "🇺🇦🇺🇦🇺", "e\u0301\u0301", "\u0301", "\u2028", "a\u0085b", "NO.", "no.5",
	"WASHINGTON (AP) —", "(AP)", "(", "WASHINGTON —", "A (B) - ", "(CNN)A", "\r\r\n\n\r", "１２３％", "ﬁﬁﬁ",
}

func TestReadHard(t *testing.T) {
	reader := New()
	for _, text := range hard {
		requireSound(t, reader.Read(&news.Document{Text: text}))
		requireSound(t, reader.Read(&news.Document{Text: "Said " + text + " then. " + text + text}))
	}
}

func TestReadHuge(t *testing.T) {
	if testing.Short() {
		t.Skip("huge texts take seconds")
	}
	reader := New()
	for _, row := range []struct{ reason, text string }{
		{"a megabyte of dashes", strings.Repeat("-", 1<<20)},
		{"128 kB of dashes apart", strings.Repeat("- ", 1<<16)},
		{"spaces", "a" + strings.Repeat(" ", 100_000) + "b"},
		{"a forest of quote marks", strings.Repeat("\"“'”’", 40_000)},
		{"one long word", strings.Repeat("a", 10<<20)},
		{"one long hyphenated word", strings.Repeat("a-", 1<<16)},
		{"one long row of apostrophes", strings.Repeat("a'", 1<<16)},
		{"dotted letters", strings.Repeat("a.", 1<<16)},
		{"ampersands", strings.Repeat("&", 1<<17)},
		{"brackets", strings.Repeat("([", 1<<16)},
		{"combining marks", "e" + strings.Repeat("\u0301", 1<<16)},
		{"joined emoji", strings.Repeat("👩\u200d", 1<<13)},
		{"digits and dashes", strings.Repeat("1-", 1<<16)},
		{"digits and slashes", strings.Repeat("1/", 1<<16)},
		{"empty lines", strings.Repeat("\n", 1<<17)},
		{"short lines", strings.Repeat("a\n", 1<<15)},
		{"at signs", strings.Repeat("a@", 1<<16)},
		{"addresses in brackets", strings.Repeat("http://a)", 1<<13)},
		{"no stop in sight", strings.Repeat("word and ", 1<<15)},
	} {
		start := time.Now()
		text := reader.Read(&news.Document{Text: row.text})
		took := time.Since(start)
		requireSound(t, text)
		t.Logf("%-32s %8d bytes %8d tokens %s", row.reason, len(row.text), len(text.Tokens), took.Round(time.Millisecond))
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range hard {
		f.Add(text)
	}
	for _, article := range articles(f) {
		for i, line := range strings.Split(article, "\n") {
			if i%8 == 0 { // a whole article takes the fuzzer a minute to shorten
				f.Add(line)
			}
		}
	}
	reader := New()
	f.Fuzz(func(t *testing.T, text string) {
		read := reader.Read(&news.Document{Text: text})
		requireSound(t, read)
		for sent := range min(len(read.Sentences), 3) {
			requireTree(t, read, sent)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	article := strings.Join(articles(b), "\n")
	for _, tagger := range []struct {
		name string
		Tagger
	}{{"own", Own()}, {"prose", Prose()}, {"shape", Shape()}} {
		for _, times := range []int{1, 10, 100} {
			doc := &news.Document{Text: strings.Repeat(article+"\n", times)}
			reader := New(WithTagger(tagger.Tagger))
			n := len(reader.Read(doc).Tokens)
			b.Run(fmt.Sprintf("%s/%dx", tagger.name, times), func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				b.ReportAllocs()
				for b.Loop() {
					reader.Read(doc)
				}
				b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}

// BenchmarkFirst is the cost of a process that reads one article: the model
// is loaded in any process once, so run it with -benchtime 1x.
func BenchmarkFirst(b *testing.B) {
	article := articles(b)[0]
	for b.Loop() {
		New().Read(&news.Document{Text: article})
	}
}

func BenchmarkParse(b *testing.B) {
	doc := &news.Document{Text: strings.Join(articles(b), "\n")}
	reader, n := New(), 0
	for b.Loop() {
		text := reader.Read(doc)
		for sent := range text.Sentences {
			text.Parse(sent)
		}
		n += len(text.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
