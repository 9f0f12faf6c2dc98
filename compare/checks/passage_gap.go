package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed passage_gap.md
var passageGapDoc string

// PassageGap finds runs of sentences that a close copy left out.
var PassageGap = compare.Define("passage.gap", passageGapDoc, passageGap)

func passageGap(pass *compare.Pass, _ none) {
	for _, g := range pass.Gaps {
		if g.After == nil && g.Before == nil || g.After == nil || g.Before == nil && len(g.Sents) < 2 {
			continue // an article that begins or ends elsewhere has no gap
		}
		first, last := whole(g.Sents[0]), whole(g.Sents[len(g.Sents)-1])
		r := run{first.first, last.last}
		if first.empty() || last.empty() {
			continue
		}
		a := compare.Side{Value: opening3(g.From, r), Key: textOf(g.From, r), Passages: []compare.Place{place(g.From, r, "")}}
		b := compare.Side{}
		for _, s := range []*compare.Sent{g.After, g.Before} {
			if s == nil || whole(s).empty() {
				continue
			}
			if b.Value == "" {
				b.Value = opening3(s.Doc, whole(s))
			}
			b.Key += textOf(s.Doc, whole(s)) + "|"
			b.Passages = append(b.Passages, compare.Place{Doc: s.Doc, Span: spanOf(s.Doc, whole(s))})
		}
		d := compare.Two(news.Missing, news.Likely, a, b)
		d.Args = map[string]string{"sentences": sentenceCount(len(g.Sents)), "from": g.From.Name(), "in": g.In.Name()}
		if carriesSpeech(g) {
			d.Severity = news.High
		}
		pass.Report(d)
	}
}

// carriesSpeech reports whether the passage left out holds somebody's words.
func carriesSpeech(g compare.Gap) bool {
	if len(g.Sents) < 3 {
		return false
	}
	for _, s := range g.Sents {
		for _, c := range s.Claims {
			if c.Form == news.Direct && c.Speaker.Name != "" {
				return true
			}
		}
	}
	return false
}

// opening3 is the first words of a run, for messages.
func opening3(doc *compare.Doc, r run) string {
	words := wordsIn(doc.Text, r)
	if len(words) <= 10 {
		return textOf(doc, r)
	}
	return textOf(doc, run{r.first, words[9] + 1}) + " …"
}

var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

func sentenceCount(n int) string {
	word := "many"
	if n < len(small) {
		word = small[n]
	}
	if n == 1 {
		return word + " sentence"
	}
	return word + " sentences"
}
