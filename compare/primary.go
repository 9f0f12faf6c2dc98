package compare

import (
	"slices"

	"crosscheck/news"
)

const (
	// fragment is the number of words below which a quotation is a few words
	// taken into another sentence: what stands around them was not cut.
	fragment = 4
	// sameUtterance is the share of a quotation's words that a primary
	// document must have in order for the quotation to be from there.
	sameUtterance = 0.6
	// longestUnit bounds the words of a passage that is compared word by word.
	longestUnit = 240
)

// Quotations holds every quotation of every article against the packet's
// primary documents, in order of document and place; without a primary
// document there are none.
func (p *Packet) Quotations() []news.Quotation {
	var units []unit
	for _, d := range p.Docs {
		if d.Primary {
			units = append(units, d.units()...)
		}
	}
	if len(units) == 0 {
		return nil
	}
	var out []news.Quotation
	for _, d := range p.Docs {
		if d.Primary {
			continue
		}
		for _, q := range d.allQuotes() {
			if words := d.openWords(q); len(words) > 0 {
				out = append(out, hold(p, q, words, units))
			}
		}
	}
	return out
}

// unit is a stretch of a primary document that can be quoted: what stands
// between its quotation marks, else one to three sentences in a row.
type unit struct {
	doc   *Doc
	words []word
	has   map[string]bool
}

// units lists what can be quoted, the shorter first.
func (d *Doc) units() []unit {
	var out []unit
	add := func(words []word) {
		if len(words) == 0 || len(words) > longestUnit {
			return
		}
		u := unit{d, words, map[string]bool{}}
		for _, w := range words {
			u.has[w.lower] = true
		}
		out = append(out, u)
	}
	for _, q := range d.allQuotes() {
		add(lowerWords(d, q.First, q.Last))
	}
	for n := 1; n <= 3; n++ {
		for i := 0; i+n <= len(d.Sents); i++ {
			first, last := d.Text.Sentences[d.Sents[i].Sent], d.Text.Sentences[d.Sents[i+n-1].Sent]
			add(lowerWords(d, first.First, last.Last))
		}
	}
	return out
}

// openWords are the words of a quotation without those in square brackets,
// which say openly that they are the reporter's.
func (d *Doc) openWords(q Quoted) []word {
	var out []word
	inside := false
	for i := q.First; i < q.Last; i++ {
		switch tok := &d.Text.Tokens[i]; {
		case tok.Norm == "[":
			inside = true
		case tok.Norm == "]":
			inside = false
		case !inside && hasLetterOrDigit(tok.Norm):
			out = append(out, word{tok.Lower, tok.Span})
		}
	}
	return out
}

// hold finds the passage a quotation is from and says what was done to it.
func hold(p *Packet, q Quoted, words []word, units []unit) news.Quotation {
	speaker := ""
	if q.Claim != nil {
		speaker = p.Names.Speaker(q.Doc, q.Claim.Speaker)
	}
	out := news.Quotation{Item: passage(At(q.Doc, q.Span, speaker), "a"), Status: news.NotThere}
	u, common := origin(words, units)
	if len(common) == 0 {
		return out
	}
	span := news.Span{Start: u.words[common[0][1]].span.Start, End: u.words[common[len(common)-1][1]].span.End}
	changed, left := without(words, common, 0), without(u.words, common, 1)
	switch {
	case len(common) < len(words):
		out.Status = news.Altered
		out.Item.Marks = changed
		left = slices.DeleteFunc(left, func(s news.Span) bool { return !span.Contains(s) })
	case len(left) == 0 || len(words) < fragment && common[len(common)-1][1]-common[0][1] == len(common)-1:
		out.Status, left = news.Verbatim, nil
	default:
		out.Status = news.Trimmed
		span = news.Span{Start: u.words[0].span.Start, End: u.words[len(u.words)-1].span.End}
	}
	out.Original = passage(Place{Doc: u.doc, Span: span, Marks: left}, "b")
	out.Original.Context.End = max(out.Original.Context.End, span.End)
	return out
}

// origin is the passage with the most of the quotation's words in order, and
// those words; none where no passage has enough. Of equal ones the first, which
// is the shortest, wins.
func origin(words []word, units []unit) (unit, [][2]int) {
	var best unit
	var common [][2]int
	least := max(sameUtterance*float64(len(words)), float64(min(len(words), fragment)))
	for _, u := range units {
		n := 0
		for _, w := range words {
			if u.has[w.lower] {
				n++
			}
		}
		if float64(n) < least || n <= len(common) {
			continue
		}
		if c := inOrder(words, u.words); len(c) > len(common) && float64(len(c)) >= least {
			best, common = u, c
		}
	}
	return best, common
}

// inOrder pairs the words two passages have in common, in order: the longest
// common subsequence, as tight in b as it can be had from its end.
func inOrder(a, b []word) [][2]int {
	if len(a) > longestUnit {
		return nil
	}
	width := len(b) + 1
	best := make([]int16, (len(a)+1)*width)
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			v := max(best[(i-1)*width+j], best[i*width+j-1])
			if a[i-1].lower == b[j-1].lower {
				v = max(v, best[(i-1)*width+j-1]+1)
			}
			best[i*width+j] = v
		}
	}
	var out [][2]int
	for i, j := len(a), len(b); i > 0 && j > 0; {
		switch {
		case a[i-1].lower == b[j-1].lower && best[i*width+j] == best[(i-1)*width+j-1]+1:
			i--
			j--
			out = append(out, [2]int{i, j})
		case best[i*width+j] == best[i*width+j-1]:
			j--
		default:
			i--
		}
	}
	slices.Reverse(out)
	return out
}

// without are the runs of words that have no counterpart.
func without(words []word, common [][2]int, side int) []news.Span {
	var out []news.Span
	next, open := 0, false
	for i, w := range words {
		if next < len(common) && common[next][side] == i {
			next, open = next+1, false
			continue
		}
		if open {
			out[len(out)-1].End = w.span.End
		} else {
			out = append(out, w.span)
		}
		open = true
	}
	return out
}
