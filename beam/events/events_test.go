package events

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"

	"crosscheck/archive"
	"crosscheck/bench/made"
	"crosscheck/news"
	"crosscheck/pipeline"
	"crosscheck/report"
	"crosscheck/store/index"
)

// TestMain runs the pipelines on Prism, the runner that comes with the SDK.
func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// events is enough for every packet to come several times.
const events = 12

func lines(t *testing.T) []string {
	t.Helper()
	articles, err := made.Archive(os.DirFS("../../fixtures"), events)
	require.NoError(t, err)
	var out []string
	for _, a := range articles {
		data, err := json.Marshal(a)
		require.NoError(t, err)
		out = append(out, string(data))
	}
	return out
}

// single is what crosscheck archive finds, event by event.
func single(t *testing.T, lines []string) [][]string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "articles.jsonl")
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644))
	ix, err := index.Open(filepath.Join(t.TempDir(), "a.db"))
	require.NoError(t, err)
	defer ix.Close()
	var out [][]string
	opt := archive.Options{Options: pipeline.Options{Paths: []string{file}}}
	_, err = archive.Run(context.Background(), ix, opt, nil, func(e archive.Event) error {
		// Through the JSON of a report, as the pipeline's events come.
		var line bytes.Buffer
		if err := report.WriteLine(&line, e.Report); err != nil {
			return err
		}
		rep, err := report.Read(&line)
		out = append(out, found(rep))
		return err
	})
	require.NoError(t, err)
	slices.SortFunc(out, slices.Compare)
	return out
}

// found is a report's documents and its findings with all they rest on.
func found(rep *news.Report) []string {
	var out []string
	for _, doc := range rep.Documents {
		out = append(out, "document "+doc.ID)
	}
	for _, f := range rep.Findings {
		data, _ := json.Marshal(f)
		out = append(out, string(data))
	}
	return out
}

// distributed is what the pipeline finds in the lines.
func distributed(t *testing.T, lines []string) [][]string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "events.jsonl")
	p, s := beam.NewPipelineWithRoot()
	textio.Write(s, file, Find(s, beam.CreateList(s, lines), 0))
	require.NoError(t, ptest.Run(p))
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var out [][]string
	for line := range strings.Lines(string(data)) {
		rep, err := report.Read(strings.NewReader(line))
		require.NoError(t, err)
		out = append(out, found(rep))
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

func TestFindingsAreThoseOfOneProcess(t *testing.T) {
	in := lines(t)
	want := single(t, in)
	require.Len(t, want, events, "each packet's articles are one event")
	assert.NotEmpty(t, want[0])
	reversed := slices.Clone(in)
	slices.Reverse(reversed)
	assert.Equal(t, want, distributed(t, reversed), "the same findings, whatever the order of the lines")
}

func TestWhatCannotBeReadIsLeftOut(t *testing.T) {
	in := lines(t)[:5]
	want := single(t, in)
	in = append(in, in[0], "", `{"id": "no text"}`, `{"broken`)
	assert.Equal(t, want, distributed(t, in), "a text twice is one document; lines without an article are none")
}
