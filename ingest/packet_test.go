package ingest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest"
)

const story = "A first line\n\nThe story says that the council met on Monday and voted.\nOriginal Source: www.example.org\n"

func TestPacketDeclares(t *testing.T) {
	loader := ingest.Loader{FS: files("p/packet.yaml", `
sources:
  - path: one.txt
    id: one
    title: The Title
    outlet: The Gazette
    published: 2016-07-27
    url: https://example.org/1
    primary: true
  - path: sub/two.txt
    derived_from: one
    source: The Herald
  - path: three.txt
    derived_from: one.txt
`, "p/one.txt", story, "p/sub/two.txt", story+"More.", "p/three.txt", story+"Else.", "p/four.txt", "Not in the packet.")}
	for _, path := range []string{"p", "p/packet.yaml"} {
		packet, err := loader.Load(path)
		require.NoError(t, err)
		require.Equal(t, []string{"one", "two", "three"}, ids(packet.Documents))
		one, two, three := packet.Documents[0], packet.Documents[1], packet.Documents[2]
		assert.Equal(t, "The Title", one.Title, "the packet's word goes before the text's")
		assert.Equal(t, "The Gazette", one.Outlet)
		assert.Equal(t, "2016-07-27", one.Published.Format("2006-01-02"))
		assert.Equal(t, "https://example.org/1", one.URL)
		assert.True(t, one.Primary)
		assert.Equal(t, "www.example.org", one.Source, "what the packet leaves out the text may say")
		assert.Equal(t, "one", two.DerivedFrom)
		assert.Equal(t, "The Herald", two.Source)
		assert.Equal(t, "A first line", two.Title)
		assert.Equal(t, "one", three.DerivedFrom, "a parent may be named by its file")
		assert.Equal(t, "p", packet.Root)
	}
}

func TestPacketRefuses(t *testing.T) {
	for _, row := range []struct{ reason, packet, want string }{
		{"unknown keys, all at once", "sources:\n  - path: a.txt\n    outlets: X\n  - pth: b.txt\n", "p/packet.yaml:3: unknown key \"outlets\"; did you mean \"outlet\"?\np/packet.yaml:4: unknown key \"pth\"; did you mean \"path\"?"},
		{"no sources", "sources: []\n", "p/packet.yaml:1: no sources; write a list under \"sources:\", each with a \"path:\""},
		{"empty", "", "p/packet.yaml:1: no sources; write a list under \"sources:\", each with a \"path:\""},
		{"no path", "sources:\n  - id: x\n", "p/packet.yaml:2: source 1 has no path; write \"path: article.txt\""},
		{"a date that is none", "sources:\n  - path: a.txt\n    published: last week\n", "p/packet.yaml:3: published \"last week\" is not a date; write it as 2025-03-18"},
		{"an id twice", "sources:\n  - {path: a.txt, id: x}\n  - {path: b.txt, id: x}\n", "p/packet.yaml:3: id \"x\" is given twice; give every source its own"},
		{"an unknown parent", "sources:\n  - path: a.txt\n  - path: b.txt\n    derived_from: c\n", "p/packet.yaml:4: derived_from \"c\" is no source of this packet; it could be a, b"},
		{"its own parent", "sources:\n  - path: a.txt\n    derived_from: a\n", "p/packet.yaml:3: a is derived from itself; name the source it was copied from"},
		{"broken YAML", "sources:\n  - path: [\n", "p/packet.yaml:2: did not find expected node content"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			loader := ingest.Loader{FS: files("p/packet.yaml", row.packet, "p/a.txt", "A.", "p/b.txt", "B.")}
			_, err := loader.Load("p")
			assert.EqualError(t, err, row.want)
		})
	}
}

func TestPacketWithAMissingSource(t *testing.T) {
	loader := ingest.Loader{FS: files("p/packet.yaml", "sources:\n  - path: a.txt\n  - path: gone.txt\n", "p/a.txt", "A.")}
	packet, err := loader.Load("p")
	require.NoError(t, err)
	assert.Equal(t, []string{"a"}, ids(packet.Documents))
	require.Len(t, packet.Unread, 1)
	assert.Equal(t, "p/gone.txt", packet.Unread[0].Path)
}

func TestTwoPacketsWithOneID(t *testing.T) {
	loader := ingest.Loader{FS: files("p/packet.yaml", "sources: [{path: a.txt, id: x}]", "p/a.txt", "A.", "q/packet.yaml", "sources: [{path: a.txt, id: x}]", "q/a.txt", "B.")}
	_, err := loader.Load("p", "q")
	assert.EqualError(t, err, "p/a.txt and q/a.txt both have the id \"x\"; give each its own")
}
