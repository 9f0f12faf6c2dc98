package names

import (
	"strings"

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
			if t := &toks[last+n-1]; t.Tag == "NN" || g.f.before[t.Lower] {
				last, n = last+n, 0
			}
		}
	}
	if last > m.First || first+1 < m.First && toks[m.First-1].Norm == "," {
		last = g.field(last, s.Last)
	}
	m.Title = news.Span{Start: toks[first].Span.Start, End: toks[last-1].Span.End}
}

// field is the end of "of the rescue service" behind a title, or last.
func (g *grouper) field(last, end int) int {
	toks := g.text.Tokens
	if last+1 >= end || toks[last].Lower != "of" {
		return last
	}
	out := last
	for i := last + 1; i < end && i <= last+longestTitle+2; i++ {
		switch t := &toks[i]; {
		case i == last+1 && (t.Tag == "DT" || t.Tag == "PRP$"), t.Tag == "JJ":
		case t.Tag == "NN", t.Tag == "NNS", t.Tag == "NNP", t.Tag == "NNPS":
			out = i + 1
		default:
			return out
		}
	}
	return out
}

// ahead reads an apposition that stands before the name ("A lawyer for the
// bakeries, Dario Quintana,") for its title.
func (g *grouper) ahead(r *run, e *Entity, m *Mention) {
	toks := g.text.Tokens
	if !m.Title.Empty() || e.Kind != news.Person && e.Kind != "" || r.last-r.first < 2 || r.first < 3 || toks[r.first-1].Norm != "," || !closes(toks, r.last) {
		return
	}
	s := g.text.Sentences[max(0, g.text.SentenceAt(toks[r.first].Span.Start))]
	head := -1
	for i := r.first - 2; i >= s.First && i >= r.first-longestApposition; i-- {
		t := &toks[i]
		if head < 0 && g.f.persons[t.Lemma] && g.called(t) && !capitalName(toks, i) {
			head = i
		}
		switch t.Tag {
		case ",", ".", ":", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC":
			return
		case "DT", "PRP$":
			if head < 0 || head > i+longestTitle {
				continue
			}
			e.title(toks[head].Lemma)
			if t.Tag == "PRP$" {
				i++ // "its chief executive" is the chief executive
			}
			m.Title = news.Span{Start: toks[i].Span.Start, End: toks[head].Span.End}
			g.genderFrom(e, toks[head].Lemma)
			return
		}
	}
}

// called reports whether a word for a person is used as a noun: "the other two
// millers" are called nothing.
func (g *grouper) called(t *language.Token) bool {
	return strings.HasPrefix(t.Tag, "NN") || g.f.before[t.Lower]
}

// closes reports whether a comma, or a mark that ends a quotation or sentence,
// follows the name: then it stands in apposition.
func closes(toks []language.Token, i int) bool {
	return i < len(toks) && (toks[i].Norm == "," || toks[i].Norm == ".")
}

// namesNext reports whether the phrase of the title at token j ends with a
// comma before a full name: the title is that one's.
func (g *grouper) namesNext(j int) bool {
	toks := g.text.Tokens
	for i := j + 1; i < len(toks) && i < j+longestApposition; i++ {
		switch toks[i].Tag {
		case ".", "VBD", "VBZ", "VBP", "MD", "WP", ":":
			return false
		}
		if toks[i].Norm == "," {
			return i+3 < len(toks) && toks[i+1].Tag == "NNP" && toks[i+2].Tag == "NNP" && toks[i+3].Norm == ","
		}
	}
	return false
}

// titleNoun reports whether the word before a title is part of it: a common
// noun or an adjective, in lower case unless it begins the sentence.
func titleNoun(t *language.Token, begins bool) bool {
	return describes(t) || begins && len(t.Text) > 3 && (t.Tag == "NN" || t.Tag == "NNP" || t.Tag == "JJ")
}

func describes(t *language.Token) bool {
	return (t.Tag == "NN" || t.Tag == "NNS" || t.Tag == "JJ") && !capital(t.Text)
}
