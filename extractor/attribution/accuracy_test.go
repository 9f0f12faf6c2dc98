package attribution

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"crosscheck/language"
	"crosscheck/news"
)

// goldSpan is one span of the gold, in bytes.
type goldSpan struct {
	B [2]int `json:"b"`
}

// goldArticle is one line of the gold.
type goldArticle struct {
	Doc, Text   string
	Annotations []struct {
		Attributions []struct {
			Kind                 string
			Content, Source, Cue []goldSpan
		}
	}
}

// words is a set of word indices.
type words map[int]bool

// TestAccuracy measures the statement view of the attribution gold: word
// tokens, one to one by Jaccard of the contents, best first, from one half; a
// pair counts where the sources share a content word. It needs the folder of
// public gold, which is no part of the project.
func TestAccuracy(t *testing.T) {
	bench := os.Getenv("CROSSCHECK_BENCH")
	if bench == "" {
		t.Skip("SKIPPED, NOT MEASURED: set CROSSCHECK_BENCH to the folder of public gold (../shared/bench)")
	}
	file, err := os.Open(filepath.Join(bench, "polnear", "dev.jsonl"))
	require.NoError(t, err)
	defer file.Close()
	var s score
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for reader := language.New(); lines.Scan(); {
		var a goldArticle
		require.NoError(t, json.Unmarshal(lines.Bytes(), &a))
		s.article(reader, &a)
	}
	require.NoError(t, lines.Err())
	p, r := 100*float64(s.right)/float64(s.matched+s.spurious), 100*float64(s.right)/float64(s.gold)
	f1 := 2 * p * r / (p + r)
	t.Logf("end to end: P %.1f R %.1f F1 %.1f over %d statements", p, r, f1, s.gold)
	require.Greater(t, f1, 76.0, "attribution fell by more than two points")
}

// score counts statements of the gold, those matched, those with the right
// source, and claims that match nothing.
type score struct{ gold, matched, right, spurious int }

func (s *score) article(reader *language.Reader, a *goldArticle) {
	tokens := cut(a.Text)
	type side struct {
		statement       bool
		content, source words
	}
	var gold, pred []side
	for _, g := range a.Annotations[0].Attributions {
		c := over(tokens, spans(g.Content))
		if len(c) == 0 {
			continue
		}
		gold = append(gold, side{g.Kind != "indirect_other", c, over(tokens, spans(g.Source))})
		if g.Kind != "indirect_other" {
			s.gold++
		}
	}
	claims, _ := extractor.Extract(reader.Read(&news.Document{Text: a.Text}))
	for i := range claims {
		pred = append(pred, side{content: over(tokens, claims[i].Content), source: over(tokens, claims[i].Source)})
	}
	type pair struct {
		j    float64
		g, p int
	}
	var pairs []pair
	for g := range gold {
		for p := range pred {
			if j := jaccard(gold[g].content, pred[p].content); j >= 0.5 {
				pairs = append(pairs, pair{j, g, p})
			}
		}
	}
	sort.Slice(pairs, func(i, k int) bool {
		a, b := pairs[i], pairs[k]
		return a.j > b.j || a.j == b.j && (a.g < b.g || a.g == b.g && a.p < b.p)
	})
	usedGold, usedPred := words{}, words{}
	for _, x := range pairs {
		if usedGold[x.g] || usedPred[x.p] {
			continue
		}
		usedGold[x.g], usedPred[x.p] = true, true
		if gold[x.g].statement {
			s.matched++
			if sameSource(tokens, gold[x.g].source, pred[x.p].source) {
				s.right++
			}
		}
	}
	s.spurious += len(pred) - len(usedPred)
}

// token is one word of the measure.
type token struct {
	span  news.Span
	lower string
}

// cut splits a text into words: letters and digits with inner apostrophes.
func cut(text string) []token {
	var out []token
	start := -1
	for i, r := range text + " " {
		inner := (r == '\'' || r == '’') && start >= 0
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			if start < 0 {
				start = i
			}
		case inner && i+len(string(r)) < len(text) && wordAt(text, i+len(string(r))):
		case start >= 0:
			out = append(out, token{news.Span{Start: start, End: i}, strings.ToLower(text[start:i])})
			start = -1
		}
	}
	return out
}

func wordAt(text string, i int) bool {
	for _, r := range text[i:] {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

func spans(g []goldSpan) []news.Span {
	var out []news.Span
	for _, s := range g {
		out = append(out, news.Span{Start: s.B[0], End: s.B[1]})
	}
	return out
}

func over(tokens []token, spans []news.Span) words {
	out := words{}
	for _, s := range spans {
		for i := sort.Search(len(tokens), func(i int) bool { return tokens[i].span.End > s.Start }); i < len(tokens) && tokens[i].span.Start < s.End; i++ {
			out[i] = true
		}
	}
	return out
}

func jaccard(a, b words) float64 {
	n := 0
	for i := range a {
		if b[i] {
			n++
		}
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// sameSource reports whether two sources share a word that is not of the
// grammar only, or neither names anybody.
func sameSource(tokens []token, gold, pred words) bool {
	const grammar = " the a an of and in for to on at his her their its "
	if len(gold) == 0 {
		return len(pred) == 0
	}
	for i := range gold {
		if pred[i] && !strings.Contains(grammar, fmt.Sprintf(" %s ", tokens[i].lower)) {
			return true
		}
	}
	return len(gold) == len(pred) && jaccard(gold, pred) == 1
}
