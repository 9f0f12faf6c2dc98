package page

import (
	"strings"
	"time"
	"unicode"

	"gopkg.in/yaml.v3"

	"crosscheck/news"
)

// Markdown settles the regions of a Markdown text: as Text does, with heading
// marks, list marks and front matter set apart as furniture, the first heading
// taken for the headline, and the front matter believed where it names title,
// outlet, date, address or original.
func Markdown(doc *news.Document) {
	front := frontMatter(doc)
	blocks := split(doc.Text)
	out := make([]Block, 0, len(blocks)+4)
	if front > 0 {
		out = append(out, newBlock(doc.Text, news.Span{Start: 0, End: front}, false))
		out[0].Kind = news.Furniture
	}
	titled := false
	for _, b := range blocks {
		if b.Start < front {
			continue
		}
		n, heading := markLength(b.text)
		if n > 0 && n < len(b.text) {
			mark := newBlock(doc.Text, news.Span{Start: b.Start, End: b.Start + len(strings.TrimRight(b.text[:n], " \t"))}, b.Gap)
			mark.Kind = news.Furniture
			out = append(out, mark)
			b = newBlock(doc.Text, news.Span{Start: b.Start + n, End: b.End}, false)
		}
		if heading && !titled {
			b.Kind, titled = news.Headline, true
		}
		out = append(out, b)
	}
	declare(doc, settle(doc.Text, out))
}

// markLength is the length of the mark a Markdown block begins with, spaces
// included, and whether it makes the block a heading.
func markLength(s string) (n int, heading bool) {
	rest := strings.TrimLeft(s, "#")
	switch hashes := len(s) - len(rest); {
	case hashes > 0 && hashes <= 6 && strings.HasPrefix(rest, " "):
		return len(s) - len(strings.TrimLeft(rest, " \t")), true
	case hashes > 0:
		return 0, false
	}
	for _, mark := range []string{"> ", "- ", "* ", "+ "} {
		if strings.HasPrefix(s, mark) {
			return len(s) - len(strings.TrimLeft(s[len(mark):], " \t")), false
		}
	}
	return 0, false
}

// frontMatter reads the YAML between two "---" lines at the very front into
// doc and returns where it ends, or 0. YAML that cannot be read is only set
// apart.
func frontMatter(doc *news.Document) int {
	const most = 64 << 10 // bytes
	first, rest, found := strings.Cut(doc.Text, "\n")
	if !found || strings.TrimRight(first, " \r") != "---" {
		return 0
	}
	start := len(doc.Text) - len(rest)
	for at := start; at < len(doc.Text) && at < most; {
		end, next := lineEnd(doc.Text, at)
		if line := strings.TrimRightFunc(doc.Text[at:end], unicode.IsSpace); line == "---" || line == "..." {
			readFront(doc, doc.Text[start:at])
			return end
		}
		at = next
	}
	return 0
}

func readFront(doc *news.Document, text string) {
	var front struct {
		Title, Outlet, Publisher, Site, URL, Link, Source, Date, Published string
	}
	var node yaml.Node
	if yaml.Unmarshal([]byte(text), &node) != nil || node.Decode(&front) != nil {
		return
	}
	fill(&doc.Title, front.Title)
	fill(&doc.Outlet, front.Outlet, front.Publisher, front.Site)
	fill(&doc.URL, front.URL, front.Link)
	fill(&doc.Source, front.Source)
	for _, s := range []string{front.Published, front.Date} {
		if t, ok := ParseTime(s); ok && doc.Published.IsZero() {
			doc.Published = t
		}
	}
}

// fill sets an empty string to the first of values that is not.
func fill(s *string, values ...string) {
	for _, v := range values {
		if *s == "" {
			*s = strings.TrimSpace(v)
		}
	}
}

// timeLayouts are the ways in which files and pages write dates for machines.
var timeLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "20060102T150405Z", "20060102T150405-0700", "20060102", "2006/01/02",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006",
}

// ParseTime reads a date as machines write it, or in plain English words. The
// offset stated is kept; without one it is UTC.
func ParseTime(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 80 {
		return time.Time{}, false
	}
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1700 && t.Year() < 2200 {
			return t, true
		}
	}
	if d, ok := english().readDateLine(fold(s)); ok && !d.day.IsZero() {
		return d.day, true
	}
	return time.Time{}, false
}
