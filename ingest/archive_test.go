package ingest

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBounded shares one bound between all files of an archive.
func TestBounded(t *testing.T) {
	left := int64(150)
	fsys := &bounded{fstest.MapFS{"a": {Data: []byte(strings.Repeat("x", 100))}, "b": {Data: []byte(strings.Repeat("x", 100))}}, &left}
	_, err := fs.ReadFile(fsys, "a")
	require.NoError(t, err)
	_, err = fs.ReadFile(fsys, "b")
	assert.EqualError(t, err, "the archive unpacks to more than 256 MB")
	entries, err := fs.ReadDir(fsys, ".")
	require.NoError(t, err, "folders are read as before")
	assert.Len(t, entries, 2)
}
