package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFinished(t *testing.T) {
	line := func(path string) string {
		return `{"schema":"crosscheck/extract/1","documents":[{"path":"` + path + `"}],"unread":[]}` + "\n"
	}
	all := line("in/wire.zip/a.txt") + line("feed.xml#3") + line("https://example.org/news/1")
	paths, whole, err := Finished(strings.NewReader(all + `{"schema":"cut off`))
	require.NoError(t, err)
	assert.EqualValues(t, len(all), whole, "a line that was cut off does not count")
	for path, want := range map[string]bool{
		"in/wire.zip": true, "feed.xml": true, "https://example.org/news/1": true, "https://example.org/news": false,
	} {
		assert.Equal(t, want, paths[path], "%s: what holds an article is done with it, a page above it on the web is another page", path)
	}
	_, _, err = Finished(strings.NewReader("{}\n"))
	assert.ErrorContains(t, err, "line 1 is no line of crosscheck extract")
}
