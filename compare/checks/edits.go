package checks

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/language"
)

// edit is one place where two nearly equal runs of words differ: the words of
// a at A stand for those of b at B; one of them may be empty.
type edit struct{ A, B run }

// diff is the word-level difference of two runs of tokens.
type diff struct {
	a, b   *compare.Doc
	edits  []edit
	common int     // words both have, in order
	close  float64 // 2·common / (words of a + words of b)
}

// longestDiff bounds the words of a run that is compared word by word.
const longestDiff = 160

// difference compares two runs of words by their longest common subsequence,
// marks and letter case left aside. The longest common order decides, not the
// fewest edits, so that an exchanged word stands against its exchange.
func difference(a *compare.Doc, ra run, b *compare.Doc, rb run) diff {
	wa, wb := wordsIn(a.Text, ra), wordsIn(b.Text, rb)
	d := diff{a: a, b: b}
	if len(wa) == 0 || len(wb) == 0 || len(wa) > longestDiff || len(wb) > longestDiff {
		return d
	}
	pairs := commonTokens(a.Text, wa, b.Text, wb)
	d.common = len(pairs)
	d.close = 2 * float64(d.common) / float64(len(wa)+len(wb))
	i, j := 0, 0
	for _, p := range append(pairs, [2]int{len(wa), len(wb)}) {
		if p[0] > i || p[1] > j {
			d.edits = append(d.edits, edit{cover(wa, i, p[0]), cover(wb, j, p[1])})
		}
		i, j = p[0]+1, p[1]+1
	}
	return d
}

// cover is the token range from word i to word j; an empty one stands where
// its words would.
func cover(words []int, i, j int) run {
	switch {
	case i < j:
		return run{words[i], words[j-1] + 1}
	case i < len(words):
		return run{words[i], words[i]}
	default:
		return run{words[len(words)-1] + 1, words[len(words)-1] + 1}
	}
}

// wordsIn are the tokens of a run that are words.
func wordsIn(text *language.Text, r run) []int {
	var out []int
	for i := r.first; i < r.last; i++ {
		if wordy(&text.Tokens[i]) {
			out = append(out, i)
		}
	}
	return out
}

func commonTokens(a *language.Text, wa []int, b *language.Text, wb []int) [][2]int {
	best := make([][]int, len(wa)+1)
	for i := range best {
		best[i] = make([]int, len(wb)+1)
	}
	for i := len(wa) - 1; i >= 0; i-- {
		for j := len(wb) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if sameToken(&a.Tokens[wa[i]], &b.Tokens[wb[j]]) {
				best[i][j] = max(best[i][j], best[i+1][j+1]+1)
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(wa) && j < len(wb); {
		switch {
		case sameToken(&a.Tokens[wa[i]], &b.Tokens[wb[j]]) && best[i][j] == best[i+1][j+1]+1:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// folded is a token's lower form with contractions written out and hyphens
// and dots taken off.
func folded(t *language.Token) string {
	switch t.Lower {
	case "n't":
		return "not"
	case "'ll":
		return "will"
	case "'re":
		return "are"
	case "'ve":
		return "have"
	case "'m":
		return "am"
	case "ca":
		return "can"
	case "wo":
		return "will"
	}
	return strings.NewReplacer("-", "", ".", "", ",", "").Replace(t.Lower)
}

func sameToken(a, b *language.Token) bool {
	return a.Lower == b.Lower || folded(a) == folded(b) || british(a.Lower) == british(b.Lower)
}

// british brings the two spellings of English together where only letters of
// an ending differ.
func british(w string) string {
	if len(w) < 6 {
		return w
	}
	for _, end := range [][2]string{{"isation", "ization"}, {"ise", "ize"}, {"ised", "ized"}, {"ising", "izing"}, {"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"tre", "ter"}} {
		if strings.HasSuffix(w, end[0]) {
			return w[:len(w)-len(end[0])] + end[1]
		}
	}
	return w
}

// content reports whether a range holds a word that is more than grammar.
func (l *lexis) content(doc *compare.Doc, r run) bool {
	for i := r.first; i < r.last; i++ {
		t := &doc.Text.Tokens[i]
		if wordy(t) && !l.stop[t.Lower] && !l.stop[t.Lemma] {
			return true
		}
	}
	return false
}
