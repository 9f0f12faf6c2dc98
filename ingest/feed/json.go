package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"crosscheck/ingest/page"
	"crosscheck/ingest/web"
	"crosscheck/news"
)

// Fields names the fields of JSON articles; "" takes the usual names. A name
// may lead into objects: "content.body".
type Fields struct{ Text, Title, Outlet, Published, URL, ID string }

// usual are the names tried where Fields gives none, best first.
var usual = map[string][]string{
	"text":      {"text", "body", "content", "article", "articleBody", "full_text", "fulltext", "maintext", "body_text", "body_xhtml", "body_html"},
	"title":     {"title", "headline", "name"},
	"outlet":    {"outlet", "publisher", "source_name", "site_name", "site", "publication", "source"},
	"published": {"published", "date", "datePublished", "published_at", "publishedAt", "date_publish", "publish_date", "pubDate", "versioncreated", "timestamp"},
	"url":       {"url", "link", "uri", "canonical"},
	"id":        {"id", "doc_id", "docid", "article_id"},
}

// JSON reads one article, a list of them, an object that holds such a list, or
// one article a line. ninjs is recognised by its fields.
func JSON(file string, data []byte, fields Fields) (docs []*news.Document, note string, err error) {
	objects, err := objectsOf(data)
	if err != nil {
		return nil, "", err
	}
	without := 0
	for i, o := range objects {
		doc := &news.Document{Path: file}
		if len(objects) > 1 {
			doc.Path = fmt.Sprintf("%s#%d", file, i+1)
		}
		read := fields.read
		if o.ninjs() && fields.Text == "" {
			read = func(doc *news.Document, o object) (bool, error) { return readNinjs(doc, o) }
		}
		ok, err := read(doc, o)
		if err != nil {
			return nil, "", fmt.Errorf("article %d: %w", i+1, err)
		}
		if !ok {
			without++
			continue
		}
		docs = append(docs, doc)
	}
	if len(docs) == 0 {
		return nil, "", fields.nothing(objects)
	}
	if without > 0 {
		note = fmt.Sprintf("%d of %d articles left out, since their text is empty", without, len(objects))
	}
	return docs, note, nil
}

// nothing is the error of a file whose articles have no text field.
func (fields Fields) nothing(objects []object) error {
	if len(objects) == 0 {
		return errors.New("no article in this JSON; it should be an object, a list of objects, or one object a line")
	}
	want := fields.Text
	if want == "" {
		want = "text"
	}
	keys := make([]string, 0, len(objects[0]))
	for k := range objects[0] {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	if len(keys) > 12 {
		keys = append(keys[:12], "…")
	}
	return fmt.Errorf("no field %q with words in it; name the field that holds the text (there are %s)", want, strings.Join(keys, ", "))
}

// object is one JSON object, its fields not yet read.
type object map[string]json.RawMessage

// objectsOf finds the article objects of a file.
func objectsOf(data []byte) ([]object, error) {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	var list []object
	if bytes.HasPrefix(data, []byte("[")) {
		if err := json.Unmarshal(data, &list); err != nil {
			return nil, fmt.Errorf("damaged JSON (%w); export it again", err)
		}
		return list, tooMany(len(list))
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		var o object
		err := dec.Decode(&o)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("damaged JSON after %d articles (%w); export it again", len(list), err)
		}
		if list = append(list, o); len(list) > MaxEntries {
			return nil, tooMany(len(list))
		}
	}
	if len(list) == 1 {
		for _, key := range []string{"articles", "items", "documents", "data", "results", "entries"} {
			var inner []object
			if json.Unmarshal(list[0][key], &inner) == nil && len(inner) > 0 {
				return inner, tooMany(len(inner))
			}
		}
	}
	return list, nil
}

func tooMany(n int) error {
	if n > MaxEntries {
		return fmt.Errorf("more than %d articles; split the file", MaxEntries)
	}
	return nil
}

// read fills doc from an object and reports whether there was any text.
func (fields Fields) read(doc *news.Document, o object) (bool, error) {
	body := o.get(fields.Text, "text")
	if strings.TrimSpace(body) == "" {
		return false, nil
	}
	title := o.get(fields.Title, "title")
	doc.Outlet = o.get(fields.Outlet, "outlet")
	doc.URL = address(o.get(fields.URL, "url"))
	doc.ID = o.get(fields.ID, "id")
	if t, ok := page.ParseTime(o.get(fields.Published, "published")); ok {
		doc.Published = t
	}
	return true, fill(doc, title, body)
}

// get is the text of the field with the name, or of the first usual one.
func (o object) get(name, meaning string) string {
	if name != "" {
		return o.path(strings.Split(name, "."))
	}
	for _, name := range usual[meaning] {
		if s := o.path([]string{name}); s != "" {
			return s
		}
	}
	return ""
}

// path follows names into objects and returns the text there: a string, a
// number as written, or a list of strings as paragraphs.
func (o object) path(names []string) string {
	raw := o[names[0]]
	if len(names) > 1 {
		var inner object
		if json.Unmarshal(raw, &inner) != nil || inner == nil {
			return ""
		}
		return inner.path(names[1:])
	}
	var s string
	var list []string
	var n json.Number
	switch {
	case len(raw) == 0:
	case json.Unmarshal(raw, &s) == nil:
		return strings.TrimSpace(s)
	case json.Unmarshal(raw, &list) == nil:
		return strings.Join(list, "\n\n")
	case json.Unmarshal(raw, &n) == nil:
		return n.String()
	}
	return ""
}

// fill settles the text of an article: HTML where it is that, else its lines.
func fill(doc *news.Document, title, body string) error {
	if markup(body) {
		return web.Fragment(doc, title, body)
	}
	if title == "" {
		doc.Text = body
		page.Text(doc)
		return nil
	}
	doc.Title = title
	parts := []page.Part{{Text: title, Kind: news.Headline}}
	for line := range strings.Lines(body) {
		parts = append(parts, page.Part{Text: line})
	}
	page.Build(doc, parts)
	return nil
}

// markup reports whether a text is HTML: it holds tags that break paragraphs.
func markup(s string) bool {
	low := strings.ToLower(s)
	for _, tag := range []string{"<p>", "<p ", "<br", "<div", "</p>", "<h1", "<h2"} {
		if strings.Contains(low, tag) {
			return true
		}
	}
	return false
}
