package report

import (
	"strings"
	"unicode/utf8"

	"crosscheck/news"
)

// contextBytes bounds how much of a sentence is looked at before and after
// its first differing word: some texts have sentences of megabytes.
const contextBytes = 3000

// context is the words shown for a passage: its sentence, or the span itself
// where no sentence is given; and which of them differ.
func (v *view) context(p news.Passage) []word {
	doc := v.rep.Document(p.Document)
	if doc == nil {
		return nil
	}
	shown, marks := p.Context, p.Marks
	if shown.Empty() {
		shown = p.Span
	}
	shown = news.Span{Start: min(shown.Start, p.Span.Start), End: max(shown.End, p.Span.End)}
	if len(marks) == 0 && p.Span.Len() < shown.Len()*3/4 {
		marks = []news.Span{p.Span}
	}
	middle := p.Span.Start
	if len(marks) > 0 {
		middle = marks[0].Start
	}
	near := news.Span{Start: max(shown.Start, middle-contextBytes), End: min(shown.End, middle+contextBytes)}
	for near.Start > shown.Start && !utf8.RuneStart(doc.Text[near.Start]) {
		near.Start--
	}
	for near.End < shown.End && !utf8.RuneStart(doc.Text[near.End]) {
		near.End++
	}
	words := wordsOf(doc, near, marks)
	if allMarked(words) {
		words = wordsOf(doc, near, nil)
	}
	if near.Start > shown.Start {
		words = append([]word{ellipsis}, words...)
	}
	if near.End < shown.End {
		words = append(words, ellipsis)
	}
	return words
}

// allMarked reports whether every word differs: then marks tell nothing.
func allMarked(words []word) bool {
	for _, w := range words {
		if !w.marked {
			return false
		}
	}
	return true
}

// legendMost bounds how many documents are listed by title.
const legendMost = 12

// Legend gives the titles of documents that are called by their id, because
// an id tells a reader nothing; a text without a title is known by its first
// words.
func (v *view) Legend() []string {
	var out []string
	for _, doc := range v.rep.Documents {
		if doc.Outlet != "" {
			continue
		}
		title := clean(doc.Title)
		if title == "" {
			title = opening(doc.Text)
		}
		if title == "" {
			continue
		}
		line := clean(doc.ID) + ": “" + title + "”"
		if src := clean(doc.Source); src != "" {
			line += ", after " + src
		}
		out = append(out, line)
	}
	if len(out) > legendMost {
		return nil
	}
	return out
}

// openingWords is how many words of a text stand for its title.
const openingWords = 9

func opening(text string) string {
	words := strings.Fields(clean(strings.ToValidUTF8(text[:min(len(text), 40*openingWords)], "")))
	if len(words) > openingWords {
		return strings.Join(words[:openingWords], " ") + " …"
	}
	return strings.Join(words, " ")
}
