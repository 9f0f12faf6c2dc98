package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/news"
)

// FuzzDOCX holds that any text with findings anywhere in it makes well-formed
// parts, with every comment begun, ended and referred to once.
func FuzzDOCX(f *testing.F) {
	f.Add("One two\n\nthree", 0, 3, 4, 14)
	f.Add("\r\n\t“a” \x00\u202e<&>]]>\ufffe", 2, 9, 2, 9)
	f.Add("", 0, 0, 0, 0)
	f.Add("\n\n\n", 1, 2, 0, 3)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if !utf8.ValidString(text) {
			return
		}
		doc := &news.Document{ID: "d", Text: text}
		rep := &news.Report{Schema: SchemaReport, Draft: "d", Documents: []*news.Document{doc}, Extractions: map[string]news.Extraction{}}
		for _, s := range []news.Span{{Start: a, End: b}, {Start: c, End: d}} {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End || !utf8.ValidString(text[s.Start:s.End]) || !utf8.ValidString(text[:s.Start]) {
				return
			}
			rep.Findings = append(rep.Findings, news.Finding{ID: "f", Severity: news.Low, Message: text, Evidence: []news.Passage{{Document: "d", Side: "a", Span: s}}})
		}
		var out bytes.Buffer
		if err := Write(&out, "docx", rep, Options{}); err != nil {
			t.Fatal(err)
		}
		body, comments := part(t, out.String(), "word/document.xml"), part(t, out.String(), "word/comments.xml")
		for _, text := range []string{body, comments} {
			dec := xml.NewDecoder(strings.NewReader(text))
			var err error
			for err == nil {
				_, err = dec.Token()
			}
			if !errors.Is(err, io.EOF) {
				t.Fatal(err)
			}
		}
		n := strings.Count(comments, "<w:comment ")
		for _, mark := range []string{"<w:commentRangeStart ", "<w:commentRangeEnd ", "<w:commentReference "} {
			if got := strings.Count(body, mark); got != n {
				t.Fatalf("%d of %s for %d comments", got, mark, n)
			}
		}
	})
}
