package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"crosscheck/ingest"
	"crosscheck/news"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// folder writes n small articles.
func folder(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("The mayor of town %d said %d people were missing.\n", i, i+13)
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("a%04d.txt", i)), []byte(text), 0o644))
	}
	return dir
}

func TestASourceVanishesInMidRun(t *testing.T) {
	dir := folder(t, 300)
	gone := filepath.Join(dir, "a0299.txt")
	read, unread := 0, []news.Unread{}
	err := Stream(context.Background(), Options{Paths: []string{dir}, Jobs: 2}, nil, func(rep *news.Report) error {
		if read == 0 {
			require.NoError(t, os.Remove(gone), "gone after the folder was listed")
		}
		read += len(rep.Documents)
		unread = append(unread, rep.Unread...)
		return nil
	})
	require.NoError(t, err, "one source less does not end the run")
	assert.Equal(t, 299, read)
	require.Len(t, unread, 1)
	assert.Equal(t, gone, unread[0].Path)
}

func TestAStreamEndsWithItsReader(t *testing.T) {
	dir := folder(t, 100)
	full := errors.New("no space left on device")
	n := 0
	err := Stream(context.Background(), Options{Paths: []string{dir}}, nil, func(*news.Report) error {
		if n++; n == 10 {
			return full
		}
		return nil
	})
	assert.ErrorIs(t, err, full)
	assert.Equal(t, 10, n, "nothing is handed over behind a failure")

	ctx, cancel := context.WithCancel(context.Background())
	n = 0
	err = Stream(ctx, Options{Paths: []string{dir}}, nil, func(*news.Report) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Less(t, n, 100)
}

// many is a folder of n files that are made when they are opened, so that what
// memory is used is the reader's own.
type many struct {
	fstest.MapFS
	n int
}

func (m many) ReadDir(name string) ([]fs.DirEntry, error) {
	out := make([]fs.DirEntry, m.n)
	for i := range out {
		out[i] = file(fmt.Sprintf("a%06d.txt", i))
	}
	return out, nil
}

func (m many) Open(name string) (fs.File, error) {
	if name == "." || name == "d" || filepath.Base(name) == "packet.yaml" {
		return m.MapFS.Open(name)
	}
	return fstest.MapFS{name: {Data: []byte("The mayor of " + name + " spoke.\n")}}.Open(name)
}

type file string

func (f file) Name() string               { return string(f) }
func (f file) IsDir() bool                { return false }
func (f file) Type() fs.FileMode          { return 0 }
func (f file) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist }

// heapPerFile is the most memory that one waiting file may take, in bytes.
const heapPerFile = 2000

func TestAHundredThousandFiles(t *testing.T) {
	const n = 100_000
	loader := &ingest.Loader{FS: many{fstest.MapFS{"d/x": {}}, n}}
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	seen, last, most := 0, "", uint64(0)
	err := loader.Each(context.Background(), []string{"d"}, nil, func(b ingest.Batch) bool {
		require.Len(t, b.Documents, 1, "%v", b.Unread)
		require.Less(t, last, b.Documents[0].ID, "in order, each with an id of its own")
		last = b.Documents[0].ID
		if seen++; seen%25_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
		}
		return true
	})
	require.NoError(t, err)
	assert.Equal(t, n, seen)
	assert.Less(t, most/n, uint64(heapPerFile), "what was handed over is let go")
}
