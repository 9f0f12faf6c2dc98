package ingest_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest"
	"crosscheck/ingest/feed"
	"crosscheck/ingest/fetch"
)

const (
	lead = "The city council voted on Monday to close the harbour bridge for eleven months, while its cables are taken down and replaced."
	more = "Traffic will be sent over the old crossing in the north, the mayor told reporters after the meeting, which had lasted until midnight."
)

// packed makes an archive of name, content pairs.
func packed(t *testing.T, pairs ...string) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i+1 < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		require.NoError(t, err)
		_, err = f.Write([]byte(pairs[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return buf.String()
}

func word(t *testing.T, paragraphs ...string) string {
	body := ""
	for _, p := range paragraphs {
		body += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
	}
	return packed(t, "word/document.xml", `<w:document><w:body>`+body+`</w:body></w:document>`)
}

func TestFolderOfFormats(t *testing.T) {
	page := "<html><head><title>Bridge to close</title></head><body><h1>Bridge to close</h1><article><p>" + lead + "</p><p>" + more + "</p></article></body></html>"
	loader := ingest.Loader{FS: files("d/a.html", page, "d/b.docx", word(t, "Bridge to close", lead, more), "d/c.txt", "Bridge to close\n\n"+lead+"\n\n"+more,
		"d/picture.jpg", "\xff\xd8\xff", "d/old.doc", "\xd0\xcf\x11\xe0", "d/x.py", "print()")}
	packet, err := loader.Load("d")
	require.NoError(t, err)
	require.Equal(t, []string{"a", "b", "c"}, ids(packet.Documents))
	for _, doc := range packet.Documents {
		assert.Equal(t, "Bridge to close\n\n"+lead+"\n\n"+more, doc.Text, doc.Path)
		assert.Equal(t, "Bridge to close", doc.Title, doc.Path)
		assert.Len(t, doc.Regions, 3, doc.Path)
	}
	require.Len(t, packet.Unread, 1, "a document nobody can read here is named, a picture is not")
	assert.Equal(t, "d/old.doc", packet.Unread[0].Path)
	assert.Contains(t, packet.Notes, "d/x.py: left out, since .py is not a kind of document; name the file to have it read")
}

func TestFolderOfJSON(t *testing.T) {
	loader := &ingest.Loader{FS: files(
		"d/wire.jsonl", `{"id":"w1","text":"`+lead+`"}`+"\n"+`{"id":"w2","text":"`+more+`"}`+"\n",
		"d/item.json", `{"uri":"u","headline":"Bridge to close","body_text":"`+lead+" "+more+`"}`,
		"d/report.json", `{"schema":"crosscheck/report/1","documents":[{"id":"x","text":"`+lead+`"}]}`,
		"d/decisions.jsonl", `{"schema":"crosscheck/decision/1","text":"`+lead+`"}`+"\n",
		"d/package.json", `{"name":"site","version":"1.0.0"}`,
		"d/broken.json", `{"text":`,
		"d/marked.jsonl", "\ufeff"+`{"id":"w3","text":"`+lead+`"}`+"\n"+`{"text":"`+more+`"}`+"\n",
		"d/foreign.json", `{"schema":"https://example.org/article","text":"`+more+` `+lead+`"}`,
		"d/large.json", `[{"id":"large","text":"`+strings.Repeat(more+" ", 1+(1<<20)/len(more))+`"}]`,
	)}
	packet, err := loader.Load("d")
	require.NoError(t, err)
	assert.Equal(t, []string{"foreign", "item", "large", "w3", "marked-2", "w1", "w2"}, ids(packet.Documents), "articles of any size, and neither our own reports nor other data")
	require.Len(t, packet.Unread, 1, "what is damaged may have been an article")
	assert.Equal(t, "d/broken.json", packet.Unread[0].Path)
}

func TestKindByContent(t *testing.T) {
	page := "<!DOCTYPE html><h1>Bridge to close</h1><article><p>" + lead + "</p><p>" + more + "</p></article>"
	loader := ingest.Loader{FS: files("page", page, "word.bin", word(t, lead, more)), Stdin: strings.NewReader(page)}
	packet, err := loader.Load("-", "page", "word.bin")
	require.NoError(t, err)
	for _, doc := range packet.Documents {
		assert.NotContains(t, doc.Text, "<", doc.Path)
		assert.Contains(t, doc.Text, lead, doc.Path)
	}
}

func TestArchive(t *testing.T) {
	loader := ingest.Loader{FS: files("all.zip", packed(t, "b/story.txt", lead, "a/story.txt", more, "README.md", "x", "gold.tsv", "x", "__MACOSX/._a.txt", "x", "empty.txt", ""))}
	packet, err := loader.Load("all.zip")
	require.NoError(t, err)
	assert.Equal(t, []string{"a/story", "b/story"}, ids(packet.Documents))
	assert.Equal(t, "all.zip/a/story.txt", packet.Documents[0].Path)
	require.Len(t, packet.Unread, 1)
	assert.Equal(t, "all.zip/empty.txt", packet.Unread[0].Path)

	loader = ingest.Loader{FS: files("p.zip", packed(t, "packet.yaml", "sources:\n  - {path: b.txt, id: x, outlet: The Gazette}\n  - {path: a.txt, derived_from: x}\n", "a.txt", lead, "b.txt", more, "c.txt", "Not listed."))}
	packet, err = loader.Load("p.zip")
	require.NoError(t, err)
	assert.Equal(t, []string{"x", "a"}, ids(packet.Documents))
	assert.Equal(t, "The Gazette", packet.Documents[0].Outlet)
	assert.Equal(t, "x", packet.Documents[1].DerivedFrom)
}

func TestHostileArchives(t *testing.T) {
	bomb := packed(t, "a.txt", strings.Repeat("word and word ", 8<<20), "b.txt", lead)
	lying := []byte(packed(t, "a.txt", lead))
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[at+24:], 1<<30) // the size it claims once unpacked
	for _, row := range []struct{ reason, data, want string }{
		{"a bomb", bomb, "all.zip/a.txt: 112 MB, and at most 64 MB are read; split it into articles"},
		{"a size of 1 GB declared", string(lying), "all.zip/a.txt: 1024 MB, and at most 64 MB are read; split it into articles"},
		{"a name that leads out", packed(t, "../../etc/cron.txt", lead), "all.zip/../../etc/cron.txt: its name leads out of the archive; pack it again without it"},
		{"an absolute name", packed(t, "/etc/cron.txt", lead), "all.zip//etc/cron.txt: its name leads out of the archive; pack it again without it"},
		{"a name with backslashes", packed(t, `..\cron.txt`, lead), `all.zip/..\cron.txt: its name leads out of the archive; pack it again without it`},
		{"an archive inside", packed(t, "in.zip", packed(t, "a.txt", lead)), "all.zip/in.zip: an archive inside an archive is not read; unpack it first"},
		{"cut off", packed(t, "a.txt", lead)[:60], "all.zip: not a ZIP archive, or a damaged one; pack it again"},
		{"nothing to read in it", packed(t, "a.csv", "1"), "all.zip: no document in this archive; pack articles (.txt, .html, .docx, .pdf) into it"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			packet, err := (&ingest.Loader{FS: files("all.zip", row.data)}).Load("all.zip")
			said := ""
			for _, u := range packet.Unread {
				said += u.Path + ": " + u.Reason
			}
			assert.Contains(t, said, row.want)
			assert.Equal(t, len(packet.Documents) == 0, err != nil)
		})
	}
}

func TestFeed(t *testing.T) {
	body := "&lt;p&gt;" + lead + "&lt;/p&gt;&lt;p&gt;" + more + "&lt;/p&gt;&lt;figure&gt;&lt;figcaption&gt;The bridge&lt;/figcaption&gt;&lt;/figure&gt;"
	rss := `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>
<item><title>Bridge to close</title><link>https://example.org/1</link><pubDate>Wed, 03 Jul 2013 13:38:00 GMT</pubDate><description>Short.</description><content:encoded>` + body + `</content:encoded></item>
<item><title>Summary only</title><description>Short.</description></item></channel></rss>`
	atom := `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title><entry><title>Bridge to close</title><link href="https://example.org/1"/><published>2013-07-03T13:38:00Z</published><content type="html">` + body + `</content></entry></feed>`
	loader := ingest.Loader{FS: files("a.rss", rss, "b.atom", atom, "c.xml", rss)}
	packet, err := loader.Load("a.rss", "b.atom", "c.xml")
	require.NoError(t, err)
	require.Len(t, packet.Documents, 3)
	for _, doc := range packet.Documents {
		assert.Equal(t, "Bridge to close\n\n"+lead+"\n\n"+more+"\n\nThe bridge", doc.Text, doc.Path)
		assert.Equal(t, "The Gazette", doc.Outlet)
		assert.Equal(t, "https://example.org/1", doc.URL)
		assert.Equal(t, "2013-07-03", doc.Published.Format("2006-01-02"))
	}
	assert.Contains(t, packet.Notes, "a.rss: 1 of 2 entries left out, since they carry only a summary")

	for reason, data := range map[string]string{
		"an entity bomb":      `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><rss version="2.0"><channel><item><title>&c;</title><description>&c;</description></item></channel></rss>`,
		"an external entity":  `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><description>&a;</description></item></channel></rss>`,
		"nested deep":         `<rss version="2.0"><channel>` + strings.Repeat("<item>", 50_000),
		"cut off":             rss[:300],
		"no entry has a text": `<rss version="2.0"><channel><title>x</title></channel></rss>`,
	} {
		_, err := (&ingest.Loader{FS: files("a.rss", data)}).Load("a.rss")
		assert.Error(t, err, reason)
	}
}

func TestJSON(t *testing.T) {
	for _, row := range []struct {
		reason, name, data string
		fields             feed.Fields
		ids                []string
	}{
		{"one article, usual names", "a.json", `{"title":"Bridge to close","content":"` + lead + `\n\n` + more + `","publisher":"The Gazette","date":"2013-07-03","url":"https://example.org/1"}`, feed.Fields{}, []string{"a"}},
		{"a list, ids their own", "a.json", `[{"id":"x","headline":"Bridge to close","body":["` + lead + `","` + more + `"],"publisher":"The Gazette","published":"2013-07-03T13:38:00Z","link":"https://example.org/1"}]`, feed.Fields{}, []string{"x"}},
		{"an object that holds a list", "a.json", `{"count":1,"articles":[{"title":"Bridge to close","text":"<p>` + lead + `</p><p>` + more + `</p>","outlet":"The Gazette","published":"2013-07-03","url":"https://example.org/1"}]}`, feed.Fields{}, []string{"a"}},
		{"names given, one inside an object", "a.jsonl", `{"k":{"words":"` + lead + `\n` + more + `"},"h":"Bridge to close","who":"The Gazette","when":"July 3, 2013","where":"https://example.org/1","n":17}` + "\n", feed.Fields{Text: "k.words", Title: "h", Outlet: "who", Published: "when", URL: "where", ID: "n"}, []string{"17"}},
		{"ninjs 1", "a.json", `{"uri":"https://example.org/1","type":"text","versioncreated":"2013-07-03T13:38:00Z","headline":"Bridge to close","body_xhtml":"<p>` + lead + `</p><p>` + more + `</p>","copyrightholder":"The Gazette"}`, feed.Fields{}, []string{"a"}},
		{"ninjs 2", "a.json", `{"uri":"https://example.org/1","versioncreated":"2013-07-03T13:38:00Z","headlines":[{"value":"Bridge to close"}],"bodies":[{"role":"short","value":"Bridge."},{"role":"main","contentType":"text/plain","value":"` + lead + `\n` + more + `"}],"infosources":[{"role":"cool","name":"The Gazette"}]}`, feed.Fields{}, []string{"a"}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			loader := ingest.Loader{FS: files(row.name, row.data), Fields: row.fields}
			packet, err := loader.Load(row.name)
			require.NoError(t, err)
			require.Equal(t, row.ids, ids(packet.Documents))
			doc := packet.Documents[0]
			assert.Equal(t, "Bridge to close\n\n"+lead+"\n\n"+more, doc.Text)
			assert.Equal(t, "Bridge to close", doc.Title)
			assert.Equal(t, "The Gazette", doc.Outlet)
			assert.Equal(t, "2013-07-03", doc.Published.Format("2006-01-02"))
			assert.Equal(t, "https://example.org/1", doc.URL)
		})
	}
}

func TestJSONRefuses(t *testing.T) {
	for _, row := range []struct{ reason, data, want string }{
		{"no text field", `{"titel":"a","inhalt":"b"}`, `no field "text" with words in it; name the field that holds the text (there are inhalt, titel)`},
		{"damaged", `{"text":"a"`, "damaged JSON after 0 articles"},
		{"no object", `[1,2]`, "damaged JSON"},
		{"null", `null`, "no field"},
		{"nested deep", strings.Repeat(`{"a":`, 100_000), "damaged JSON"},
	} {
		_, err := (&ingest.Loader{FS: files("a.json", row.data)}).Load("a.json")
		require.Error(t, err, row.reason)
		assert.Contains(t, err.Error(), row.want, row.reason)
	}
	packet, err := (&ingest.Loader{FS: files("a.jsonl", `{"id":"x","text":"`+lead+`"}`+"\n"+`{"id":"x","text":"`+more+`"}`+"\n"+`{"text":" "}`)}).Load("a.jsonl")
	require.NoError(t, err)
	assert.Equal(t, []string{"x", "a-2"}, ids(packet.Documents), "an id twice is nobody's")
	assert.Equal(t, []string{"a.jsonl: 1 of 3 articles left out, since their text is empty"}, packet.Notes)
}

func TestWebAddress(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<h1>Bridge to close</h1><article><p>" + lead + "</p><p>" + more + "</p></article>"))
	}))
	defer site.Close()
	loader := ingest.Loader{FS: fstest.MapFS{}, Web: &fetch.Fetcher{AllowPrivate: true}}
	packet, err := loader.Load(site.URL + "/news/story-1?utm=x")
	require.NoError(t, err)
	assert.Equal(t, []string{"story-1"}, ids(packet.Documents))
	assert.Equal(t, site.URL+"/news/story-1?utm=x", packet.Documents[0].URL)
	require.Len(t, packet.Fetched, 1, "a copy to keep")
	assert.Contains(t, string(packet.Fetched[0].Data), lead)

	_, err = (&ingest.Loader{FS: fstest.MapFS{}}).Load(site.URL)
	assert.ErrorContains(t, err, "private network")
}
