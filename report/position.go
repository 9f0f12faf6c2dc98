package report

import (
	"strings"
	"unicode/utf8"

	"crosscheck/news"
)

// stride is how many bytes lie between two known positions of a document.
const stride = 4096

// locator answers news.Document.Position for many offsets of a long document:
// it walks the text once and remembers where it was at every stride.
type locator struct {
	doc   *news.Document
	known []point // known[i] is the position of byte i*stride
}

type point struct{ line, column int }

func newLocator(doc *news.Document) *locator {
	l := &locator{doc: doc, known: []point{{1, 1}}}
	for at := stride; at <= len(doc.Text); at += stride {
		l.known = append(l.known, l.known[len(l.known)-1].after(doc.Text[at-stride:at]))
	}
	return l
}

// after is the position behind text that begins at p. Bytes inside a letter
// count for nothing, so text may be cut anywhere.
func (p point) after(text string) point {
	if n := strings.Count(text, "\n"); n > 0 {
		p.line += n
		p.column = 1
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			p.column++
		}
	}
	return p
}

// position is Document.Position.
func (l *locator) position(offset int) (line, column int) {
	offset = max(0, min(offset, len(l.doc.Text)))
	i := offset / stride
	p := l.known[i].after(l.doc.Text[i*stride : offset])
	return p.line, p.column
}

// locators holds one locator for each document that was asked about.
type locators map[*news.Document]*locator

func (ls locators) position(doc *news.Document, offset int) (line, column int) {
	if ls[doc] == nil {
		ls[doc] = newLocator(doc)
	}
	return ls[doc].position(offset)
}
