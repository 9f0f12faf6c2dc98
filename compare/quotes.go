package compare

import (
	"slices"

	"crosscheck/news"
)

// Quoted is one stretch of words inside quotation marks.
type Quoted struct {
	Doc   *Doc
	Claim *news.Claim // whose words they are, or nil
	Span  news.Span   // without the marks
	// First and Last are its tokens, half open, in Doc.Text.
	First, Last int
}

// Quotes are the quotations of a document's story, in order of place.
func (d *Doc) Quotes() []Quoted {
	var out []Quoted
	for i := range d.Extraction.Claims {
		c := &d.Extraction.Claims[i]
		if c.Form == news.Indirect || !c.Region.Story() {
			continue
		}
		for _, part := range c.Content {
			out = append(out, d.quotedIn(c, part)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Quoted) int { return a.Span.Start - b.Span.Start })
	return slices.CompactFunc(out, func(a, b Quoted) bool { return a.Span == b.Span })
}

// quotedIn finds the stretches between quotation marks in a content span; a
// direct claim whose span holds no mark of its own is quoted whole.
func (d *Doc) quotedIn(c *news.Claim, part news.Span) []Quoted {
	first, last := d.Text.Range(part)
	var out []Quoted
	open, seen := -1, false
	add := func(a, b int) {
		if a < b {
			out = append(out, Quoted{d, c, news.Span{Start: d.Text.Tokens[a].Span.Start, End: d.Text.Tokens[b-1].Span.End}, a, b})
		}
	}
	for i := first; i < last; i++ {
		if n := d.Text.Tokens[i].Norm; n != `"` && n != "``" && n != "''" {
			continue
		}
		seen = true
		if open < 0 && d.closing(i) {
			if i > first && c.Form == news.Direct && len(out) == 0 {
				add(first, i) // opened in the sentence before
			}
			continue
		}
		if open < 0 {
			open = i + 1
			continue
		}
		add(open, i)
		open = -1
	}
	switch {
	case open >= 0:
		add(open, last)
	case !seen && c.Form == news.Direct:
		add(first, last)
	}
	return out
}

// closing reports whether a quotation mark is written as one that closes: hard
// behind a word or mark, with no word hard behind it.
func (d *Doc) closing(i int) bool {
	toks := d.Text.Tokens
	hard := i > 0 && toks[i-1].Span.End == toks[i].Span.Start
	return hard && (i+1 >= len(toks) || toks[i+1].Span.Start > toks[i].Span.End || !hasLetterOrDigit(toks[i+1].Norm))
}

// allQuotes are the quotations of a document and whatever else stands between
// its quotation marks, in order of place.
func (d *Doc) allQuotes() []Quoted {
	out := d.Quotes()
	spoken := len(out)
	for _, s := range d.Sents {
		ls := d.Text.Sentences[s.Sent]
		for _, q := range d.quotedIn(&news.Claim{}, news.Span{Start: d.Text.Tokens[ls.First].Span.Start, End: d.Text.Tokens[ls.Last-1].Span.End}) {
			q.Claim = nil
			if !slices.ContainsFunc(out[:spoken], func(o Quoted) bool { return o.Span.Overlaps(q.Span) }) {
				out = append(out, q)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Quoted) int { return a.Span.Start - b.Span.Start })
	return out
}

// quotes ticks the draft's quotations of at least two words.
func (t ticker) quotes() []news.Tick {
	var out []news.Tick
	for _, q := range t.draft.allQuotes() {
		words := lowerWords(t.draft, q.First, q.Last)
		if len(words) == 0 {
			continue
		}
		var support []Place
		for _, doc := range t.Docs {
			if doc == t.draft {
				continue
			}
			if span, ok := findWords(doc, words); ok {
				support = append(support, At(doc, span, ""))
			}
		}
		out = append(out, t.item("quote", q.Span, support, false))
	}
	return out
}

// word is a token that holds letters or digits.
type word struct {
	lower string
	span  news.Span
}

func lowerWords(d *Doc, first, last int) []word {
	var out []word
	for _, tok := range d.Text.Tokens[first:last] {
		if hasLetterOrDigit(tok.Norm) {
			out = append(out, word{tok.Lower, tok.Span})
		}
	}
	return out
}

// findWords finds the first place in the story of doc where the words stand
// in a row, whatever the marks and capitals, inside one sentence where they
// are of one.
func findWords(doc *Doc, words []word) (news.Span, bool) {
	return findIn(doc, storyWordsOf(doc), words)
}

// storyWordsOf are the words of a document's story.
func storyWordsOf(doc *Doc) []word {
	var all []word
	for _, s := range doc.Sents {
		ls := doc.Text.Sentences[s.Sent]
		all = append(all, lowerWords(doc, ls.First, ls.Last)...)
	}
	return all
}

func findIn(doc *Doc, all, words []word) (news.Span, bool) {
	for i := 0; i+len(words) <= len(all); i++ {
		n := 0
		for n < len(words) && all[i+n].lower == words[n].lower {
			n++
		}
		if n == len(words) {
			span := news.Span{Start: all[i].span.Start, End: all[i+n-1].span.End}
			if s := doc.SentAt(span.Start); s != nil {
				span.End = min(span.End, s.Span.End)
			}
			return span, true
		}
	}
	return news.Span{}, false
}
