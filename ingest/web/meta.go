package web

import (
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/net/html"

	"crosscheck/ingest/page"
)

// meta is what the head of a page and its structured data declare.
type meta struct {
	title, outlet, url, deck string
	window                   string // the title element: the headline, often with the outlet's name
	published                time.Time
	body                     string // the article's text where JSON-LD carries it
}

// The names of meta tags that carry one fact, best first.
var (
	titleNames = []string{"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"}
	siteNames  = []string{"og:site_name", "application-name", "dc.publisher", "article:publisher_name", "publisher", "apple-mobile-web-app-title"}
	dateNames  = []string{"article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "publication_date", "publication-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "article:published", "og:pubdate", "ptime", "originalpublicationdate", "displaydate", "lastmod", "article:modified_time", "last-modified"}
)

// readMeta collects what the page declares.
func readMeta(root *html.Node) meta {
	var m meta
	values := map[string]string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if value := strings.TrimSpace(attr(n, "content")); name != "" && value != "" && values[name] == "" {
				values[name] = value
			}
		case "title":
			if n.FirstChild != nil && m.window == "" {
				m.window = strings.Join(strings.Fields(n.FirstChild.Data), " ")
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.url == "" {
				m.url = attr(n, "href")
			}
		case "script":
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				m.readJSON(n.FirstChild.Data)
			}
		}
	}
	m.url = webAddress(first(m.url, values["og:url"]))
	m.deck = values["og:description"]
	for _, name := range titleNames {
		m.title = first(m.title, values[name])
	}
	for _, name := range siteNames {
		m.outlet = first(m.outlet, plainName(values[name]))
	}
	for _, name := range dateNames {
		if t, ok := page.ParseTime(values[name]); ok && m.published.IsZero() {
			m.published = t
		}
	}
	return m
}

// webAddress returns s if it is an absolute http address, else "".
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}

// plainName drops what is no name of an outlet: addresses, handles, long lines.
func plainName(s string) string {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "©"))
	if len(s) > 60 || strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	return s
}

// first returns the first of values that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// thing is the part of a schema.org object that is read.
type thing struct {
	Type       names           `json:"@type"`
	Graph      []thing         `json:"@graph"`
	Headline   names           `json:"headline"`
	Name       names           `json:"name"`
	Published  names           `json:"datePublished"`
	Created    names           `json:"dateCreated"`
	Body       names           `json:"articleBody"`
	Publisher  json.RawMessage `json:"publisher"`
	MainEntity json.RawMessage `json:"mainEntity"`
}

// names is a string, a list of strings, or anything else, which counts as none.
type names []string

// UnmarshalJSON implements json.Unmarshaler.
func (n *names) UnmarshalJSON(data []byte) error {
	var one string
	var list []string
	switch {
	case json.Unmarshal(data, &one) == nil:
		*n = names{one}
	case json.Unmarshal(data, &list) == nil:
		*n = list
	}
	return nil
}

func (n names) first() string {
	if len(n) == 0 {
		return ""
	}
	return strings.TrimSpace(html.UnescapeString(n[0]))
}

// readJSON reads one JSON-LD script, forgiving what pages get wrong: comment
// marks around it, raw line breaks inside strings.
func (m *meta) readJSON(script string) {
	const most = 4 << 20 // bytes
	if len(script) > most {
		return
	}
	script = strings.TrimSpace(script)
	for _, mark := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		script = strings.TrimPrefix(script, mark)
	}
	for _, mark := range []string{"-->", "//]]>", "]]>", "/*]]>*/", ";"} {
		script = strings.TrimSuffix(strings.TrimSpace(script), mark)
	}
	script = strings.Map(func(r rune) rune {
		if r < 0x20 {
			return ' '
		}
		return r
	}, strings.TrimSpace(script))
	var one thing
	var list []thing
	switch {
	case json.Unmarshal([]byte(script), &list) == nil:
	case json.Unmarshal([]byte(script), &one) == nil:
		list = []thing{one}
	}
	m.take(list, 0)
}

// take fills in what article objects say; the objects may hold others.
func (m *meta) take(list []thing, depth int) {
	if depth > 4 {
		return
	}
	for _, t := range list {
		if t.article() {
			m.title = first(m.title, t.Headline.first(), t.Name.first())
			m.body = first(m.body, t.Body.first())
			m.outlet = first(m.outlet, publisher(t.Publisher))
			if at, ok := page.ParseTime(first(t.Published.first(), t.Created.first())); ok && m.published.IsZero() {
				m.published = at
			}
		}
		m.take(t.Graph, depth+1)
		var inner thing
		if json.Unmarshal(t.MainEntity, &inner) == nil {
			m.take([]thing{inner}, depth+1)
		}
	}
}

// article reports whether the object is a story: NewsArticle and its kin.
func (t thing) article() bool {
	for _, name := range t.Type {
		name = name[strings.LastIndexByte(name, '/')+1:]
		if strings.HasSuffix(name, "Article") || name == "BlogPosting" || name == "LiveBlogPosting" || name == "Report" {
			return true
		}
	}
	return false
}

// publisher is the name of a publisher given as an object, a list or a name.
func publisher(data json.RawMessage) string {
	var one thing
	var list []thing
	var name string
	switch {
	case len(data) == 0:
		return ""
	case json.Unmarshal(data, &name) == nil:
		return plainName(name)
	case json.Unmarshal(data, &list) == nil && len(list) > 0:
		return plainName(list[0].Name.first())
	case json.Unmarshal(data, &one) == nil:
		return plainName(one.Name.first())
	}
	return ""
}
