package report

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// program finds one of several programs; without it a test is skipped, and
// under CI=true it fails.
func program(t *testing.T, install string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("no %s: apt-get install %s", names[0], install)
	}
	t.Skipf("SKIPPED, proves nothing: no %s; apt-get install %s", names[0], install)
	return ""
}

func chromium(t *testing.T) string {
	return program(t, "chromium", "chromium", "chromium-browser", "google-chrome")
}

// longReport has many findings, items and rows, each of several lines.
func longReport() *news.Report {
	rep := fullReport()
	rep.Matrix = nil
	first, tick := rep.Findings[0], rep.Ticks[0]
	rep.Ticks = nil
	for i := range 60 {
		f := first
		f.ID = fmt.Sprintf("number.conflict-%d", i)
		f.Severity = []news.Severity{news.High, news.Medium, news.Low}[i%3]
		f.Message = fmt.Sprintf("Finding %d says something of several lines; %s", i, strings.Repeat("one more word and ", 20))
		rep.Findings = append(rep.Findings, f)
		rep.Matrix = append(rep.Matrix, news.Row{Kind: "figure", Item: fmt.Sprintf("first%d %slast%d", i, strings.Repeat("word ", 12), i), Sources: 1,
			Cells: []news.Cell{{Document: "000", Span: first.Evidence[0].Span, Words: "212 people"}}})
		rep.Ticks = append(rep.Ticks, tick)
	}
	return rep
}

func pageFile(t *testing.T, rep *news.Report) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(file, []byte(write(t, "html", rep, Options{Matrix: true, Grid: true})), 0o644))
	return file
}

// TestPageInBrowser holds that the page fits a desk and a telephone, that its
// filters hide and show without a script, and that it asks nobody for anything.
func TestPageInBrowser(t *testing.T) {
	path := chromium(t)
	file := pageFile(t, longReport())
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithListener(func(ev any) {
		switch ev := ev.(type) {
		case *log.EventEntryAdded:
			t.Errorf("the browser complains: %s", ev.Entry.Text)
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(ev.Request.URL, "file://") {
				t.Errorf("a request leaves the page: %s", ev.Request.URL)
			}
		}
	}))
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	defer cancel()
	require.NoError(t, chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, log.Enable, cdp.Empty{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{})
		return err
	}), chromedp.Navigate("file://"+file)))
	number := func(js string) int {
		n, err := chromedp.Run(ctx, chromedp.Evaluate[int]("Math.round("+js+")"))
		require.NoError(t, err, js)
		return n
	}
	shown := `[...document.querySelectorAll("article.finding")].filter(a => a.offsetHeight > 0).length`
	for _, width := range []int64{1280, 390} {
		require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)))
		assert.LessOrEqual(t, number("document.documentElement.scrollWidth"), int(width), "nothing stands out of a page of %d", width)
		assert.Equal(t, 61, number(shown))
		require.NoError(t, chromedp.Do(ctx, chromedp.Click(chromedp.CSS("#s-high"))))
		assert.Equal(t, 40, number(shown), "without high ones")
		require.NoError(t, chromedp.Do(ctx, chromedp.Click(chromedp.CSS("button[type=reset]"))))
		assert.Equal(t, 61, number(shown), "everything again")
	}
	sides := number(`document.querySelectorAll("#f1 .sides section")[1].getBoundingClientRect().top - document.querySelector("#f1 .sides section").getBoundingClientRect().top`)
	assert.Positive(t, sides, "on a telephone the sides stand below each other")
	require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)))
	sides = number(`document.querySelectorAll("#f1 .sides section")[1].getBoundingClientRect().top - document.querySelector("#f1 .sides section").getBoundingClientRect().top`)
	assert.Zero(t, sides, "on a desk side by side")
}

// TestPrintsWholeRows holds that no row of a table is cut between two pages.
func TestPrintsWholeRows(t *testing.T) {
	path, toText := chromium(t), program(t, "poppler-utils", "pdftotext")
	file := pageFile(t, longReport())
	pdf := filepath.Join(t.TempDir(), "page.pdf")
	out, err := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+file).CombinedOutput()
	require.NoError(t, err, string(out))
	text, err := exec.Command(toText, "-layout", pdf, "-").Output()
	require.NoError(t, err)
	pages := strings.Split(string(text), "\f")
	require.Greater(t, len(pages), 10, "enough pages for rows to be cut")
	with := 0
	for i := range 60 {
		found := false
		for _, page := range pages {
			words := strings.Fields(page)
			if has(words, fmt.Sprintf("first%d", i)) {
				found = true
				assert.True(t, has(words, fmt.Sprintf("last%d", i)), "row %d is cut", i)
			}
		}
		assert.True(t, found, "row %d is printed", i)
	}
	for _, page := range pages {
		if strings.Contains(page, "first") {
			with++
			assert.Contains(t, page, "The Harbour Post", "every page of the table has its head")
		}
	}
	assert.Greater(t, with, 1, "the table is longer than a page")
}
