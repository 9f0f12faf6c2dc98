package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest/fetch"
	"crosscheck/pipeline"
)

func TestFileName(t *testing.T) {
	for _, row := range []struct{ address, kind, want, reason string }{
		{"https://example.org/news/a story?id=1", "text/html", "example.org-news-a-story.html", "no blanks, no query, an ending"},
		{"https://example.org/../../etc/passwd", "text/plain", "example.org-..-..-etc-passwd", "no folders"},
		{"https://example.org/a.html", "text/html; charset=utf-8", "example.org-a.html", "the ending it has"},
		{"https://example.org/", "text/html", "example.org.html", "the front page"},
		{"https://example.org/" + strings.Repeat("x", 300), "text/plain", "example.org-" + strings.Repeat("x", 68), "short enough for any disk"},
	} {
		assert.Equal(t, row.want, fileName(fetch.Page{Address: row.address, ContentType: row.kind}), row.reason)
	}
}

func TestFetchedPagesAreKept(t *testing.T) {
	var messages bytes.Buffer
	a := &app{stderr: &messages}
	dir := t.TempDir()
	s := &shared{outputFile: filepath.Join(dir, "report.html")}
	var opt pipeline.Options
	require.NoError(t, a.applySources(s, &opt))
	opt.Fetched(fetch.Page{Address: "https://example.org/a", ContentType: "text/html", Data: []byte("<p>x")})
	kept, err := os.ReadFile(filepath.Join(dir, "report.html.example.org-a.html"))
	require.NoError(t, err)
	assert.Equal(t, "<p>x", string(kept), "as it came")

	messages.Reset()
	s.outputFile = ""
	opt.Fetched(fetch.Page{Address: "https://example.org/a"})
	assert.Contains(t, messages.String(), "was read and not kept; --output-file keeps a copy beside the report")
	a.quiet = true
	messages.Reset()
	opt.Fetched(fetch.Page{Address: "https://example.org/a"})
	assert.Empty(t, messages.String(), "--quiet says nothing")
}

func TestJSONFields(t *testing.T) {
	fields, err := jsonFields(map[string]string{"text": "story", "outlet": "paper"})
	require.NoError(t, err)
	assert.Equal(t, "story", fields.Text)
	assert.Equal(t, "paper", fields.Outlet)
	_, err = jsonFields(map[string]string{"body": "x"})
	assert.EqualError(t, err, `--json-field: unknown field "body"; it could be text, title, outlet, published, url, id`)
}
