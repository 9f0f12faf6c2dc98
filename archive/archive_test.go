package archive

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"crosscheck/news"
	"crosscheck/pipeline"
	"crosscheck/store/index"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// packets are the folders of fixtures whose articles are one event each.
var packets = []string{"ceasefire", "ferry", "settlement", "council"}

// mixed copies the articles of the packets into one folder, without their
// packet files.
func mixed(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		files, err := filepath.Glob(filepath.Join("..", "fixtures", name, "*.txt"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, f := range files {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(dir, name+"-"+filepath.Base(f)), data, 0o644))
		}
	}
	return dir
}

func open(t *testing.T) *index.Index {
	t.Helper()
	ix, err := index.Open(filepath.Join(t.TempDir(), "a#b?.db"))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, ix.Close()) })
	return ix
}

func run(t *testing.T, ix *index.Index, opt Options) ([]Event, Summary) {
	t.Helper()
	var out []Event
	sum, err := Run(context.Background(), ix, opt, nil, func(e Event) error { out = append(out, e); return nil })
	require.NoError(t, err)
	return out, sum
}

func TestEventsAreFoundAndComparedLikePackets(t *testing.T) {
	opt := Options{Options: pipeline.Options{Paths: []string{mixed(t, packets...)}}}
	events, sum := run(t, open(t), opt)
	require.Len(t, events, len(packets), "four packets, four events")
	assert.Equal(t, 20, sum.Documents)
	for _, e := range events {
		name, _, _ := strings.Cut(filepath.Base(e.Report.Documents[0].Path), "-")
		var files []string
		for _, doc := range e.Report.Documents {
			assert.True(t, strings.HasPrefix(filepath.Base(doc.Path), name+"-"), "%s is not about %s", doc.Path, name)
			files = append(files, doc.Path)
		}
		alone, err := pipeline.Compare(context.Background(), pipeline.Options{Paths: files})
		require.NoError(t, err)
		assert.Equal(t, found(alone), found(e.Report), "the findings of %s are those of its documents alone", name)
	}
}

func found(rep *news.Report) []string {
	var out []string
	for _, f := range rep.Findings {
		out = append(out, f.ID+" "+f.Message)
	}
	return out
}

func TestOnlyWhatIsNewIsCompared(t *testing.T) {
	dir := mixed(t, packets...)
	late := filepath.Join(dir, "ferry-evening.txt")
	text, err := os.ReadFile(late)
	require.NoError(t, err)
	require.NoError(t, os.Remove(late))
	ix := open(t)
	opt := Options{Options: pipeline.Options{Paths: []string{dir}}}
	run(t, ix, opt)

	events, sum := run(t, ix, opt)
	assert.Empty(t, events, "nothing came in")
	assert.Equal(t, Summary{Known: 19, Documents: 19, Events: 4}, sum)

	require.NoError(t, os.WriteFile(late, text, 0o644))
	events, _ = run(t, ix, opt)
	require.Len(t, events, 1)
	require.Len(t, events[0].New, 1)
	for _, f := range events[0].Report.Findings {
		var docs []string
		for _, e := range f.Evidence {
			docs = append(docs, e.Document)
		}
		assert.Contains(t, docs, events[0].New[0], "only findings about the new document")
	}
}

func TestTheWindowPartsEvents(t *testing.T) {
	dir := t.TempDir()
	packet := "sources:\n"
	for i, day := range []string{"2024-03-01", "2024-03-02", "2024-06-01"} {
		name := fmt.Sprintf("s%d.txt", i)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(fmt.Sprintf("The Tolmin river flooded the lower town again and %d cellars, the mayor said.\n", 100+i)), 0o644))
		packet += fmt.Sprintf("  - {path: %s, published: %s}\n", name, day)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "packet.yaml"), []byte(packet), 0o644))
	events, _ := run(t, open(t), Options{Options: pipeline.Options{Paths: []string{dir}}})
	require.Len(t, events, 1, "the flood in June is another one")
	assert.Len(t, events[0].Report.Documents, 2)
}

func TestSearch(t *testing.T) {
	ix := open(t)
	run(t, ix, Options{Options: pipeline.Options{Paths: []string{mixed(t, packets...)}}})
	hits, err := ix.Search("20,000 children", 10, nil)
	require.NoError(t, err)
	require.NotEmpty(t, hits)
	for _, h := range hits {
		assert.Contains(t, h.Words+h.Context, "20,000")
	}
	for _, odd := range []string{`"`, `NEAR(`, `a OR`, `*`, ``} {
		_, err := ix.Search(odd, 10, nil)
		if err != nil {
			assert.ErrorContains(t, err, "nothing to look for", "operators mean nothing: %q", odd)
		}
	}
}

func TestWatchSeesWhatComesIn(t *testing.T) {
	dir := mixed(t, "ferry")
	ctx, cancel := context.WithCancel(context.Background())
	tick := make(chan time.Time)
	events := make(chan Event)
	done := make(chan error)
	ix := open(t)
	go func() {
		done <- Watch(ctx, ix, Options{Options: pipeline.Options{Paths: []string{dir}}}, tick, nil, func(e Event) error { events <- e; return nil })
	}()
	assert.Len(t, (<-events).Report.Documents, 5)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "later.txt"), []byte("Ferry fire: divers found two more bodies in the Maren Holt off Port Lanner, the coast guard said. Sundline did not comment.\n"), 0o644))
	tick <- time.Time{}
	assert.Len(t, (<-events).New, 1)
	cancel()
	assert.NoError(t, <-done)
}

func TestStoppedRunsKeepWhatWasRead(t *testing.T) {
	ix := open(t)
	ctx, cancel := context.WithCancel(context.Background())
	opt := Options{Options: pipeline.Options{Paths: []string{mixed(t, packets...)}, Jobs: 1, Progress: func(done, _ int) {
		if done == 5 {
			cancel()
		}
	}}}
	sum, err := Run(ctx, ix, opt, nil, func(Event) error { return nil })
	assert.ErrorIs(t, err, context.Canceled)
	opt.Progress = nil
	_, again := run(t, ix, opt)
	assert.GreaterOrEqual(t, again.Known, 5)
	assert.Equal(t, sum.Read, again.Known, "what was read before is known")
	assert.Equal(t, 20, again.Documents)
}
