package names

import (
	"crosscheck/language"
	"crosscheck/news"
)

// longestTitle bounds the words a title is widened by on one side.
const longestTitle = 3

// widen takes the whole phrase a title word stands in: "coast guard
// spokeswoman" where the word is "spokeswoman", "chief executive officer"
// where it is "chief".
func (g *grouper) widen(m *Mention) {
	if m.Title.Empty() {
		return
	}
	toks := g.text.Tokens
	first, last := g.text.Range(m.Title)
	if first >= last {
		return
	}
	s := g.text.Sentences[max(0, g.text.SentenceAt(m.Span.Start))]
	if last <= m.First {
		for n := 0; n < longestTitle && first > s.First && titleNoun(&toks[first-1], first-1 == s.First); n++ {
			first--
		}
	} else {
		for n := 1; n <= longestTitle && last+n <= s.Last && describes(&toks[last+n-1]); n++ {
			if toks[last+n-1].Tag == "NN" {
				last, n = last+n, 0
			}
		}
	}
	m.Title = news.Span{Start: toks[first].Span.Start, End: toks[last-1].Span.End}
}

// titleNoun reports whether the word before a title is part of it: a common
// noun or an adjective, in lower case unless it begins the sentence.
func titleNoun(t *language.Token, begins bool) bool {
	return describes(t) || begins && len(t.Text) > 3 && (t.Tag == "NN" || t.Tag == "NNP" || t.Tag == "JJ")
}

func describes(t *language.Token) bool {
	return (t.Tag == "NN" || t.Tag == "NNS" || t.Tag == "JJ") && !capital(t.Text)
}
