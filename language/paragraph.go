package language

import (
	"sort"
	"strings"
	"unicode/utf8"

	"crosscheck/news"
)

// line is one line of the text without its break; width is in characters,
// first the width of its first word.
type line struct {
	span         news.Span
	width, first int
}

// The bounds of wrapped text: a text counts as wrapped at a fixed width when
// at least minBreaks line breaks stand inside blocks, its lines are at most
// maxWidth characters, and wrapShare of the breaks stand where the next word
// would not have fitted.
const (
	minBreaks = 3
	maxWidth  = 110
	minWidth  = 40
	wrapShare = 0.85
)

// paragraphs returns the span of each paragraph, without the space around it.
func paragraphs(doc *news.Document) []news.Span {
	lines := splitLines(doc.Text)
	width := wrapWidth(lines)
	var out []news.Span
	open := false
	for i, l := range lines {
		if l.span.Empty() {
			open = false
			continue
		}
		joined := open && width > 0 && soft(lines[i-1], l, width) && !regionBreak(doc, lines[i-1].span, l.span)
		if joined {
			out[len(out)-1].End = l.span.End
		} else {
			out = append(out, l.span)
		}
		open = true
	}
	return out
}

// regionBreak reports whether a region begins between two lines.
func regionBreak(doc *news.Document, before, after news.Span) bool {
	i := sort.Search(len(doc.Regions), func(i int) bool { return doc.Regions[i].Start > before.Start })
	return i < len(doc.Regions) && doc.Regions[i].Start <= after.Start
}

// soft reports whether the break between two lines only wraps: the next
// line's first word would have passed the width.
func soft(before, after line, width int) bool { return before.width+1+after.first > width }

// wrapWidth returns the width in characters at which the text is wrapped, or
// 0 where each line is a paragraph.
func wrapWidth(lines []line) int {
	width := 0
	for _, l := range lines {
		if l.first < l.width { // a lone long word, such as a URL, says nothing
			width = max(width, l.width)
		}
	}
	if width < minWidth || width > maxWidth {
		return 0
	}
	breaks, wraps := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i-1].width > 0 && lines[i].width > 0 {
			breaks++
			if soft(lines[i-1], lines[i], width) {
				wraps++
			}
		}
	}
	if breaks < minBreaks || float64(wraps) < wrapShare*float64(breaks) {
		return 0
	}
	return width
}

// splitLines parts the text at line breaks of any platform; each line's span
// leaves out the white space around it.
func splitLines(text string) []line {
	var out []line
	for start := 0; start <= len(text); {
		end, next := len(text), len(text)+1
		if i := strings.IndexAny(text[start:], "\n\r\v\f\u0085\u2028\u2029"); i >= 0 {
			end = start + i
			_, size := utf8.DecodeRuneInString(text[end:])
			next = end + size
			if strings.HasPrefix(text[end:], "\r\n") {
				next = end + 2
			}
		}
		out = append(out, measure(text, trim(text, news.Span{Start: start, End: end})))
		start = next
	}
	return out
}

// measure counts the characters of a line and of its first word.
func measure(text string, span news.Span) line {
	words := text[span.Start:span.End]
	first := words
	if i := strings.IndexByte(words, ' '); i >= 0 {
		first = words[:i]
	}
	return line{span, utf8.RuneCountInString(words), utf8.RuneCountInString(first)}
}

// trim narrows a span to leave out the white space at its ends.
func trim(text string, span news.Span) news.Span {
	for span.Start < span.End {
		r, size := decode(text[:span.End], span.Start)
		if !isSpace(r) {
			break
		}
		span.Start += size
	}
	for span.Start < span.End {
		r, size := utf8.DecodeLastRuneInString(text[span.Start:span.End])
		if !isSpace(r) {
			break
		}
		span.End -= size
	}
	return span
}
