package quote

import (
	"unicode"
	"unicode/utf8"

	"crosscheck/language"
)

// side says which way a quotation mark faces.
type side int

const (
	either side = iota
	opens
	closes
)

// isDouble reports whether the token is a double quotation mark.
func isDouble(tok *language.Token) bool {
	switch tok.Text {
	case "''", "``", "«", "»", "„":
		return true
	}
	return tok.Norm == `"`
}

// side tells by its neighbours which way the mark at token i faces; the form
// of a curly mark decides only where they do not, since writers mistake them.
func (f *finder) side(i, first, last int) side {
	toks := f.text.Tokens
	spaceBefore := i == first || toks[i-1].Span.End < toks[i].Span.Start || opener(toks[i-1].Norm)
	spaceAfter := i+1 >= last || toks[i].Span.End < toks[i+1].Span.Start
	switch {
	case spaceBefore && !spaceAfter:
		if t := toks[i].Text; (t == "”" || t == "’") && closer(toks[i+1].Norm) {
			return closes
		}
		return opens
	case spaceAfter && !spaceBefore:
		return closes
	}
	switch toks[i].Text {
	case "“", "„", "«", "``", "‘", "`":
		return opens
	case "”", "»", "’":
		return closes
	}
	if !spaceBefore && closer(toks[i+1].Norm) {
		return closes
	}
	return either
}

// opener reports whether a mark may stand directly before an opening
// quotation mark.
func opener(norm string) bool {
	switch norm {
	case "(", "[", "{", "--", "-", "/", "'", `"`:
		return true
	}
	return false
}

// closer reports whether a mark may stand directly after a closing one.
func closer(norm string) bool {
	switch norm {
	case ")", "]", "}", "--", "-", ",", ".", ";", ":", "?", "!", "'", `"`, "'s", "/", "...":
		return true
	}
	return false
}

func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// longTerm is the number of words from which a quotation is speech whatever
// its form: titles and coined terms are shorter.
const longTerm = 6

// speech reports whether the quotation is an utterance rather than a term: it
// is long, or it holds a finite verb or ends like a sentence.
func speech(text *language.Text, q *Quotation) bool {
	words, long, finite, title := 0, 0, false, true
	for i := q.First + 1; i < q.Last; i++ {
		tok := &text.Tokens[i]
		if !isLetter(tok.Lower) {
			continue
		}
		words++
		switch tok.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			finite = true
		}
		if r, _ := utf8.DecodeRuneInString(tok.Text); utf8.RuneCountInString(tok.Text) > 3 {
			long++
			title = title && !unicode.IsLower(r)
		}
	}
	title = title && long > 1
	if len(q.Parts) > 1 || words >= longTerm && !title {
		return true
	}
	if words == 0 || title {
		return false
	}
	inner := q.Last - 2
	if !q.Closed {
		inner = q.Last - 1
	}
	end := text.Tokens[max(q.First, inner)].Norm
	return finite || end == "." && words > 1 || end == "!" || end == "?"
}
