package web

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// score is how one page was read.
type score struct {
	missing, extra []string
	day, outlet    bool
	captions       bool
}

func judgePage(t *testing.T, s tale, l layout, html string) score {
	doc := &news.Document{}
	require.NoError(t, Read(doc, []byte(html), ""), l.name)
	var out score
	story := map[string]bool{}
	for _, p := range s.paragraphs {
		story[p] = true
	}
	known := map[string]bool{s.title: true, s.deck: true, s.deck + ".": true}
	for _, c := range s.crossheads {
		known[c] = true
	}
	found := map[string]bool{}
	captions := 0
	for _, r := range doc.Regions {
		text := doc.At(r.Span)
		switch {
		case r.Kind == news.Caption:
			captions++
		case !r.Kind.Story():
		case story[text]:
			found[text] = true
		case !known[text]:
			out.extra = append(out.extra, text)
		}
	}
	for _, p := range s.paragraphs {
		if !found[p] {
			out.missing = append(out.missing, p)
		}
	}
	out.day = !l.states.day || doc.Published.Format("2006-01-02") == s.published.Format("2006-01-02")
	out.outlet = !l.states.outlet || doc.Outlet == s.outlet
	out.captions = !l.states.captions || captions > 0
	if doc.Title != s.title {
		out.extra = append(out.extra, "title: "+doc.Title)
	}
	return out
}

// TestPages reads 300 pages of 20 layouts. A page counts as right when every
// paragraph of its story is body, and nothing else is.
func TestPages(t *testing.T) {
	pages, right, days, outlets, captions := 0, 0, 0, 0, 0
	for _, l := range layouts {
		good := 0
		for seed := range 15 {
			s := makeTale(seed)
			got := judgePage(t, s, l, l.write(s))
			pages++
			if len(got.missing) == 0 && len(got.extra) == 0 {
				right++
				good++
			} else if os.Getenv("PAGES") != "" {
				t.Logf("%s, story %d:\n  missing %.300q\n  extra %.300q", l.name, seed, got.missing, got.extra)
			}
			count(&days, got.day)
			count(&outlets, got.outlet)
			count(&captions, got.captions)
			if os.Getenv("PAGES") != "" && (!got.day || !got.outlet || !got.captions) {
				t.Logf("%s, story %d: day %v outlet %v captions %v", l.name, seed, got.day, got.outlet, got.captions)
			}
		}
		assert.GreaterOrEqual(t, good, 12, "%s: %d of 15 pages read right", l.name, good)
	}
	t.Logf("%d pages: story without furniture %d, day %d, outlet %d, captions kept %d", pages, right, days, outlets, captions)
	assert.GreaterOrEqual(t, right*100, pages*95)
	assert.GreaterOrEqual(t, days*100, pages*95)
	assert.GreaterOrEqual(t, outlets*100, pages*95)
	assert.GreaterOrEqual(t, captions*100, pages*95)
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

// TestTaleIsAPage guards the generator: stories differ and say what they state.
func TestTaleIsAPage(t *testing.T) {
	seen := map[string]bool{}
	for seed := range 15 {
		s := makeTale(seed)
		assert.False(t, seen[s.paragraphs[0]])
		seen[s.paragraphs[0]] = true
		for _, l := range layouts {
			html := l.write(s)
			assert.Contains(t, html, strings.Split(esc(s.title), " ")[0], l.name)
		}
	}
	assert.Len(t, layouts, 20)
}
