package language

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"crosscheck/news"

	"github.com/stretchr/testify/require"
)

// goldDoc is one document of a treebank: its text, and where its tokens and
// sentences begin and end.
type goldDoc struct {
	text   string
	tokens []news.Span
	tags   []string
	lemmas []string
	sents  []news.Span
}

// readGold reads a CoNLL-U file. Sentences are put one space apart, or a
// blank line where the treebank says that a paragraph begins.
func readGold(t *testing.T, path string) []goldDoc {
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	var docs []goldDoc
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		if len(docs) == 0 || strings.Contains(block, "# newdoc") {
			docs = append(docs, goldDoc{})
		}
		docs[len(docs)-1].add(block)
	}
	return docs
}

// add puts the sentence of one block at the end of the document.
func (g *goldDoc) add(block string) {
	gap := " "
	if strings.Contains(block, "# newpar") {
		gap = "\n\n"
	}
	if g.text != "" {
		g.text += gap
	}
	start, at, last := len(g.text), len(g.text), ""
	for row := range strings.Lines(block) {
		if text, ok := strings.CutPrefix(row, "# text = "); ok {
			g.text += strings.TrimSuffix(text, "\n")
		}
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(f) < 10 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		i := strings.Index(g.text[at:], f[1])
		if i < 0 || i > 3 {
			continue // a normalised part of a word such as "its" for "it's"
		}
		at += i
		g.tokens = append(g.tokens, news.Span{Start: at, End: at + len(f[1])})
		g.tags, g.lemmas = append(g.tags, f[4]), append(g.lemmas, f[2])
		at, last = at+len(f[1]), f[1]
	}
	if last != "" {
		g.sents = append(g.sents, news.Span{Start: start, End: len(g.text)})
	}
}

// score counts how many spans agree.
type score struct{ right, got, want int }

func (s score) f1() float64 { return 200 * float64(s.right) / float64(max(1, s.got+s.want)) }

func (s score) plus(o score) score { return score{s.right + o.right, s.got + o.got, s.want + o.want} }

func (s *score) add(got, want []news.Span, miss func(news.Span)) {
	have := map[news.Span]bool{}
	for _, span := range got {
		have[span] = true
	}
	s.got, s.want = s.got+len(got), s.want+len(want)
	for _, span := range want {
		if have[span] {
			s.right++
		} else if miss != nil {
			miss(span)
		}
	}
}

// TestTreebank measures tokens, sentences, tags and lemmas against the English
// treebanks, which are no part of the project: CROSSCHECK_BENCH names the
// folder that holds them, as in CROSSCHECK_BENCH=../../shared/bench.
func TestTreebank(t *testing.T) {
	bench := os.Getenv("CROSSCHECK_BENCH")
	if bench == "" {
		t.Skip("NOT MEASURED: set CROSSCHECK_BENCH to the folder that holds treebanks/ to measure tokens and sentences")
	}
	pattern := "*-dev-*.conllu"
	if p := os.Getenv("CROSSCHECK_GOLD"); p != "" {
		pattern = p
	}
	files, err := filepath.Glob(filepath.Join(bench, "treebanks", pattern))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	show := os.Getenv("CROSSCHECK_MISSES") != ""
	all := map[string]score{}
	for _, file := range files {
		tokens, sents := measureGold(t, file, show)
		bank := filepath.Base(file)[:3]
		all[bank] = all[bank].plus(tokens)
		name := strings.TrimSuffix(filepath.Base(file), ".conllu")
		t.Logf("%-24s tokens F1 %.2f  sentences F1 %.2f", name, tokens.f1(), sents.f1())
		floor := 98.0
		if strings.HasPrefix(name, "gum") && strings.HasSuffix(name, "news") {
			floor = 99
		}
		require.Greater(t, tokens.f1(), floor, "tokens of %s", name)
	}
	for _, bank := range []string{"ewt", "gum"} {
		t.Logf("%s, all of it: tokens F1 %.2f (%d tokens)", bank, all[bank].f1(), all[bank].want)
	}
}

// measureGold scores the reading of one file of a treebank.
func measureGold(t *testing.T, file string, show bool) (tokens, sents score) {
	reader := New(WithTagger(Shape()))
	for _, g := range readGold(t, file) {
		text := reader.Read(&news.Document{Text: g.text})
		var gotTokens, gotSents []news.Span
		for _, tok := range text.Tokens {
			gotTokens = append(gotTokens, tok.Span)
		}
		for _, s := range text.Sentences {
			gotSents = append(gotSents, s.Span)
		}
		miss := func(kind string) func(news.Span) {
			return func(s news.Span) {
				if show {
					t.Logf("%s %q in %q", kind, g.text[s.Start:s.End], g.text[max(0, s.Start-25):min(len(g.text), s.End+25)])
				}
			}
		}
		tokens.add(gotTokens, g.tokens, miss("token"))
		sents.add(gotSents, g.sents, miss("sent"))
	}
	return tokens, sents
}

// TestTreebankTags measures the tags of each tagger, and the lemmas that
// follow from them, on the tokens that agree with the treebank's.
func TestTreebankTags(t *testing.T) {
	bench := os.Getenv("CROSSCHECK_BENCH")
	if bench == "" {
		t.Skip("NOT MEASURED: set CROSSCHECK_BENCH to the folder that holds treebanks/ to measure tags and lemmas")
	}
	for _, row := range []struct {
		name   string
		reader *Reader
		floor  float64 // percent of tags right on news
	}{{"own", New(), 94.5}, {"prose", New(WithTagger(Prose())), 91}, {"shape", New(WithTagger(Shape())), 70}} {
		for _, pattern := range []string{"gum-[dt]e*-news.conllu", "ewt-test-*.conllu"} {
			files, err := filepath.Glob(filepath.Join(bench, "treebanks", pattern))
			require.NoError(t, err)
			require.NotEmpty(t, files)
			var tags, lemmas score
			for _, file := range files {
				tags1, lemmas1 := measureTags(t, row.reader, file)
				tags, lemmas = tags.plus(tags1), lemmas.plus(lemmas1)
			}
			t.Logf("%-8s %-24s tags %.2f%%  lemmas %.2f%% of %d tokens", row.name, pattern, tags.f1(), lemmas.f1(), tags.want)
			if strings.HasPrefix(pattern, "gum") {
				require.Greater(t, tags.f1(), row.floor)
			}
		}
	}
}

// measureTags counts the tags and lemmas that agree with one file.
func measureTags(t *testing.T, reader *Reader, file string) (tags, lemmas score) {
	misses := map[string]int{}
	for _, g := range readGold(t, file) {
		text := reader.Read(&news.Document{Text: g.text})
		for i, span := range g.tokens {
			at := text.TokenAt(span.Start)
			if at == len(text.Tokens) || text.Tokens[at].Span != span {
				continue
			}
			tok := text.Tokens[at]
			tags.want, tags.got, lemmas.want, lemmas.got = tags.want+1, tags.got+1, lemmas.want+1, lemmas.got+1
			if tok.Tag == g.tags[i] {
				tags.right++
			}
			switch {
			case tok.Lemma == strings.ToLower(fold(g.lemmas[i])):
				lemmas.right++
			case tok.Tag == g.tags[i]:
				misses[tok.Text+"/"+tok.Tag+" "+tok.Lemma+" != "+g.lemmas[i]]++
			}
		}
	}
	if os.Getenv("CROSSCHECK_MISSES") != "" {
		for _, miss := range slices.Sorted(maps.Keys(misses)) {
			t.Logf("%3d %s", misses[miss], miss)
		}
	}
	return tags, lemmas
}
