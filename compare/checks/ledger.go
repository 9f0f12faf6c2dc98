package checks

import (
	"sort"
	"strings"

	"crosscheck/compare"
	"crosscheck/language"
)

// quotation is the words between two quotation marks.
type quotation struct {
	doc     *compare.Doc
	words   run // without the marks
	stems   []string
	speaker string // the packet's name, or ""
}

// sent is the sentence the quotation begins in.
func (q *quotation) sent() *compare.Sent {
	return q.doc.SentAt(q.doc.Text.Tokens[q.words.first].Span.Start)
}

// quotations lists what stands in quotation marks in the story of a document.
// A quotation left open ends with its paragraph.
func (l *lexis) quotations(pass *compare.Pass, doc *compare.Doc) []*quotation {
	var out []*quotation
	text := doc.Text
	open, paragraph := -1, -1
	flush := func(end int) {
		r := trimMarks(text, run{open, end})
		open = -1
		if r.empty() {
			return
		}
		q := &quotation{doc: doc, words: r}
		s := q.sent()
		if s == nil {
			return
		}
		for i := r.first; i < r.last; i++ {
			if t := &text.Tokens[i]; wordy(t) && !l.stop[t.Lower] {
				q.stems = append(q.stems, stemOf(t))
			}
		}
		q.speaker = quoteSpeaker(pass, s, r)
		out = append(out, q)
	}
	for _, sent := range text.Sentences {
		if sent.Paragraph != paragraph && open >= 0 && !goesOn(text, sent.First) {
			flush(sent.First)
		}
		paragraph = sent.Paragraph
		if !sent.Region.Story() {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			switch mark := quoteKind(text, i); {
			case mark == opening && open < 0, mark == either && open < 0:
				open = i + 1
			case mark == opening:
				// Opened again: a further paragraph, or one mark was forgotten.
				flush(i)
				open = i + 1
			case mark != noMark && open >= 0:
				flush(i)
			}
		}
	}
	if open >= 0 {
		flush(len(text.Tokens))
	}
	return out
}

type markKind int

const (
	noMark markKind = iota
	opening
	closing
	either
)

// goesOn reports whether a quotation left open in one paragraph is closed in
// the next without having been opened again.
func goesOn(text *language.Text, first int) bool {
	for i := first; i < len(text.Tokens) && i < first+80; i++ {
		switch quoteKind(text, i) {
		case opening:
			return false
		case closing:
			return true
		}
	}
	return false
}

// quoteKind tells opening from closing marks by their shape, a straight one by
// the space beside it.
func quoteKind(text *language.Text, i int) markKind {
	switch text.Tokens[i].Text {
	case "“", "„", "«", "``":
		return opening
	case "”", "»", "''":
		return closing
	case `"`:
		t := text.Tokens[i].Span
		before := i > 0 && text.Tokens[i-1].Span.End == t.Start
		after := i+1 < len(text.Tokens) && text.Tokens[i+1].Span.Start == t.End
		switch {
		case after && !before:
			return opening
		case before && !after:
			return closing
		}
		return either
	}
	return noMark
}

// quoteSpeaker is the packet's name of who is quoted: the claim that holds
// most of the words.
func quoteSpeaker(pass *compare.Pass, s *compare.Sent, r run) string {
	span := spanOf(s.Doc, r)
	for _, c := range s.Claims {
		for _, part := range c.Content {
			if part.Overlaps(span) {
				return pass.Names.Speaker(s.Doc, c.Speaker)
			}
		}
	}
	return ""
}

// quotePair is two quotations of one utterance with their word differences.
type quotePair struct {
	a, b *quotation
	diff
	// inner are the edits between the first and the last common word; the
	// others are at the ends, where one quotation goes on and the other stops.
	inner []edit
}

const (
	// leastQuote is the fewest words two quotations have in common to be one utterance.
	leastQuote = 4
	// fullQuote is the number of common words from which the ends of a
	// quotation must agree as well.
	fullQuote = 8
	// quoteShare is the share of the shorter quotation that must be common.
	quoteShare = 0.6
)

// quotePairs aligns the quotations of a packet: each pair of quotations in
// different documents that share rare words and most of their wording.
func (l *lexis) quotePairs(pass *compare.Pass) []quotePair { return allQuotePairs.Of(pass) }

var allQuotePairs = compare.NewMemo(func(pass *compare.Pass) []quotePair {
	l := lexisOf(pass.Lex)
	var all []*quotation
	for _, doc := range pass.Docs {
		all = append(all, l.quotations(pass, doc)...)
	}
	index := map[string][]int{}
	for i, q := range all {
		seen := map[string]bool{}
		for _, st := range q.stems {
			if !seen[st] {
				seen[st] = true
				index[st] = append(index[st], i)
			}
		}
	}
	var out []quotePair
	for i, a := range all {
		for _, j := range companions(index, a, i) {
			if b := all[j]; a.doc != b.doc && pass.Near(a.doc, b.doc) {
				if p, ok := l.align(a, b); ok {
					out = append(out, p)
				}
			}
		}
	}
	return out
})

// companions are the later quotations that share at least two stems with q
// (one, where q has no more), in order.
func companions(index map[string][]int, q *quotation, i int) []int {
	count := map[int]int{}
	seen := map[string]bool{}
	for _, st := range q.stems {
		if seen[st] || len(index[st]) > 200 {
			continue
		}
		seen[st] = true
		for _, j := range index[st] {
			if j > i {
				count[j]++
			}
		}
	}
	var out []int
	for j, n := range count {
		if n >= 2 {
			out = append(out, j)
		}
	}
	sort.Ints(out)
	return out
}

// align compares two quotations word by word; ok says whether they are one utterance.
func (l *lexis) align(a, b *quotation) (quotePair, bool) {
	d := difference(a.doc, a.words, b.doc, b.words)
	na, nb := len(wordsIn(a.doc.Text, a.words)), len(wordsIn(b.doc.Text, b.words))
	if d.common < leastQuote || float64(d.common) < quoteShare*float64(min(na, nb)) {
		return quotePair{}, false
	}
	p := quotePair{a: a, b: b, diff: d}
	for i, e := range d.edits {
		head := i == 0 && starts(a, e.A) && starts(b, e.B)
		tail := i == len(d.edits)-1 && ends(a, e.A) && ends(b, e.B)
		if head && (e.A.empty() || e.B.empty()) || tail && (e.A.empty() || e.B.empty()) {
			continue
		}
		if (head || tail) && d.common < fullQuote && !l.commits(a.doc, e.A, b.doc, e.B) && !l.commits(b.doc, e.B, a.doc, e.A) {
			continue // a few words fitted into another sentence
		}
		p.inner = append(p.inner, e)
	}
	// Scattered common words between long strangers are no alignment.
	if strange(p.inner) > d.common {
		return quotePair{}, false
	}
	return p, true
}

// commits reports whether a weak modal and its verb on one side are the verb
// alone on the other ("may become", "becomes"): no fitting in asks for that.
func (l *lexis) commits(weak *compare.Doc, m run, bare *compare.Doc, v run) bool {
	if m.last-m.first != 2 || v.last-v.first != 1 {
		return false
	}
	modal, verb, other := &weak.Text.Tokens[m.first], &weak.Text.Tokens[m.first+1], &bare.Text.Tokens[v.first]
	return modal.Tag == "MD" && l.modals[modal.Lower] > 0 && l.modals[modal.Lower] <= 2 && stemOf(verb) == stemOf(other)
}

func starts(q *quotation, r run) bool { return r.first <= q.words.first }
func ends(q *quotation, r run) bool   { return r.last >= q.words.last }

// strange counts the words the two do not share inside the aligned part.
func strange(edits []edit) int {
	n := 0
	for _, e := range edits {
		n += max(e.A.last-e.A.first, e.B.last-e.B.first)
	}
	return n
}

// editorial reports whether an edit is a reporter's bracket or ellipsis on
// either side, which says openly that words were changed or cut.
func editorial(doc *compare.Doc, r run) bool {
	toks := doc.Text.Tokens
	for i := max(0, r.first-1); i < min(len(toks), r.last+1); i++ {
		switch toks[i].Norm {
		case "[", "]", "(", ")", "...", "…", ". . .", "..":
			return true
		}
		if strings.ContainsAny(toks[i].Text, "[]…*") {
			return true
		}
	}
	return false
}

// clip is the part of a range that lies in the sentence: evidence stays inside one.
func clip(s *compare.Sent, r run) run {
	all := tokensOf(s)
	return run{max(r.first, all.first), min(r.last, all.last)}
}

// around widens a range to n words on both sides, inside the quotation.
func (q *quotation) around(r run, n int) run {
	doc := q.doc
	s := doc.SentAt(doc.Text.Tokens[min(max(r.first, q.words.first), q.words.last-1)].Span.Start)
	if s == nil {
		return run{}
	}
	in := clip(s, q.words)
	return trimMarks(doc.Text, run{max(in.first, r.first-n), min(in.last, max(r.last, r.first)+n)})
}

// sameSpeaker reports whether nothing speaks against one speaker.
func sameSpeaker(a, b string) bool { return a == "" || b == "" || a == b }
