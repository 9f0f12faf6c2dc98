package web

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// read reads a page and lists its regions as "kind: text".
func read(t *testing.T, page string) (*news.Document, []string) {
	t.Helper()
	doc := &news.Document{}
	require.NoError(t, Read(doc, []byte(page), ""))
	var out []string
	for _, r := range doc.Regions {
		out = append(out, string(r.Kind)+": "+doc.At(r.Span))
	}
	return doc, out
}

// two paragraphs long enough to be a story.
const (
	one = "The city council voted on Monday to close the harbour bridge for eleven months, while its cables are taken down and replaced."
	two = "Traffic will be sent over the old crossing in the north, the mayor told reporters after the meeting, which had lasted until midnight."
)

func TestHostilePages(t *testing.T) {
	for _, row := range []struct {
		reason, page string
		want         []string
	}{
		{"scripts, handlers and addresses give no text", `<h1>Bridge to close</h1><article><p onclick="alert('click')">` + one + `</p><script>alert("script")</script><p><a href="javascript:alert(1)">` + two + `</a></p><style>p{content:"style"}</style><iframe src="x">frame</iframe><svg><text>drawn</text></svg><noscript>noscript</noscript><p>` + one + ` Again.</p><object>object</object></article>`,
			[]string{"headline: Bridge to close", "body: " + one, "body: " + two, "body: " + one + " Again."}},
		{"hidden text is not read", `<h1>Bridge to close</h1><article><p>` + one + `</p><p style="display: none">` + two + ` Hidden.</p><p hidden>Hidden.</p><p aria-hidden="true">Hidden.</p><p>` + two + `</p></article>`,
			[]string{"headline: Bridge to close", "body: " + one, "body: " + two}},
		{"control characters, overrides of direction and zero-width marks go", "<h1>Bridge to close</h1><article><p>" + strings.Replace(one, "city", "ci\u202e\u200bty\u0007", 1) + "</p><p>" + two + "</p></article>",
			[]string{"headline: Bridge to close", "body: " + one, "body: " + two}},
		{"markup in entities stays text", `<h1>Bridge to close</h1><article><p>The note said &lt;script&gt;alert(1)&lt;/script&gt;. ` + one + `</p><p>` + two + `</p></article>`,
			[]string{"headline: Bridge to close", "body: The note said <script>alert(1)</script>. " + one, "body: " + two}},
		{"JSON-LD that is no JSON", `<script type="application/ld+json">{"@type":"NewsArticle",,}</script><h1>Bridge to close</h1><article><p>` + one + `</p><p>` + two + `</p></article>`,
			[]string{"headline: Bridge to close", "body: " + one, "body: " + two}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, got := read(t, row.page)
			assert.Equal(t, row.want, got)
		})
	}
}

func TestMetadata(t *testing.T) {
	story := `<h1>Bridge to close</h1><article><p>` + one + `</p><p>` + two + `</p></article>`
	for _, row := range []struct{ reason, page, outlet, day, url string }{
		{"JSON-LD in a graph", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Bridge to close","datePublished":"2013-07-03T13:38:00+02:00","publisher":{"@type":"NewsMediaOrganization","name":"The Gazette"}}]}</script><link rel="canonical" href="https://example.org/a">` + story, "The Gazette", "2013-07-03", "https://example.org/a"},
		{"JSON-LD in a list, with a raw line break in a string", "<script type=\"application/ld+json\">[{\"@type\":\"NewsArticle\",\"description\":\"a\nb\",\"datePublished\":\"2013-07-03\",\"publisher\":[{\"name\":\"The Gazette\"}]}]</script>" + story, "The Gazette", "2013-07-03", ""},
		{"OpenGraph", `<meta property="og:site_name" content="The Gazette"><meta property="article:published_time" content="2013-07-03T13:38:00Z"><meta property="og:url" content="https://example.org/a">` + story, "The Gazette", "2013-07-03", "https://example.org/a"},
		{"a page's own date and rights", `<p class="byline">By Jane Doe, July 3, 2013</p>` + story + `<footer>© 2013 The Gazette. All rights reserved.</footer>`, "The Gazette", "2013-07-03", ""},
		{"nothing stated, nothing invented", story, "", "0001-01-01", ""},
		{"an address that is none", `<link rel="canonical" href="javascript:alert(1)">` + story, "", "0001-01-01", ""},
	} {
		t.Run(row.reason, func(t *testing.T) {
			doc, _ := read(t, row.page)
			assert.Equal(t, row.outlet, doc.Outlet)
			assert.Equal(t, row.day, doc.Published.Format(time.DateOnly))
			assert.Equal(t, row.url, doc.URL)
			assert.Equal(t, "Bridge to close", doc.Title)
		})
	}
}

func TestCharset(t *testing.T) {
	page := "<meta charset=windows-1252><h1>Bridge to close</h1><article><p>\x93" + one + "\x94</p><p>" + two + "</p></article>"
	_, got := read(t, page)
	assert.Equal(t, "body: “"+one+"”", got[1])
}

func TestUnreadable(t *testing.T) {
	for reason, row := range map[string]struct{ page, want string }{
		"no words":    {"<html><body><img src=x></body></html>", "no article found in this page; save its text"},
		"no page":     {"", "no article found in this page; save its text"},
		"nested deep": {strings.Repeat("<div>", 100_000) + one, "the page cannot be taken apart"},
		"too large":   {strings.Repeat("<p>word</p>", 2<<20), "the page has 22 MB, and at most 16 MB are read; save its text"},
	} {
		err := Read(&news.Document{}, []byte(row.page), "")
		require.Error(t, err, reason)
		assert.Contains(t, err.Error(), row.want, reason)
	}
}

// TestLargePages ends in seconds and in bounded memory.
func TestLargePages(t *testing.T) {
	para := "<p class='related share a-b-c'>" + one + "</p>"
	for reason, page := range map[string]string{
		"many paragraphs":  "<h1>Bridge to close</h1><article>" + strings.Repeat(para, 8_000) + "</article>",
		"deep and wide":    strings.Repeat("<div class='x y z related'>", 400) + strings.Repeat(para, 4_000),
		"attributes":       "<p " + strings.Repeat("a=b ", 200_000) + ">" + one + two,
		"one long line":    "<article><p>" + strings.Repeat(one+" ", 30_000) + "</p></article>",
		"unclosed formats": "<article>" + strings.Repeat("<b><i><p>word", 20_000),
		"line breaks":      "<div>" + strings.Repeat("word<br>", 200_000) + "</div>",
	} {
		start := time.Now()
		_ = Read(&news.Document{}, []byte(page), "")
		t.Logf("%s: %v", reason, time.Since(start)) // growth beyond linear runs into the deadline of go test
	}
}

func FuzzRead(f *testing.F) {
	for _, l := range layouts[:6] {
		f.Add([]byte(l.write(makeTale(6))))
	}
	f.Add([]byte("<p>a<br><br>b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := &news.Document{}
		if Read(doc, data, "") != nil {
			return
		}
		at := 0
		for _, r := range doc.Regions {
			require.GreaterOrEqual(t, r.Start, at)
			at = r.End
			require.False(t, bytes.ContainsAny([]byte(doc.At(r.Span)), "\x00\x07"))
		}
		require.LessOrEqual(t, at, len(doc.Text))
	})
}

func BenchmarkRead(b *testing.B) {
	page := []byte(layouts[5].write(makeTale(1)))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		_ = Read(&news.Document{}, page, "")
	}
}
