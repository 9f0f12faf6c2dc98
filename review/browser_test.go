package review

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/pipeline"
)

// chromium is the browser that the tests drive, or "".
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// browser starts Chromium, or skips the test loudly where there is none. Where
// CI=true that fails: there it has to be installed.
func browser(t *testing.T) *driver {
	t.Helper()
	path := chromium()
	if path == "" {
		const missing = "NO CHROMIUM: the page is not tested in a browser; apt-get install chromium"
		if os.Getenv("CI") == "true" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(t.TempDir()))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithListener(func(ev any) { mind(t, ev) }))
	t.Cleanup(cancel)
	b := &driver{t, ctx}
	enable := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, log.Enable, cdp.Empty{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{})
		return err
	})
	require.NoError(t, chromedp.Do(ctx, enable))
	return b
}

// mind fails the test on whatever a page must never do: an error of its
// script, something the policy forbids, a request to anybody else.
func mind(t *testing.T, ev any) {
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		t.Errorf("script: %s %+v", ev.ExceptionDetails.Text, ev.ExceptionDetails.Exception)
	case *log.EventEntryAdded:
		if ev.Entry.Source == "security" || strings.Contains(ev.Entry.Text, "Content Security Policy") {
			t.Errorf("policy: %s", ev.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		if u := ev.Request.URL; !strings.HasPrefix(u, "http://127.0.0.1:") && !strings.HasPrefix(u, "data:") {
			t.Errorf("a request leaves the page: %s", u)
		}
	}
}

// driver drives a browser tab; its methods fail the test.
type driver struct {
	t   *testing.T
	ctx context.Context
}

// patience is how long one step may take on a busy machine.
const patience = 30 * time.Second

func (b *driver) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	require.NoError(b.t, chromedp.Do(ctx, steps...))
}

func (b *driver) open(url string) { b.t.Helper(); b.do(chromedp.Navigate(url)) }

func (b *driver) click(css string) { b.t.Helper(); b.do(chromedp.Click(chromedp.CSS(css))) }

func (b *driver) fill(css, text string) {
	b.t.Helper()
	b.do(chromedp.SendKeys(chromedp.CSS(css), text))
}

func (b *driver) key(keys string) { b.t.Helper(); b.do(chromedp.KeyEvent(keys)) }

// blur takes the cursor out of any field.
func (b *driver) blur() { b.t.Helper(); b.do(evaluate("document.activeElement?.blur()")) }

// evaluate runs an expression for what it does.
func evaluate(js string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Evaluate[bool]("(("+js+"), true)")(ctx, target)
		return chromedp.Void{}, err
	}
}

// wait waits until an expression of the page is true.
func (b *driver) wait(js string) {
	b.t.Helper()
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		ctx, cancel := context.WithTimeout(b.ctx, patience)
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+js+")"))
		cancel()
		if err == nil && ok {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	where, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string]("location.href + ' ' + document.querySelector('main')?.innerText.slice(0, 600)"))
	require.FailNow(b.t, "waited in vain", "%s\nat %s", js, where)
}

// text is what an expression of the page gives.
func (b *driver) text(js string) string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	s, err := chromedp.Run(ctx, chromedp.Evaluate[string]("(async () => String("+js+"))()", chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, js)
	return s
}

// size makes the window of a size, light or dark.
func (b *driver) size(width, height int64, scheme string) {
	b.t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	b.do(chromedp.EmulateViewport(width, height), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, media)
		return err
	}))
}

// site is a server under test.
type site struct {
	*Server
	address string
	origin  string
	home    string
	stop    func()
}

// serve runs a server until the test ends or stop is called.
func serve(t *testing.T, src Source) *site {
	t.Helper()
	home := filepath.Join(t.TempDir(), "packets")
	return serveIn(t, src, home)
}

func serveIn(t *testing.T, src Source, home string) *site {
	t.Helper()
	settings := func([]string) (pipeline.Options, error) { return pipeline.Options{}, nil }
	s := New(Options{Source: src, Settings: settings, Home: home, Who: "Ana Ruiz", Now: time.Now})
	l, err := Listen("0")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	stopped := false
	stop := func() {
		if !stopped {
			stopped = true
			cancel()
			assert.NoError(t, <-ended, "it shuts down cleanly")
		}
	}
	t.Cleanup(stop)
	return &site{s, s.Address(l), "http://" + l.Addr().(*net.TCPAddr).String(), home, stop}
}

// copyPacket copies a fixture, so that its decisions are the test's own.
func copyPacket(t *testing.T, name string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join("..", "fixtures", name))))
	return dir
}
