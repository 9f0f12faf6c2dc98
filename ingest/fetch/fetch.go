// Package fetch gets one page from the web, and never more than that page: no
// pictures, no frames, no cookies. Time, size and redirects are bounded, and
// addresses inside a private network, or of this machine, are refused at the
// moment of connecting, so neither a redirect nor a name that changes its
// address gets past.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Bounds on one page.
const (
	DefaultTimeout = 20 * time.Second // the whole of it, redirects included
	MaxBytes       = 16 << 20         // of the page, unpacked
	maxRedirects   = 5
)

// Fetcher gets pages. Its zero value keeps to the public web.
type Fetcher struct {
	// AllowPrivate lets it connect to private and loopback addresses and to
	// ports other than 80 and 443.
	AllowPrivate bool
	// Timeout is the most one page may take; 0 is DefaultTimeout.
	Timeout time.Duration
}

// Page is what was got.
type Page struct {
	// Address is what was asked for, Final what answered after redirects.
	Address, Final string
	ContentType    string
	Data           []byte
}

// Get gets one page.
func (f *Fetcher) Get(ctx context.Context, address string) (Page, error) {
	timeout := f.Timeout
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	u, err := url.Parse(address)
	if err != nil {
		return Page{}, errors.New("not a web address; write it as https://example.org/page")
	}
	if err := allowed(u); err != nil {
		return Page{}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Page{}, errors.New("not a web address; write it as https://example.org/page")
	}
	req.Header.Set("User-Agent", "crosscheck (reads one page for its user)")
	req.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5")
	client := f.client()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return Page{}, reason(err, timeout)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Page{}, fmt.Errorf("the site answered %d %s; open the page in a browser and save it", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, MaxBytes+1))
	if err != nil {
		return Page{}, reason(err, timeout)
	}
	if len(data) > MaxBytes {
		return Page{}, fmt.Errorf("the page has more than %d MB; save its text", MaxBytes>>20)
	}
	return Page{Address: address, Final: resp.Request.URL.String(), ContentType: resp.Header.Get("Content-Type"), Data: data}, nil
}

// client is a client for one page.
func (f *Fetcher) client() *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: f.control}
	return &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 15 * time.Second,
			MaxResponseHeaderBytes: 1 << 20, DisableKeepAlives: true, ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) >= maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			if via[0].URL.Scheme == "https" && req.URL.Scheme != "https" {
				return errors.New("the site leads from https to http")
			}
			return allowed(req.URL)
		},
	}
}

// allowed refuses addresses that are no plain web page's.
func allowed(u *url.URL) error {
	switch {
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return errors.New("not a web address; write it as https://example.org/page")
	case u.User != nil:
		return errors.New("an address with a user name in it is not fetched; save the page")
	}
	return nil
}

// errPrivate is what connecting to a private address gives.
var errPrivate = errors.New("the address lies in a private network; add --allow-private if you trust it")

// control looks at every address that is about to be connected to.
func (f *Fetcher) control(_, address string, _ syscall.RawConn) error {
	if f.AllowPrivate {
		return nil
	}
	at, err := netip.ParseAddrPort(address)
	if err != nil || !Public(at.Addr()) || at.Port() != 80 && at.Port() != 443 {
		return errPrivate
	}
	return nil
}

// reserved are the blocks besides the private ones that are nobody's on the
// public web, or that carry another address inside.
var reserved = func() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10",
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// Public reports whether an address belongs to the public web.
func Public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// reason says in plain words why a page could not be had.
func reason(err error, timeout time.Duration) error {
	if errors.Is(err, errPrivate) {
		return errPrivate
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("no answer within %s; open the page in a browser and save it", timeout)
	}
	if ue, ok := errors.AsType[*url.Error](err); ok {
		err = ue.Err
	}
	if oe, ok := errors.AsType[*net.OpError](err); ok {
		err = oe.Err
	}
	return fmt.Errorf("cannot be fetched (%s); open the page in a browser and save it", strings.TrimSuffix(err.Error(), "."))
}
