package feed

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"crosscheck/ingest/page"
	"crosscheck/ingest/web"
	"crosscheck/news"
)

// MaxEntries is the largest number of articles read from one file.
const MaxEntries = 20_000

// Feed reads the entries of an RSS or Atom feed that carry their full text.
func Feed(file string, data []byte) (docs []*news.Document, note string, err error) {
	defer func() {
		if r := recover(); r != nil {
			docs, note, err = nil, "", fmt.Errorf("the feed cannot be taken apart (%v); save its articles as text", r)
		}
	}()
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return nil, "", fmt.Errorf("not a feed, or a damaged one (%w); save its articles as text", err)
	}
	if len(feed.Items) > MaxEntries {
		return nil, "", fmt.Errorf("a feed of %d entries, and at most %d are read; split it", len(feed.Items), MaxEntries)
	}
	short := 0
	for i, item := range feed.Items {
		body := item.Content
		if !fullText(body) {
			if body = item.Description; !fullText(body) {
				short++
				continue
			}
		}
		doc := &news.Document{Path: fmt.Sprintf("%s#%d", file, i+1), URL: address(item.Link), Outlet: strings.TrimSpace(feed.Title), Published: when(item)}
		if err := web.Fragment(doc, item.Title, body); err != nil {
			return nil, "", fmt.Errorf("entry %d: %w", i+1, err)
		}
		docs = append(docs, doc)
	}
	if len(docs) == 0 {
		return nil, "", errors.New("no entry of this feed carries its full text; save the articles themselves")
	}
	if short > 0 {
		note = fmt.Sprintf("%d of %d entries left out, since they carry only a summary", short, len(feed.Items))
	}
	return docs, note, nil
}

// fullText reports whether a body is more than a summary: several paragraphs,
// or as long as several.
func fullText(body string) bool {
	const long = 600 // bytes
	return len(body) >= long || strings.Count(body, "</p>") > 1 || strings.Count(strings.ToLower(body), "<br") > 2
}

func when(item *gofeed.Item) time.Time {
	for _, t := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if t != nil {
			return *t
		}
	}
	for _, s := range []string{item.Published, item.Updated} {
		if t, ok := page.ParseTime(s); ok {
			return t
		}
	}
	return time.Time{}
}

// address returns s if it is a web address, else "".
func address(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}
