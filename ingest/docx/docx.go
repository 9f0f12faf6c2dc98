// Package docx turns a Word document into a document: title, headings, body,
// tables, captions and footnotes, in reading order, each paragraph with its
// number in the file.
//
// The text is what a reader sees once every tracked change is accepted:
// insertions are read, deletions are not. Comments are somebody's remarks
// about the text and are left out, as are headers, footers and field codes.
//
// It reads the archive and its XML itself, with bounds on everything a file
// could claim: entries, sizes once unpacked, depth. External entities and
// relations are never followed, and the parser knows no entity but XML's five.
package docx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"crosscheck/ingest/page"
	"crosscheck/internal/zipx"
	"crosscheck/news"
)

// Bounds on what a file may hold once unpacked.
const (
	maxPart  = 32 << 20 // bytes of one part
	maxDepth = 256      // XML elements inside each other
	maxParts = 10_000   // entries in the archive
)

// Read turns a file into doc's text, regions and paragraph numbers.
func Read(doc *news.Document, data []byte) error {
	archive, err := zipx.Open(data, maxParts)
	if errors.Is(err, zipx.ErrDamaged) {
		return errors.New("not a Word file, or a damaged one; open it in Word and save it again")
	}
	if err != nil {
		return fmt.Errorf("not a Word file: %w; save it again", err)
	}
	main := part(archive, "word/document.xml")
	if main == nil {
		return errors.New("no Word text in this archive; save the article as .docx again")
	}
	r := &reader{}
	if err := r.read(main); err != nil {
		return fmt.Errorf("the Word text is damaged (%w); open it in Word and save it again", err)
	}
	r.flush()
	for _, name := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		notes := part(archive, name)
		if notes == nil {
			continue
		}
		r.notes = true
		if err := r.read(notes); err != nil {
			return fmt.Errorf("the footnotes are damaged (%w); open the file in Word and save it again", err)
		}
	}
	r.flush()
	if len(r.parts) == 0 {
		return errors.New("the Word file holds no words; save the article again or leave it out")
	}
	page.Build(doc, r.parts)
	return nil
}

func part(archive *zip.Reader, name string) *zip.File {
	for _, f := range archive.File {
		if strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			return f
		}
	}
	return nil
}

// reader collects paragraphs from the parts of one file.
type reader struct {
	parts []page.Part
	notes bool // reading footnotes
	main  int  // paragraphs begun in the main text, empty ones too

	open       []string     // elements, the innermost last
	row        int          // depth of the table row, or 0
	paragraphs []*paragraph // open, the innermost last: a text box sits inside a paragraph
	carried    string       // text of a paragraph whose end was deleted: the next goes on with it
	skip       int          // depth below an element that gives no text; 0 outside
	titled     bool
}

// paragraph is a paragraph that is being read.
type paragraph struct {
	text   strings.Builder
	style  string
	number int
	joined bool // its end is deleted: the next paragraph is one with it
}

// silent elements give no text of the document: deletions, moved-away text,
// field codes, comments, and what Word keeps for older programs.
var silent = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "instrText": true, "delInstrText": true, "comment": true, "Fallback": true,
	"sdtPr": true, "sectPr": true, "tblPr": true, "footnoteRef": true, "endnoteRef": true, "docPartObj": true,
}

// read walks one part.
func (r *reader) read(f *zip.File) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: maxPart}
	dec := xml.NewDecoder(limited)
	dec.Strict = true
	inText := false
	r.open = r.open[:0]
	for {
		tok, err := dec.RawToken()
		switch {
		case err == io.EOF && limited.N > 0:
			if len(r.open) != 0 {
				return errors.New("it ends in the middle")
			}
			return nil
		case limited.N <= 0:
			return fmt.Errorf("more than %d MB of text", maxPart>>20)
		case err != nil:
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if len(r.open) == maxDepth {
				return errors.New("elements nested too deeply")
			}
			r.open = append(r.open, t.Name.Local)
			inText = t.Name.Local == "t" && t.Name.Space != "a"
			r.start(t, len(r.open))
		case xml.EndElement:
			if len(r.open) == 0 {
				return errors.New("an element ends that never began")
			}
			inText = false
			r.end(t.Name.Local, len(r.open))
			r.open = r.open[:len(r.open)-1]
		case xml.CharData:
			if inText && r.skip == 0 {
				r.write(string(t))
			}
		}
	}
}

func (r *reader) start(t xml.StartElement, depth int) {
	name := t.Name.Local
	switch {
	case r.skip > 0:
	case name == "tr":
		r.row = depth
	case (name == "del" || name == "moveFrom") && r.inside("trPr"):
		r.skip = r.row // the row's start is past; its cells follow
	case (name == "del" || name == "moveFrom") && r.inside("rPr") && len(r.paragraphs) > 0:
		r.paragraphs[len(r.paragraphs)-1].joined = true
	case silent[name] || name == "footnote" && separator(t) || name == "endnote" && separator(t):
		r.skip = depth
	case name == "p" && t.Name.Space != "a":
		p := &paragraph{}
		if !r.notes {
			r.main++
			p.number = r.main
		}
		r.paragraphs = append(r.paragraphs, p)
	case name == "pStyle" && len(r.paragraphs) > 0:
		r.paragraphs[len(r.paragraphs)-1].style = strings.ToLower(value(t))
	case name == "tab" || name == "br" || name == "cr":
		r.write(" ")
	case name == "noBreakHyphen":
		r.write("-")
	}
}

func (r *reader) end(name string, depth int) {
	if r.skip > 0 {
		if depth == r.skip {
			r.skip = 0
		}
		return
	}
	if name != "p" || len(r.paragraphs) == 0 {
		return
	}
	p := r.paragraphs[len(r.paragraphs)-1]
	r.paragraphs = r.paragraphs[:len(r.paragraphs)-1]
	text := r.carried + p.text.String()
	if r.carried = ""; p.joined {
		r.carried = text
		return
	}
	if strings.TrimSpace(text) != "" {
		r.parts = append(r.parts, page.Part{Text: text, Kind: r.kind(p.style), Paragraph: p.number})
	}
}

// flush keeps text whose next paragraph never came.
func (r *reader) flush() {
	if strings.TrimSpace(r.carried) != "" {
		r.parts = append(r.parts, page.Part{Text: r.carried, Paragraph: r.main})
	}
	r.carried, r.paragraphs, r.skip = "", nil, 0
}

// inside reports whether the innermost element stands in one of that name.
func (r *reader) inside(name string) bool {
	return len(r.open) > 1 && r.open[len(r.open)-2] == name
}

// write adds text to the innermost open paragraph.
func (r *reader) write(s string) {
	if n := len(r.paragraphs); n > 0 {
		r.paragraphs[n-1].text.WriteString(s)
	}
}

// kind is what a paragraph style says of its paragraph: the first title or
// top heading is the headline, other headings belong to the text.
func (r *reader) kind(style string) news.RegionKind {
	switch {
	case r.notes:
		return news.Body
	case style == "title" || style == "heading1" || style == "heading 1":
		if !r.titled {
			r.titled = true
			return news.Headline
		}
		return news.Body
	case style == "subtitle":
		return news.Deck
	case strings.HasPrefix(style, "heading"):
		return news.Body
	case style == "caption":
		return news.Caption
	case strings.HasPrefix(style, "toc"):
		return news.Furniture
	}
	return ""
}

// separator reports whether a note is only the line Word draws above notes.
func separator(t xml.StartElement) bool {
	for _, a := range t.Attr {
		if a.Name.Local == "type" {
			return strings.Contains(strings.ToLower(a.Value), "separator") || a.Value == "continuationNotice"
		}
	}
	return false
}

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}
