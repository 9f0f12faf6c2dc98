package review

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
	"crosscheck/store"
)

// onDetail is true once a finding other than the one named is shown.
func onDetail(id string) string {
	return fmt.Sprintf("document.querySelector('#decide input[name=finding]')?.value === %q", id)
}

// TestBrowserPaste pastes two articles and sees where they differ.
func TestBrowserPaste(t *testing.T) {
	b := browser(t)
	s := serve(t, Source{})
	b.open(s.address)
	b.wait("document.querySelector('#start') && document.documentElement.classList.contains('js')")
	b.fill("#text1", "The ferry Alma ran aground off Sundholm on Monday with 212 people on board, police said.")
	b.fill("#outlet1", "Harbour Post")
	b.click("#another")
	b.fill("#text2", "The ferry Alma ran aground off Sundholm on Monday with 280 people on board, police said.")
	b.fill("#outlet2", "Nordic Wire")
	b.fill("#name", "Ferry")
	b.click("#go")
	b.wait("document.querySelector('#detail mark')")
	assert.Contains(t, b.text("document.querySelector('#detail').innerText"), "Harbour Post")
	assert.Contains(t, b.text("[...document.querySelectorAll('#detail mark')].map(m => m.textContent).join(' ')"), "280")
	packet, err := os.ReadFile(filepath.Join(s.home, "Ferry", packetFile))
	require.NoError(t, err)
	assert.Contains(t, string(packet), "outlet: Nordic Wire")

	// Files, each with its outlet and date.
	var files []string
	for _, n := range []string{"17", "26"} {
		file := filepath.Join(t.TempDir(), "report "+n+".txt")
		require.NoError(t, os.WriteFile(file, []byte("Rescuers said "+n+" people are still missing after the fire on the ferry Maren Holt."), 0o644))
		files = append(files, file)
	}
	b.open(s.origin + "/start")
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#files"), files))
	b.wait("document.querySelectorAll('#chosen li').length === 2")
	b.fill("#chosen li:nth-child(2) input[name=fileoutlet]", "Radio Estmark")
	b.fill("#name", "Fire")
	b.click("#go")
	b.wait("document.querySelector('#detail mark')")
	packet, err = os.ReadFile(filepath.Join(s.home, "Fire", packetFile))
	require.NoError(t, err)
	assert.Contains(t, string(packet), "path: report 26.txt\n      outlet: Radio Estmark")

	// A draft against a source, from the list of packets and from new.
	b.open(s.origin + "/start")
	assert.Contains(t, b.text("document.querySelector('.recent').innerText"), "Ferry")
	b.fill("#text1", "Police said 212 people were on board the ferry Alma when it ran aground off Sundholm.")
	b.click("input[name=draft][value='1']")
	b.click("#another")
	b.fill("#text2", "Police said 280 people were on board the ferry Alma when it ran aground off Sundholm.")
	b.click("#go")
	b.wait("document.querySelector('header.top')?.innerText.includes('Draft')")
	assert.Equal(t, "draft", filepath.Base(filepath.Dir(s.src.Draft)))
}

// TestBrowserReview works a packet from first finding to last: filter,
// confirm, dismiss with a reason, undo, search, walk, run again after an edit,
// restart, export.
func TestBrowserReview(t *testing.T) {
	b := browser(t)
	dir := copyPacket(t, "ceasefire")
	s := serve(t, Source{Paths: []string{dir}})
	b.size(1280, 900, "light")
	b.open(s.address)
	b.wait("document.querySelector('#list .row') && document.documentElement.classList.contains('js')")
	all := s.sess.items
	high := len(s.sess.pick(filter{severity: []string{"high"}}).items)

	// Filters take effect without a reload.
	b.do(evaluate("window.kept = true"))
	b.click("#severity-high")
	b.wait(fmt.Sprintf("document.querySelectorAll('#rows .row').length === %d", high))
	assert.Contains(t, b.text("location.search"), "severity=high")
	b.click("#severity-high")
	b.wait(fmt.Sprintf("document.querySelectorAll('#rows .row').length === %d", len(all)))
	assert.Equal(t, "true", b.text("window.kept"), "the page was not loaded anew")

	// Confirm with a key, dismiss with its reason, undo.
	b.wait(onDetail(all[0].ID))
	b.blur()
	b.key("1")
	b.wait(onDetail(all[1].ID))
	b.blur()
	b.key("2")
	b.wait("document.activeElement.id === 'reason'")
	b.key("the copy says why\r")
	b.wait(onDetail(all[2].ID))
	assert.Equal(t, []string{"confirm", "dismiss"}, []string{s.sess.statusOf(all[0].ID), s.sess.statusOf(all[1].ID)})
	b.click(".notice button")
	b.wait(onDetail(all[1].ID))
	b.wait("!document.querySelector('#rows .row.dismiss')")
	assert.True(t, s.sess.state(all[1].ID).Open())

	// Search while typing; the field keeps the cursor.
	b.blur()
	b.key("/")
	b.wait("document.activeElement.id === 'q'")
	b.key("phone")
	found := len(s.sess.pick(filter{query: "phone"}).items)
	require.Positive(t, found)
	b.wait(fmt.Sprintf("document.querySelectorAll('#rows .row').length === %d && document.activeElement.id === 'q'", found))
	b.open(s.origin + "/")

	// The keyboard reaches every finding, there and back.
	b.wait(onDetail(all[0].ID))
	for _, it := range all[1:] {
		b.key("j")
		b.wait(onDetail(it.ID))
	}
	b.key("k")
	b.wait(onDetail(all[len(all)-2].ID))
	b.key("?")
	b.wait("document.getElementById('help').open")
	b.key("\x1b")
	b.wait("!document.getElementById('help').open")

	// The article is one key away, with everything in it highlighted.
	b.key("a")
	b.wait("document.querySelector('.spine #here') && document.querySelector('.spine .claim') && document.querySelector('.spine .hit')")

	editAndRerun(t, b, s, dir)
	restartAndExport(t, b, s, dir, all[0].ID, all[1].ID)
}

// editAndRerun edits an article on disk: it is noticed and run again in place;
// decisions stay, one whose words are gone is shown as orphaned.
func editAndRerun(t *testing.T, b *driver, s *site, dir string) {
	t.Helper()
	all := s.sess.items
	target := all[len(all)-1]
	b.open(s.origin + filter{}.to(target.ID))
	b.click("#decide button[value=confirm]")
	b.wait("document.querySelector('.notice')")
	gone := target.Evidence[0]
	editAway(t, dir, s.sess.docs[gone.Document].Path, s.sess.docs[gone.Document].At(cover(gone.Span, gone.Context)))
	b.open(s.origin + "/view/progress")
	b.wait("document.querySelector('form.banner')")
	b.click("form.banner button")
	b.wait("document.body.dataset.generation === '2' && location.pathname === '/view/progress' && document.querySelector('h1')")
	assert.Equal(t, "confirm", ready(t, s).statusOf(all[0].ID), "the first decision stays")
	if s.sess.byID[target.ID] == nil {
		b.wait("document.body.innerText.includes('Decisions whose finding is gone')")
	}

}

// restartAndExport stops the server; a new one finds the decisions, and gives
// out what is listed.
func restartAndExport(t *testing.T, b *driver, s *site, dir, confirmed, open string) {
	t.Helper()
	before, _, err := store.In(dir).Read()
	require.NoError(t, err)
	s.stop()
	again := serve(t, Source{Paths: []string{dir}})
	b.open(again.address)
	b.wait("document.querySelector('#rows .row.confirm')")
	assert.Equal(t, "confirm", again.sess.statusOf(confirmed))
	after, _, err := store.In(dir).Read()
	require.NoError(t, err)
	assert.Equal(t, before, after)

	b.open(again.origin + "/?status=confirm")
	link := b.text("[...document.querySelectorAll('.export a')].find(a => a.textContent === 'CSV').href")
	csv := b.text(fmt.Sprintf("await (await fetch(%q)).text()", link))
	assert.Contains(t, csv, confirmed)
	assert.NotContains(t, csv, open+",")
}

// editAway takes words out of an article on disk.
func editAway(t *testing.T, dir, path, words string) {
	t.Helper()
	file := filepath.Join(dir, filepath.Base(path))
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(data), words)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(data), words, "It rained all day.", 1)), 0o644))
}

// TestBrowserNarrow holds that on a telephone list and finding take turns and
// nothing is wider than the screen, down to 390 and up to 2,560 pixels.
func TestBrowserNarrow(t *testing.T) {
	b := browser(t)
	s := serve(t, Source{Paths: []string{copyPacket(t, "ceasefire")}})
	b.open(s.address)
	b.wait("document.querySelector('#rows .row')")
	for _, width := range []int64{390, 768, 1280, 2560} {
		b.size(width, 900, "light")
		for _, path := range []string{"/", filter{}.to(s.sess.items[0].ID), "/article?doc=000", "/view/speakers", "/view/figures", "/view/provenance", "/view/progress", "/start"} {
			b.open(s.origin + path)
			assert.Equal(t, "true", b.text("document.documentElement.scrollWidth <= innerWidth"), "%s at %d", path, width)
		}
	}
	b.size(390, 900, "light")
	b.open(s.origin + "/")
	b.click("#rows li:nth-child(2) a")
	b.wait("getComputedStyle(document.querySelector('.list')).display === 'none'")
	b.blur()
	b.key("/")
	b.wait("document.activeElement.id === 'q'")
	b.click("#rows li:nth-child(2) a")
	b.wait("getComputedStyle(document.querySelector('.list')).display === 'none'")
	b.click(".walk .back")
	b.wait("getComputedStyle(document.querySelector('.list')).display !== 'none'")
}

// TestBrowserHostile opens a packet whose every word tries to break the page.
func TestBrowserHostile(t *testing.T) {
	dir := t.TempDir()
	evil := `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"'><svg onload=window.hacked=1>{{.Token}}`
	long := strings.Repeat("Wortungetüm", 400)
	rtl := "\u202eevil\u202c \u2067שלום\u2069 \u200fمرحبا"
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	for i, n := range []string{"212", "280"} {
		write(fmt.Sprintf("a%d.txt", i), fmt.Sprintf("%s %s\n\nThe ferry Alma ran aground off Sundholm on Monday with %s people on board, %s, police said.\n\n%s\n\n%s\n", evil, rtl, n, "“"+evil+" "+rtl+"”", long, rtl))
	}
	write(packetFile, fmt.Sprintf("sources:\n  - path: a0.txt\n    outlet: %q\n    title: %q\n  - path: a1.txt\n    outlet: \"javascript:window.hacked=1\"\n", evil, evil))
	b := browser(t)
	s := serve(t, Source{Paths: []string{dir}})
	b.open(s.address)
	b.wait("document.querySelector('#list')")
	require.NotEmpty(t, s.sess.items)
	require.NoError(t, s.sess.log.Append(news.Decision{Finding: s.sess.items[0].ID, Verdict: news.Dismiss, Reason: evil + rtl, Who: evil, Message: evil}))
	b.size(390, 900, "light")
	for _, path := range []string{"/", filter{}.to(s.sess.items[0].ID), articleURL(s.rep().Documents[0].ID, "0-9999"), "/view/speakers", "/view/coverage", "/view/figures",
		"/view/quotes", "/view/provenance", "/view/progress", "/view/ticks", "/start", "/?q=%3Cscript%3Ewindow.hacked=1%3C/script%3E", "/?doc=%22%3E%3Cscript%3E"} {
		b.open(s.origin + path)
		b.wait("document.querySelector('main')")
		assert.Equal(t, "undefined", b.text("typeof window.hacked"), path)
		assert.Equal(t, "true", b.text("document.documentElement.scrollWidth <= innerWidth"), "the layout holds at %s", path)
		assert.Equal(t, "0", b.text("document.querySelectorAll('main img, main script, main svg[onload]').length"), path)
		assert.Equal(t, "-1", b.text(`document.body.textContent.search(/[\u202a-\u202e\u2066-\u2069]/)`), "no override turns the page at %s", path)
	}
}

func (s *site) rep() *news.Report { return s.sess.rep }
