package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest"
	"crosscheck/news"
)

// files builds a file system of name, content pairs.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i+1 < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

func ids(docs []*news.Document) []string {
	out := []string{}
	for _, doc := range docs {
		out = append(out, doc.ID)
	}
	return out
}

func TestLoadOrderAndIDs(t *testing.T) {
	for _, row := range []struct {
		reason string
		fsys   fstest.MapFS
		paths  []string
		ids    []string
	}{
		{"a folder in name order, key cut off", files("d/001_592f2e223f5265ff.txt", "b", "d/000_1a6f51c2f8250816.txt", "a"), []string{"d"}, []string{"000", "001"}},
		{"a short name two files would share is not used", files("d/x_1a6f51c2.txt", "a", "d/x_592f2e22.txt", "b"), []string{"d"}, []string{"x_1a6f51c2", "x_592f2e22"}},
		{"words after an underscore are part of the name", files("d/fox_news.txt", "a"), []string{"d"}, []string{"fox_news"}},
		{"a date after an underscore is part of the name", files("d/fox_20250318.txt", "a"), []string{"d"}, []string{"fox_20250318"}},
		{"equal names are told apart by folder", files("p/a/story.txt", "a", "p/b/story.txt", "b"), []string{"p"}, []string{"a/story", "b/story"}},
		{"as many folders as it takes", files("p/a/x/story.txt", "a", "p/b/x/story.txt", "b"), []string{"p"}, []string{"a/x/story", "b/x/story"}},
		{"one folder, two extensions", files("d/story.txt", "a", "d/story.md", "b"), []string{"d"}, []string{"story.md", "story.txt"}},
		{"paths as typed", files("b.txt", "b", "a.txt", "a"), []string{"b.txt", "a.txt"}, []string{"b", "a"}},
		{"README, data and hidden files are left out", files("d/README.md", "x", "d/readme.txt", "x", "d/gold.tsv", "x", "d/a.csv", "x", "d/c.yaml", "x", "d/e.json", "x", "d/.hidden.txt", "x", "d/.git/a.txt", "x", "d/a.txt", "a"), []string{"d"}, []string{"a"}},
		{"a file without extension is read where it begins with words", files("d/story", "Words.", "d/blob", "\x00\x01"), []string{"d"}, []string{"story"}},
		{"a name outside the folder rules is read where it is named", files("d/README.md", "Words."), []string{"d/README.md"}, []string{"README"}},
		{"a packet below a folder is that packet", files("d/p/packet.yaml", "sources: [{path: b.txt}]", "d/p/a.txt", "a", "d/p/b.txt", "b", "d/z.txt", "z"), []string{"d"}, []string{"b", "z"}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			loader := ingest.Loader{FS: row.fsys}
			packet, err := loader.Load(row.paths...)
			require.NoError(t, err)
			assert.Equal(t, row.ids, ids(packet.Documents))
			assert.Empty(t, packet.Unread)
		})
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, row := range []struct {
		reason string
		fsys   fstest.MapFS
		path   string
		want   string
	}{
		{"empty file", files("a.txt", ""), "a.txt", "a.txt: the file is empty; save the article again or leave it out"},
		{"only white space", files("a.txt", " \u00a0\r\n"), "a.txt", "a.txt: the file holds no words; save the article again or leave it out"},
		{"only a byte-order mark", files("a.txt", "\ufeff"), "a.txt", "a.txt: the file holds no words; save the article again or leave it out"},
		{"binary", files("a.txt", "abc\x00\x01\x02"), "a.txt", "a.txt: not a text file; save the article as text, HTML, DOCX or PDF with text"},
		{"control characters", files("a.txt", "\x01\x02\x03\x04abc"), "a.txt", "a.txt: not a text file; save the article as text, HTML, DOCX or PDF with text"},
		{"UTF-16 without a mark", files("a.txt", "W\x00o\x00r\x00d\x00s\x00"), "a.txt", "a.txt: looks like UTF-16 without a byte-order mark; save it as UTF-8"},
		{"a picture under a text name", files("a.txt", "\x89PNG\r\n\x1a\n"), "a.txt", "a.txt: a picture is not read here; save it as text, HTML or DOCX"},
		{"an old Word file", files("a.doc", "\xd0\xcf\x11\xe0abc"), "a.doc", "a.doc: an old Word file (.doc) is not read here; save it as text, HTML or DOCX"},
		{"missing", files(), "a.txt", "a.txt: no such file or folder; check the spelling"},
		{"a folder without documents", files("d/x.csv", "1"), "d", "d: no document in this folder; put articles (.txt, .html, .docx, .pdf) in it or name a file"},
		{"too large", files("a.txt", strings.Repeat("word ", 500_000)), "a.txt", "a.txt: 3 MB, and at most 2 MB are read; split it into articles"},
		{"standard input that is not there", files(), "-", "-: nothing on standard input; name a file"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			loader := ingest.Loader{FS: row.fsys, MaxBytes: 2 << 20}
			_, err := loader.Load(row.path)
			require.EqualError(t, err, row.want)

			row.fsys["good.txt"] = &fstest.MapFile{Data: []byte("A good article.")}
			packet, err := loader.Load(row.path, "good.txt")
			require.NoError(t, err, "one bad source does not spoil the others")
			assert.Equal(t, []string{"good"}, ids(packet.Documents))
			require.Len(t, packet.Unread, 1)
			assert.Equal(t, row.want, packet.Unread[0].Path+": "+packet.Unread[0].Reason)
		})
	}
}

func TestLoadSaysWhatIsTheSame(t *testing.T) {
	loader := ingest.Loader{FS: files("d/a.txt", "Same.", "d/b.txt", "Same.", "d/c.txt", "Other.")}
	packet, err := loader.Load("d/a.txt", "d/a.txt", "d")
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b", "c"}, ids(packet.Documents), "one path once, two files both")
	assert.Equal(t, []string{
		"d/a.txt was given twice and read once",
		"d/a.txt was given twice and read once",
		"d/a.txt and d/b.txt are identical, word for word; they count as one source",
	}, packet.Notes)
}

func TestLoadOnDisk(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("A story."), 0o600))
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "loop")), "a loop of folders")
	require.NoError(t, os.Symlink(filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")), "a second name of a file")
	require.NoError(t, os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "c.txt")), "a link to nothing")
	loader := ingest.Loader{FS: ingest.Disk{}}
	packet, err := loader.Load(dir)
	require.NoError(t, err)
	assert.Equal(t, []string{"a"}, ids(packet.Documents))
	assert.Empty(t, packet.Unread)
	assert.Equal(t, []string{dir + "/a.txt and " + dir + "/b.txt are one file, read once"}, packet.Notes)
	assert.Equal(t, dir, packet.Root)

	require.NoError(t, os.Mkdir(filepath.Join(dir, "e"), 0o700))
	_, err = loader.Load(filepath.Join(dir, "e"))
	assert.ErrorContains(t, err, "no document in this folder")
}

func TestLoadStandardInput(t *testing.T) {
	loader := ingest.Loader{FS: files("a.txt", "A story."), Stdin: strings.NewReader("Title\r\n\r\nThe text of it, as read, with its line ends.\r\n")}
	packet, err := loader.Load("-", "a.txt")
	require.NoError(t, err)
	assert.Equal(t, []string{"stdin", "a"}, ids(packet.Documents))
	assert.Equal(t, "Title\r\n\r\nThe text of it, as read, with its line ends.\r\n", packet.Documents[0].Text)
	assert.Equal(t, "Title", packet.Documents[0].Title)
}

func TestLoadWithoutPaths(t *testing.T) {
	_, err := (&ingest.Loader{FS: files()}).Load()
	assert.EqualError(t, err, "no sources; name files, a folder, or - for standard input")
}

func TestRoot(t *testing.T) {
	loader := ingest.Loader{FS: files("p/a/x.txt", "a", "p/b/y.txt", "b", "q.txt", "q")}
	for _, row := range []struct {
		paths []string
		root  string
	}{
		{[]string{"p"}, "p"},
		{[]string{"p/a/x.txt"}, "p/a"},
		{[]string{"p/a/x.txt", "p/b/y.txt"}, "p"},
		{[]string{"p/a", "q.txt"}, "."},
	} {
		packet, err := loader.Load(row.paths...)
		require.NoError(t, err)
		assert.Equal(t, row.root, packet.Root, row.paths)
	}
}

// TestArticlesOfOneFileAreNoCopies holds that two articles in one file have
// hashes of their own, by which copies are known.
func TestArticlesOfOneFileAreNoCopies(t *testing.T) {
	fsys := fstest.MapFS{"wire.jsonl": {Data: []byte(`{"text": "The ferry Alma carried 212 passengers on Monday."}` + "\n" + `{"text": "The council of Oldby met on Tuesday."}` + "\n")}}
	packet, err := (&ingest.Loader{FS: fsys}).Load("wire.jsonl")
	require.NoError(t, err)
	require.Len(t, packet.Documents, 2)
	assert.NotEqual(t, packet.Documents[0].SHA256, packet.Documents[1].SHA256)
}
