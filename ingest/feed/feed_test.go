package feed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest/feed"
)

func TestEntriesOfAFeedAreTold(t *testing.T) {
	item := "<item><title>A</title><description>&lt;p&gt;One whole sentence stands here.&lt;/p&gt;&lt;p&gt;And another one.&lt;/p&gt;</description></item>"
	docs, note, err := feed.Feed("a.rss", []byte(`<rss version="2.0"><channel><title>T</title>`+item+item+"</channel></rss>"))
	require.NoError(t, err)
	require.Len(t, docs, 2)
	assert.Empty(t, note)
	assert.Equal(t, "a.rss#2", docs[1].Path)
	assert.Equal(t, "A\n\nOne whole sentence stands here.\n\nAnd another one.", docs[1].Text)
}

func TestNumbersAndListsInFields(t *testing.T) {
	docs, _, err := feed.JSON("a.json", []byte(`{"id":17,"text":["One.","Two."],"title":null,"date":20130703}`), feed.Fields{})
	require.NoError(t, err)
	assert.Equal(t, "17", docs[0].ID)
	assert.Equal(t, "One.\n\nTwo.", docs[0].Text)
	assert.Equal(t, "2013-07-03", docs[0].Published.Format("2006-01-02"))
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><item><title>A</title><description>&lt;p&gt;B&lt;/p&gt;&lt;p&gt;C&lt;/p&gt;</description></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div><p>a</p><p>b</p></div></content></entry></feed>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, _, err := feed.Feed("a", data)
		assert.Equal(t, err != nil, len(docs) == 0)
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`[{"text":"a"},{"body":["<p>b"]}]`), "")
	f.Add([]byte(`{"uri":"x","bodies":[{"value":"a"}]}`), "a.b")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		docs, _, err := feed.JSON("a", data, feed.Fields{Text: name})
		assert.Equal(t, err != nil, len(docs) == 0)
	})
}
