package made

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestArchive(t *testing.T) {
	articles, err := Archive(os.DirFS("../../fixtures"), 8)
	require.NoError(t, err)
	require.Len(t, articles, 40, "five articles an event")
	again, err := Archive(os.DirFS("../../fixtures"), 8)
	require.NoError(t, err)
	assert.Equal(t, articles, again, "the same number gives the same archive")
	texts := map[string]bool{}
	for i, a := range articles {
		assert.False(t, texts[a.Text], "%s is like no other", a.ID)
		texts[a.Text] = true
		assert.True(t, i == 0 || articles[i-1].Published.Before(a.Published), "%s stands in order of time", a.ID)
		for _, name := range []string{"Trump", "Putin", "Estmark", "Halvorsen", "Marlow"} {
			assert.NotContains(t, a.Text, name, "the names of the packet are gone")
		}
	}
	assert.Equal(t, strings.Count(articles[0].Text, "\n"), strings.Count(articles[20].Text, "\n"), "only words change")
}
