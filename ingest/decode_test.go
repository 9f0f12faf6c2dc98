package ingest_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest"
)

func TestDecode(t *testing.T) {
	for _, row := range []struct{ reason, in, want, note string }{
		{"UTF-8 stays as it is", "Zelenskyy’s\u00a0office\r\n", "Zelenskyy’s\u00a0office\r\n", ""},
		{"only the mark is taken off", "\ufeffWords\r\n", "Words\r\n", ""},
		{"a mark inside stays", "Wor\ufeffds", "Wor\ufeffds", ""},
		{"Latin-1", "Caf\xe9 in M\xfcnchen", "Café in München", "read as Windows-1252 (Latin-1), since it is no UTF-8"},
		{"Windows-1252 quote marks, dash and euro", "\x93We agreed,\x94 he said \x96 for \x8050", "“We agreed,” he said – for €50", "read as Windows-1252 (Latin-1), since it is no UTF-8"},
		{"UTF-16, low byte first", "\xff\xfeH\x00i\x00\x19\x20", "Hi’", "read as UTF-16"},
		{"UTF-16, high byte first", "\xfe\xff\x00H\x00i\x20\x19", "Hi’", "read as UTF-16"},
		{"UTF-8 cut in the middle of a letter stays UTF-8", "“Zelenskyy” said “no” \xe2\x80", "“Zelenskyy” said “no” \uFFFD", "2 bytes are no UTF-8 and were replaced by \uFFFD"},
		{"an old end-of-file mark is no reason to refuse", "Words\x1a", "Words\x1a", ""},
	} {
		t.Run(row.reason, func(t *testing.T) {
			got, note, err := ingest.Decode([]byte(row.in))
			require.NoError(t, err)
			assert.Equal(t, row.want, got)
			assert.Equal(t, row.note, note)
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "Words", "\ufeffWords", "Caf\xe9", "\xff\xfeH\x00", "\xfe\xff\x00H\x00", "a\x00b", strings.Repeat("\x01", 50)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := ingest.Decode(data)
		if err != nil {
			assert.Empty(t, text)
			return
		}
		assert.True(t, utf8.ValidString(text), "what is handed on is UTF-8")
		assert.NotContains(t, text, "\x00")
		if utf8.Valid(data) && !strings.HasPrefix(string(data), "\ufeff") {
			assert.Equal(t, string(data), text)
		}
	})
}
