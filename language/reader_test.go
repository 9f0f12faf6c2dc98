package language

import (
	"sync"
	"testing"

	"crosscheck/news"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stubTagger answers with the tags it holds, whatever it is asked.
type stubTagger []string

func (s stubTagger) Tag([]string) []string { return s }

// stubParser hangs each word on the one before it and counts how often it is asked.
type stubParser struct {
	asked *int
	short bool
}

func (p stubParser) Parse(words, tags []string) (heads []int, rels []string) {
	*p.asked++
	for i := range words {
		heads, rels = append(heads, i-1), append(rels, "dep:"+tags[i])
	}
	if p.short {
		return heads[1:], rels
	}
	return heads, rels
}

func TestTaggerOfAnotherCount(t *testing.T) {
	text := New(WithTagger(stubTagger{"NN"})).Read(&news.Document{Text: "The talks failed."})
	for _, tok := range text.Tokens {
		assert.NotEmpty(t, tok.Tag, "a tagger that loses count is not believed")
	}
	assert.Equal(t, "DT", text.Tokens[0].Tag)
}

func TestParse(t *testing.T) {
	asked := 0
	reader := New(WithTagger(Shape()), WithParser(stubParser{asked: &asked}))
	text := reader.Read(&news.Document{Text: "One came. Two left."})
	require.Len(t, text.Sentences, 2)
	require.Zero(t, asked, "nothing is parsed before it is asked for")
	text.Parse(1)
	text.Parse(1)
	assert.Equal(t, 1, asked, "a sentence is parsed once")
	assert.Equal(t, []int{-1, -1, -1, -1, 3, 4}, heads(text), "heads are indexes into the tokens of the text")
	assert.Equal(t, "", text.Tokens[0].Rel)
	assert.Equal(t, "dep:CD", text.Tokens[3].Rel)
	text.Parse(7)
	text.Parse(-1)
	assert.Equal(t, 1, asked, "there is no such sentence")
}

func TestParseOfAnotherCount(t *testing.T) {
	asked := 0
	text := New(WithTagger(Shape()), WithParser(stubParser{&asked, true})).Read(&news.Document{Text: "One came."})
	text.Parse(0)
	assert.Equal(t, []int{-1, -1, -1}, heads(text), "a parser that loses count is not believed")
	(&Text{}).Parse(0) // a text built by hand has no reader
}

func heads(text *Text) (out []int) {
	for _, tok := range text.Tokens {
		out = append(out, tok.Head)
	}
	return out
}

func TestReaderIsShared(t *testing.T) {
	reader := New()
	text := articles(t)[0]
	want := reader.Read(&news.Document{Text: text}).Tokens
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			assert.Equal(t, want, reader.Read(&news.Document{Text: text}).Tokens)
		})
	}
	group.Wait()
}

func TestProseKeepsCount(t *testing.T) {
	for _, row := range []struct {
		reason string
		words  []string
	}{
		{"a name with its comma", []string{"O'Reilly", ",", "who"}},
		{"letters whose lower case has another length", []string{"ȺȺȺ's", "İ", "ẞ"}},
		{"an emoticon", []string{":)", ":-(", "(", ":", ")"}},
		{"clitics", []string{"do", "n't", "'s", "'ll", "'"}},
		{"only marks", []string{`"`, `"`, "--", "...", "?!", "$", "%", "&", "*", "\\", "`"}},
		{"a megabyte of one letter", []string{string(make([]byte, 1<<20))}},
		{"spaces inside a word", []string{"a b", "\t", " "}},
		{"nothing", nil},
	} {
		assert.Len(t, Prose().Tag(row.words), len(row.words), row.reason)
		assert.Len(t, Shape().Tag(row.words), len(row.words), row.reason)
	}
}

func TestShapeTags(t *testing.T) {
	words := []string{"The", "Kremlin", "said", "30", "-", "day", "talks", "quickly", "will", "resume", ",", "(", "$", "5", ")", "."}
	want := []string{"DT", "NNP", "VBD", "CD", "HYPH", "NN", "NNS", "RB", "MD", "VB", ",", "-LRB-", "$", "CD", "-RRB-", "."}
	assert.Equal(t, want, Shape().Tag(words))
}
