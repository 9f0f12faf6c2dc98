package ingest_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest"
	"crosscheck/news"
)

// TestFixtures reads every packet of the project as it lies on disk.
func TestFixtures(t *testing.T) {
	packets, err := filepath.Glob("../fixtures/*/packet.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, packets)
	for _, file := range packets {
		packet, err := (&ingest.Loader{}).Load(filepath.Dir(file))
		require.NoError(t, err, file)
		assert.Empty(t, packet.Unread, file)
		for _, doc := range packet.Documents {
			raw, err := os.ReadFile(doc.Path)
			require.NoError(t, err)
			assert.Equal(t, string(raw), doc.Text, "%s: the text is as it was read", doc.Path)
			assert.NotEmpty(t, doc.Regions, doc.Path)
		}
	}
}

func TestCeasefirePacket(t *testing.T) {
	packet, err := (&ingest.Loader{}).Load("../fixtures/ceasefire")
	require.NoError(t, err)
	require.Equal(t, []string{"000", "001", "002", "003", "004"}, ids(packet.Documents))
	var sources, titles []string
	for _, doc := range packet.Documents {
		sources, titles = append(sources, doc.Source), append(titles, doc.Title)
		assert.Empty(t, doc.DerivedFrom, "which copied which has to come from the texts")
	}
	assert.Equal(t, []string{"", "", "www.foxnews.com", "", "www.usatoday.com"}, sources)
	assert.Equal(t, "What’s next in the Russia, Ukraine ceasefire talks?", titles[1])
	assert.Empty(t, titles[3], "the text begins without a title")
}

// TestCeasefireRegions holds regions against what a reader marked by hand:
// figures of the gold lie in the body, in captions and in page furniture.
func TestCeasefireRegions(t *testing.T) {
	packet, err := (&ingest.Loader{}).Load("../fixtures/ceasefire")
	require.NoError(t, err)
	docs := map[string]*news.Document{}
	for i, doc := range packet.Documents {
		docs["s"+string(rune('0'+i))] = doc
	}
	checked := 0
	for _, table := range []string{"figures", "dates", "claims"} {
		for _, row := range readTSV(t, "../fixtures/gold/"+table+".tsv") {
			doc, start := docs[row["doc"]], row.number("start_byte")
			require.NotNil(t, doc, row)
			got := doc.RegionAt(start)
			switch row["region"] {
			case "body":
				assert.True(t, got.Story(), "%s %s %q is the story's own: %s", table, row["doc"], row["span"], got)
			case "caption":
				assert.Equal(t, news.Caption, got, "%s %q", row["doc"], row["span"])
			case "boilerplate":
				assert.Contains(t, []news.RegionKind{news.Teaser, news.Furniture}, got, "%s %q", row["doc"], row["span"])
			}
			checked++
		}
	}
	assert.Greater(t, checked, 60)
}
