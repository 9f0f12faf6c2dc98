package fetch_test

import (
	"compress/gzip"
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/ingest/fetch"
)

func TestGet(t *testing.T) {
	var asked []string
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<img src=/picture><p>Words.</p>"))
	})
	mux.HandleFunc("/picture", func(http.ResponseWriter, *http.Request) { t.Error("a picture was asked for") })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/huge", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1073741824")
		block := []byte(strings.Repeat("word ", 1<<18))
		for range 20 {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		block := make([]byte, 1<<20)
		for range 40 {
			if _, err := z.Write(block); err != nil {
				return
			}
		}
		_ = z.Close()
	})
	site := httptest.NewServer(mux)
	defer site.Close()
	f := &fetch.Fetcher{AllowPrivate: true, Timeout: 5 * time.Second}

	page, err := f.Get(context.Background(), site.URL+"/moved")
	require.NoError(t, err)
	assert.Equal(t, site.URL+"/page", page.Final)
	assert.Equal(t, "text/html; charset=utf-8", page.ContentType)
	assert.Equal(t, "<img src=/picture><p>Words.</p>", string(page.Data))
	assert.Equal(t, []string{"/page"}, asked, "the page and nothing else")

	for path, want := range map[string]string{
		"/round": "more than 5 redirects", "/file": "not a web address", "/gone": "the site answered 410 Gone", "/huge": "more than 16 MB", "/bomb": "more than 16 MB",
	} {
		_, err := f.Get(context.Background(), site.URL+path)
		require.Error(t, err, path)
		assert.Contains(t, err.Error(), want, path)
	}
	f.Timeout = 100 * time.Millisecond
	_, err = f.Get(context.Background(), site.URL+"/slow")
	assert.EqualError(t, err, "no answer within 100ms; open the page in a browser and save it")

	_, err = (&fetch.Fetcher{}).Get(context.Background(), site.URL+"/page")
	assert.EqualError(t, err, "the address lies in a private network; add --allow-private if you trust it")
	for _, address := range []string{"ftp://example.org/a", "https://", "file:///etc/passwd", "https://user:secret@example.org/", "https://exa mple.org/%zz"} {
		_, err := f.Get(context.Background(), address)
		assert.Error(t, err, address)
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1:248:1893:25c8:1946": true, "1.1.1.1": true,
		"127.0.0.1": false, "10.1.2.3": false, "192.168.1.1": false, "172.16.0.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false,
		"::1": false, "::": false, "fe80::1": false, "fd00::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "ff02::1": false,
	} {
		assert.Equal(t, want, fetch.Public(netip.MustParseAddr(address)), address)
	}
}
