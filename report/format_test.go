package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

var update = flag.Bool("update", false, "write the goldens anew; look at the difference before committing it")

// golden compares what the reader sees with the file that was looked at last.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "run go test ./report -update and look at the difference")
}

func write(t *testing.T, format string, rep *news.Report, opt Options) string {
	t.Helper()
	var buf bytes.Buffer
	require.NoError(t, Write(&buf, format, rep, opt))
	return buf.String()
}

func TestGoldens(t *testing.T) {
	quiet := sampleReport()
	quiet.Findings, quiet.Unread = nil, nil
	for _, row := range []struct {
		file, format string
		rep          *news.Report
		opt          Options
		reason       string
	}{
		{"report.txt", "text", sampleReport(), Options{}, "what an editor sees in a pipe"},
		{"narrow.txt", "text", sampleReport(), Options{Width: 50, Min: news.Low}, "half a screen, everything shown"},
		{"colour.txt", "text", sampleReport(), Options{Colour: true}, "a terminal with colour"},
		{"quiet.txt", "text", quiet, Options{}, "nothing found is one line and a count"},
		{"extract.txt", "text", extractRep(), Options{}, "an extraction as a listing"},
	} {
		t.Run(row.file, func(t *testing.T) {
			got := write(t, row.format, row.rep, row.opt)
			golden(t, row.file, got)
			assert.Equal(t, got, write(t, row.format, row.rep, row.opt), "same report, same bytes")
		})
	}
}

// TestPlainWords holds that no reader meets the words of the program's inside.
func TestPlainWords(t *testing.T) {
	for _, format := range []string{"text"} {
		got := strings.ToLower(write(t, format, sampleReport(), Options{Min: news.Low}))
		assert.NotContains(t, got, "lineage", format)
		got = strings.ReplaceAll(got, "[number.conflict-5b1c]", "")
		assert.NotContains(t, got, "number.conflict", "%s: a type alone tells nobody anything", format)
	}
}
