package ingest_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest"
)

// streamed is what a loader hands over, a line per batch: the path, then the
// ids of its documents or "!" and why there are none.
func streamed(t testing.TB, l ingest.Loader, skip func(string) bool, paths ...string) []string {
	t.Helper()
	var out []string
	require.NoError(t, l.Each(context.Background(), paths, skip, func(b ingest.Batch) bool {
		line := b.Path
		for _, doc := range b.Documents {
			line += " " + doc.ID
			assert.NotEmpty(t, doc.SHA256)
		}
		for _, u := range b.Unread {
			line += " !" + u.Reason
			assert.Equal(t, b.Path, u.Path)
		}
		out = append(out, line)
		return true
	}))
	return out
}

func TestLinesAreReadOneByOne(t *testing.T) {
	article := func(id string) string { return `{"id":"` + id + `","text":"` + lead + `"}` }
	long := `{"text":"` + strings.Repeat("long ", 2000) + `"}`
	cases := []struct {
		reason, data string
		want         []string
	}{
		{"a line each, with the ids they bring", article("x") + "\n" + article("y") + "\n", []string{"w.jsonl#1 x", "w.jsonl#2 y"}},
		{"a mark at the beginning, carriage returns, empty lines, no end of line", "\ufeff" + article("x") + "\r\n\r\n \n" + article("y"), []string{"w.jsonl#1 x", "w.jsonl#4 y"}},
		{"ids that are missing or taken", article("") + "\n" + article("x") + "\n" + article("x"), []string{"w.jsonl#1 w-1", "w.jsonl#2 x", "w.jsonl#3 w-3"}},
		{"an id that another line has been given", article("w-2") + "\n" + article("") + "\n" + article("w-2"), []string{"w.jsonl#1 w-2", "w.jsonl#2 w-2~2", "w.jsonl#3 w-3"}},
		{"a broken line is told, and the others are read", article("x") + "\n{\"text\": \n" + article("y"), []string{"w.jsonl#1 x", "w.jsonl#2 !damaged JSON; export it again", "w.jsonl#3 y"}},
		{"a line that is too long", article("x") + "\n" + long + "\n" + article("y"), []string{"w.jsonl#1 x", "w.jsonl#2 !1 MB, and at most 0 MB are read; split it into articles", "w.jsonl#3 y"}},
		{"one object over several lines is read as a file", "{\"id\":\"x\",\n\"text\":\"" + lead + "\"}", []string{"w.jsonl x"}},
		{"one line is a file too", article("x") + "\n", []string{"w.jsonl x"}},
	}
	for _, c := range cases {
		l := ingest.Loader{FS: fstest.MapFS{"w.jsonl": {Data: []byte(c.data)}}, MaxBytes: 8000}
		assert.Equal(t, c.want, streamed(t, l, nil, "w.jsonl"), c.reason)
		assert.Equal(t, len(c.want), l.Count([]string{"w.jsonl"}), "%s: counted before", c.reason)
	}
	l := ingest.Loader{FS: fstest.MapFS{"w.jsonl": {Data: []byte(article("x") + "\n" + article("x") + "\n" + article("z"))}}}
	assert.Equal(t, []string{"w.jsonl#2 w-2"}, streamed(t, l, func(p string) bool { return p != "w.jsonl#2" }, "w.jsonl"),
		"what is passed over keeps its id, so a resumed run names the rest as a whole run does")
	l = ingest.Loader{FS: fstest.MapFS{"d/w-1.txt": {Data: []byte(lead)}, "d/w.jsonl": {Data: []byte(article("") + "\n" + article("w-1"))}}}
	assert.Equal(t, []string{"d/w-1.txt w-1", "d/w.jsonl#1 w-1~2", "d/w.jsonl#2 w-2"}, streamed(t, l, nil, "d"), "no line takes the id of another source")
	done := func(p string) bool { return p == "gone.txt" }
	assert.Equal(t, []string{"d/w.jsonl#1 w-1", "d/w.jsonl#2 w-2"}, streamed(t, l, done, "gone.txt", "d/w.jsonl"), "what could not be read is said once, not again by a resumed run")
}

// failing is a file whose disk fails after some bytes.
type failing struct{ fs.File }

func (f failing) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	if err != nil {
		err = errors.New("input/output error")
	}
	return n, err
}

type failingFS struct{ fstest.MapFS }

func (f failingFS) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	return failing{file}, err
}

func TestAFailingDiskIsSaid(t *testing.T) {
	l := ingest.Loader{FS: failingFS{fstest.MapFS{"w.jsonl": {Data: []byte(`{"text":"` + lead + `"}` + "\n" + `{"text":"` + more + `"}` + "\n")}}}}
	assert.Equal(t, []string{"w.jsonl#1 w-1", "w.jsonl#2 w-2", "w.jsonl !cannot be read (input/output error); check the file"}, streamed(t, l, nil, "w.jsonl"))
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"" + lead + "\"}\n{\"text\":\"" + more + "\"}\n"))
	f.Add([]byte("\ufeff{\"body\":\"a\"}\r\n\n[1]\n{\"id\":\"q\",\"text\":\"<p>x\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := ingest.Loader{FS: fstest.MapFS{"w.jsonl": {Data: data}}, MaxBytes: 1 << 16}
		batches := streamed(t, l, nil, "w.jsonl")
		assert.Equal(t, batches, streamed(t, l, nil, "w.jsonl"), "the same bytes, the same articles")
		assert.Equal(t, len(batches), l.Count([]string{"w.jsonl"}))
		seen := map[string]bool{}
		for _, b := range batches {
			if _, id, ok := strings.Cut(b, " "); ok && !strings.HasPrefix(id, "!") {
				assert.False(t, seen[id], "%s twice", id)
				seen[id] = true
			}
		}
	})
}
