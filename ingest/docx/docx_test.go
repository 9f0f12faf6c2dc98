package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// file packs parts into an archive: name, content pairs.
func file(t testing.TB, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		require.NoError(t, err)
		_, err = f.Write([]byte(parts[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return buf.Bytes()
}

// text wraps paragraphs into a main part.
func text(body string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="x"><w:body>` + body + `<w:sectPr><w:pgSz/></w:sectPr></w:body></w:document>`
}

func para(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }

func styled(style, s string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + s + "</w:t></w:r></w:p>"
}

const lead = "The city council voted on Monday to close the harbour bridge for eleven months."

func TestRead(t *testing.T) {
	for _, row := range []struct {
		reason, body string
		want         []string
	}{
		{"styles name headline, deck, crosshead and caption", styled("Title", "Bridge to close") + styled("Subtitle", "Traffic sent north") + para(lead) + styled("Heading2", "The ferry") + para(lead+" Again.") + styled("Caption", "The bridge"),
			[]string{"headline: Bridge to close", "deck: Traffic sent north", "body: " + lead, "body: The ferry", "body: " + lead + " Again.", "caption: The bridge"}},
		{"runs of one paragraph are one line; tabs and breaks are spaces", `<w:p><w:r><w:t xml:space="preserve">The city </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>council</w:t><w:tab/><w:t>voted</w:t><w:br/><w:t>on Monday, twenty</w:t><w:noBreakHyphen/><w:t>one to three.</w:t></w:r></w:p>`,
			[]string{"body: The city council voted on Monday, twenty-one to three."}},
		{"changes are read as accepted", `<w:p><w:r><w:t xml:space="preserve">At least </w:t></w:r><w:del><w:r><w:delText>44</w:delText></w:r></w:del><w:ins><w:r><w:t>48</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> cars were counted on the old crossing.</w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>Moved away.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>`,
			[]string{"body: At least 48 cars were counted on the old crossing.", "body: Moved here."}},
		{"a deleted paragraph end joins two paragraphs", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">The city council voted on Monday </w:t></w:r></w:p>` + para("to close the bridge."),
			[]string{"body: The city council voted on Monday to close the bridge."}},
		{"a deleted row is gone", `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>` + para("Gone.") + `</w:tc></w:tr><w:tr><w:tc>` + para(lead) + `</w:tc></w:tr></w:tbl>`, []string{"body: " + lead}},
		{"comments, field codes and what is kept for old programs give no text", `<w:p><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">` + lead + `</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:fldChar/><w:instrText>HYPERLINK "http://example.org"</w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t xml:space="preserve"> Once.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> Twice.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`,
			[]string{"body: " + lead + " Once."}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			doc := &news.Document{}
			require.NoError(t, Read(doc, file(t, "word/document.xml", text(row.body), "word/comments.xml", "<w:comments><w:comment>"+para("A remark.")+"</w:comment></w:comments>")))
			var got []string
			for _, r := range doc.Regions {
				got = append(got, string(r.Kind)+": "+doc.At(r.Span))
			}
			assert.Equal(t, row.want, got)
		})
	}
}

func TestFootnotesAndPlaces(t *testing.T) {
	doc := &news.Document{}
	notes := `<w:footnotes><w:footnote w:type="separator" w:id="-1">` + para("-") + `</w:footnote><w:footnote w:id="1">` + para("Minutes of the council, p. 3.") + `</w:footnote></w:footnotes>`
	require.NoError(t, Read(doc, file(t, "word/document.xml", text(styled("Heading1", "Bridge to close")+para("")+para(lead)), "word/footnotes.xml", notes)))
	assert.Equal(t, "Bridge to close\n\n"+lead+"\n\nMinutes of the council, p. 3.", doc.Text)
	assert.Equal(t, "Bridge to close", doc.Title)
	assert.Equal(t, 3, doc.OriginAt(strings.Index(doc.Text, "council")).Paragraph, "empty paragraphs are counted as Word counts them")
	assert.Equal(t, 0, doc.OriginAt(strings.Index(doc.Text, "Minutes")).Paragraph, "a footnote is no paragraph of the main text")
}

func TestHostileFiles(t *testing.T) {
	for _, row := range []struct {
		reason string
		data   []byte
		want   string
	}{
		{"no archive", []byte("PK\x03\x04 broken"), "not a Word file, or a damaged one"},
		{"no text part", file(t, "word/other.xml", "<x/>"), "no Word text in this archive"},
		{"nothing in it", file(t, "word/document.xml", text(para(" "))), "the Word file holds no words"},
		{"an entity bomb", file(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`+text(para("&b;"))), "the Word text is damaged"},
		{"an external entity", file(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`+text(para("&a;"))), "the Word text is damaged"},
		{"cut off", file(t, "word/document.xml", text(para(lead))[:120]), "the Word text is damaged"},
		{"an end without a beginning", file(t, "word/document.xml", "</w:p>"), "the Word text is damaged"},
		{"nested deep", file(t, "word/document.xml", strings.Repeat("<w:sdt>", 5000)), "nested too deeply"},
		{"a bomb", file(t, "word/document.xml", text(strings.Repeat("<w:p/>", 6<<20))), "more than 32 MB of text"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			err := Read(&news.Document{}, row.data)
			require.Error(t, err)
			assert.Contains(t, err.Error(), row.want)
		})
	}
}

func TestBrokenRelationsDoNotMatter(t *testing.T) {
	doc := &news.Document{}
	require.NoError(t, Read(doc, file(t, "[Content_Types].xml", "<broken", "word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/>`,
		"word/document.xml", text(`<w:p><w:hyperlink r:id="rId99"><w:r><w:t>`+lead+`</w:t></w:r></w:hyperlink></w:p>`))))
	assert.Equal(t, lead, doc.Text)
}

func FuzzRead(f *testing.F) {
	f.Add(text(para(lead)))
	f.Add(text(`<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p></w:p>`))
	f.Add(text(`<w:tbl><w:tr><w:trPr><w:del/></w:trPr></w:tr></w:tbl><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>`))
	f.Fuzz(func(t *testing.T, s string) {
		doc := &news.Document{}
		if Read(doc, file(t, "word/document.xml", s)) == nil {
			require.NotEmpty(t, doc.Text)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := file(b, "word/document.xml", text(strings.Repeat(para(lead), 200)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := Read(&news.Document{}, data); err != nil {
			b.Fatal(fmt.Sprint(err))
		}
	}
}
