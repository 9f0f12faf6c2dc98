package zipx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/internal/zipx"
)

func TestOpen(t *testing.T) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := range 20 {
		_, err := w.Create(fmt.Sprint(i))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())

	r, err := zipx.Open(buf.Bytes(), 20)
	require.NoError(t, err)
	assert.Len(t, r.File, 20)
	_, err = zipx.Open(buf.Bytes(), 19)
	assert.EqualError(t, err, "an archive of 20 entries, and at most 19 are read")
	for _, data := range [][]byte{nil, []byte("PK\x03\x04"), []byte("PK\x05\x06"), buf.Bytes()[:buf.Len()-30]} {
		_, err = zipx.Open(data, 20)
		assert.ErrorIs(t, err, zipx.ErrDamaged)
	}
}
