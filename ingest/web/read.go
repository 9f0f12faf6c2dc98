package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"crosscheck/ingest/page"
	"crosscheck/news"
)

// MaxBytes is the largest page that is read.
const MaxBytes = 16 << 20

// Read turns a page into doc's text, regions and metadata. contentType is the
// header the page came with, or "".
func Read(doc *news.Document, data []byte, contentType string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the page cannot be taken apart (%v); save its text", r)
		}
	}()
	if len(data) > MaxBytes {
		return fmt.Errorf("the page has %d MB, and at most %d MB are read; save its text", len(data)>>20, MaxBytes>>20)
	}
	root, err := html.Parse(decode(data, contentType))
	if err != nil {
		return fmt.Errorf("the page cannot be taken apart (%w); save its text", err)
	}
	m := readMeta(root)
	r := &reader{meta: m, blocks: collect(root)}
	markStory(root, r.blocks)
	r.top = commonAncestor(r.blocks)
	r.weigh()
	r.name = first(m.outlet, r.outlet())
	parts := r.parts()
	if bodyIsFuller(m.body, parts) {
		parts = fromBody(first(r.heading(), m.title), m.body)
	}
	if letters(parts) == 0 {
		return errors.New("no article found in this page; save its text")
	}
	doc.URL = first(doc.URL, m.url)
	doc.Outlet = first(doc.Outlet, r.name)
	doc.Published = firstTime(doc.Published, m.published, r.day(root))
	page.Build(doc, parts)
	doc.Title = first(doc.Title, m.title)
	return nil
}

// decode gives the page as UTF-8: as it is where it is that, else by what
// header, mark or meta tag say.
func decode(data []byte, contentType string) io.Reader {
	if utf8.Valid(data) {
		return bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	}
	r, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err != nil {
		return bytes.NewReader(bytes.ToValidUTF8(data, []byte("\uFFFD")))
	}
	return r
}

// reader is what is known of one page.
type reader struct {
	meta    meta
	blocks  []block
	top     *html.Node // the lowest element that holds the story
	name    string     // the outlet's
	article *html.Node // the article element that holds the headline, or nil
	title   int        // index of the block that is the headline, or -1
	start   int        // index of the first block of the story
	end     int        // and one past the last
	// keptIn counts the letters of the story below an element, keptBy below
	// all elements of one set of names, kept overall.
	keptIn   map[*html.Node]int
	keptBy   map[string]int
	kept     int
	elements map[*html.Node]element
	// parents hold a paragraph of the story each.
	parents map[*html.Node]bool
}

// weigh finds where the story begins and ends and which elements hold it.
func (r *reader) weigh() {
	r.title, r.start, r.end = -1, len(r.blocks), 0
	r.keptIn, r.parents = map[*html.Node]int{}, map[*html.Node]bool{}
	r.keptBy, r.elements = map[string]int{}, map[*html.Node]element{}
	for i := range r.blocks {
		b := &r.blocks[i]
		if !b.kept {
			continue
		}
		if b.words >= 8 {
			r.start = min(r.start, i)
			r.end = i + 1
			if b.el.Parent != nil && b.el.Data == "p" {
				r.parents[b.el.Parent] = true
			}
		}
		r.kept += b.all
		counted := map[string]bool{"": true}
		for n := b.el; n != nil; n = n.Parent {
			r.keptIn[n] += b.all
			if names := r.of(n).names; !counted[names] {
				counted[names] = true
				r.keptBy[names] += b.all
			}
		}
	}
	r.title = r.findTitle()
	if r.title >= 0 {
		r.article = articleOf(r.blocks[r.title].el)
	}
	if r.article == nil && r.start < len(r.blocks) {
		r.article = articleOf(r.blocks[r.start].el)
	}
	if r.keptIn[r.article]*2 < r.kept {
		r.article = nil // articles inside the story, as live pages have them
	}
}

// element is what is known of one element.
type element struct {
	names  string // cut into words
	labels label
}

// of returns what is known of an element.
func (r *reader) of(n *html.Node) element {
	e, ok := r.elements[n]
	if !ok {
		e.names = nameWords(n)
		e.labels = labelsOf(e.names)
		r.elements[n] = e
	}
	return e
}

// tells reports whether an element has one of the labels. Names that most of
// the story goes by say nothing.
func (r *reader) tells(n *html.Node, any label) bool {
	e := r.of(n)
	return e.labels&any != 0 && r.keptBy[e.names]*2 <= r.kept
}

// findTitle returns the index of the headline's block: the heading that says
// what the page's metadata or its title element say, the longest where several
// do, else the last h1 before the story.
func (r *reader) findTitle() int {
	want, window := squash(r.meta.title), squash(r.meta.window)
	h1, best := -1, -1
	for i := range r.blocks {
		b := &r.blocks[i]
		is := within(b.el, nil, func(n *html.Node) bool { return n.Data == "h1" })
		got := squash(b.text)
		if is && i <= r.start && b.words > 1 {
			h1 = i
		}
		same := want != "" && (strings.HasPrefix(want, got) || strings.HasPrefix(got, want)) || strings.Contains(window, got)
		if same && len(got) > 8 && b.words > 2 && (is || i <= r.start) && (best < 0 || len(got) > len(squash(r.blocks[best].text))) {
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	return h1
}

// squash is a title's letters, lower-cased.
func squash(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789", r) && r < 0x80 || r == '’' || r == '‘'
	}), "")
}

func (r *reader) heading() string {
	if r.title < 0 {
		return ""
	}
	return r.blocks[r.title].text
}

// parts settles the blocks that belong into the document, in page order.
func (r *reader) parts() []page.Part {
	var out []page.Part
	if title := first(r.meta.title, r.meta.window); r.title < 0 && title != "" {
		out = append(out, page.Part{Text: r.siteless(title), Kind: news.Headline})
	}
	for i := range r.blocks {
		if kind, ok := r.belongs(i); ok {
			out = append(out, page.Part{Text: r.blocks[i].text, Kind: kind})
		}
	}
	return out
}

// siteless is a title without the name of the site behind it.
func (r *reader) siteless(title string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 && len(strings.Fields(title[i:])) <= 5 {
			return title[:i]
		}
	}
	return title
}

// belongs settles one block: whether it goes into the document, and its kind
// where the page tells.
func (r *reader) belongs(i int) (news.RegionKind, bool) {
	b := &r.blocks[i]
	switch {
	case i == r.title:
		return news.Headline, true
	case r.elsewhere(b):
		return "", false
	case squash(b.text) == squash(r.heading()):
		return "", false
	case r.caption(b):
		return news.Caption, inside(b.el, r.top) || i > r.title && i < r.end
	case i > r.title && i < r.start && r.deck(i):
		return news.Deck, true
	}
	inTop := inside(b.el, r.top)
	pulled := r.named(b, pullLabel) || inTop && within(b.el, r.top, func(n *html.Node) bool { return n.Data == "aside" })
	switch {
	case inTop && (pulled || i < r.end && r.named(b, teaserLabel)):
		return news.Teaser, true
	case !b.kept && !r.recovered(i):
		return "", false
	case r.named(b, teaserLabel) || b.dense(0.9) && b.words > 3 && !strings.HasSuffix(b.text, "."):
		return news.Teaser, true
	case r.named(b, furnitureLabel) || b.text == r.name:
		return news.Furniture, true
	case isHeading(b.el) && i > r.title:
		return news.Body, true
	}
	return "", true
}

// elsewhere reports whether a block stands in another article of the page.
func (r *reader) elsewhere(b *block) bool {
	own := articleOf(b.el)
	return r.article != nil && own != nil && !inside(own, r.article)
}

// articleOf is the innermost article element around n, or nil.
func articleOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && n.Data == "article" {
			return n
		}
	}
	return nil
}

func isHeading(n *html.Node) bool {
	return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// caption reports whether a block stands under a picture.
func (r *reader) caption(b *block) bool {
	return within(b.el, r.top, func(n *html.Node) bool {
		return n.Data == "figcaption" || n.Data == "figure" && r.keptIn[n]*2 <= r.kept || r.tells(n, captionLabel)
	})
}

// named reports whether an element around the block, inside the story, has the
// label.
func (r *reader) named(b *block, l label) bool {
	return within(b.el, r.top, func(n *html.Node) bool { return r.tells(n, l) })
}

// deck reports whether a block between headline and story introduces it: it is
// named so, says what the page's description says, or is the heading right
// below the headline.
func (r *reader) deck(i int) bool {
	b := &r.blocks[i]
	if b.words < 4 || b.dense(0.5) || r.byline(b) {
		return false
	}
	if d := squash(r.meta.deck); len(d) > 20 && d == squash(b.text) {
		return true
	}
	if i == r.title+1 && r.title >= 0 && (b.el.Data == "h2" || b.el.Data == "h3") {
		return true
	}
	return within(b.el, nil, func(n *html.Node) bool { return r.keptIn[n] == 0 && r.tells(n, deckLabel) })
}

// byline reports whether the block stands in an element named for writer or date.
func (r *reader) byline(b *block) bool {
	return within(b.el, nil, func(n *html.Node) bool {
		return n.Data == "time" || r.tells(n, bylineLabel)
	})
}

// recovered reports whether a block that readability left out is running text
// of the story all the same: beside its paragraphs, or between the headline
// and its first one.
func (r *reader) recovered(i int) bool {
	b := &r.blocks[i]
	if b.words < 8 || b.dense(0.3) || i < r.title || !sentence(b.text) {
		return false
	}
	beside := i < r.end && r.parents[b.el.Parent] || b.el.Data == "p" && r.parents[b.el.Parent]
	between := i > r.title && r.title >= 0 && i < r.start && b.words >= 12 && (b.el.Data == "p" || b.el.Data == "div")
	if !beside && !between {
		return false
	}
	return !within(b.el, nil, func(n *html.Node) bool {
		switch n.Data {
		case "nav", "footer", "aside", "form", "figure", "header":
			return r.keptIn[n] == 0
		}
		return r.tells(n, furnitureLabel|teaserLabel|pullLabel|bylineLabel)
	})
}

// sentence reports whether s ends as running text does.
func sentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)] `)
	return s != "" && strings.ContainsRune(".!?:…", []rune(s)[len([]rune(s))-1])
}

// fromBody makes parts of the text that JSON-LD carries.
func fromBody(title, body string) []page.Part {
	parts := []page.Part{{Text: title, Kind: news.Headline}}
	for line := range strings.Lines(body) {
		parts = append(parts, page.Part{Text: line})
	}
	return parts
}

// bodyIsFuller reports whether the text that JSON-LD carries holds clearly more
// of the story than was found on the page, as it does behind a pay wall.
func bodyIsFuller(body string, parts []page.Part) bool {
	const most = 1 << 20 // bytes compared
	whole := squash(body[:min(len(body), most)])
	found := 0
	for _, p := range parts {
		if s := squash(p.Text); (p.Kind == "" || p.Kind == news.Body) && strings.Contains(whole, s) {
			found += len(s)
		}
	}
	return len(body) > 200 && found*13 < len(whole)*10
}

// letters counts the bytes of the parts that could be the story.
func letters(parts []page.Part) int {
	n := 0
	for _, p := range parts {
		if p.Kind == "" || p.Kind == news.Body {
			n += len(p.Text)
		}
	}
	return n
}

// day is the date the page shows: in a time element, or in the line of the
// byline, best near the headline.
func (r *reader) day(root *html.Node) time.Time {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if prop := attr(n, "itemprop"); prop == "datePublished" || n.Data == "time" && (attr(n, "pubdate") != "" || attr(n, "datetime") != "") {
			if t, ok := page.ParseTime(first(attr(n, "datetime"), attr(n, "content"))); ok && !within(n, r.top, func(n *html.Node) bool { return n.Data == "aside" }) {
				return t
			}
		}
	}
	var late time.Time
	for i := range r.blocks {
		b := &r.blocks[i]
		if i < r.title-3 || i > r.end+3 || b.words > 24 {
			continue
		}
		t, updated, pure := page.StatedDay(b.text)
		if t.IsZero() || !pure && !r.byline(b) {
			continue
		}
		if !updated {
			return t
		}
		late = firstTime(late, t)
	}
	return late
}

// outlet is the name the page gives itself in its copyright line or its title.
func (r *reader) outlet() string {
	for i := len(r.blocks) - 1; i >= 0; i-- {
		if name := page.CopyrightHolder(r.blocks[i].text); name != "" {
			return name
		}
	}
	if r.title < 0 {
		return ""
	}
	before, after, ok := strings.Cut(r.meta.window, r.heading())
	name := strings.Trim(first(after, before), " |-–—:·•")
	if !ok || len(strings.Fields(name)) > 6 {
		return ""
	}
	return name
}

func firstTime(times ...time.Time) time.Time {
	for _, t := range times {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// Fragment reads a piece of HTML that is all story, as feeds and archives carry
// it: no part of it is looked for or left out, except what never gives text.
func Fragment(doc *news.Document, title, fragment string) error {
	if len(fragment) > MaxBytes {
		return fmt.Errorf("a text of %d MB, and at most %d MB are read", len(fragment)>>20, MaxBytes>>20)
	}
	root, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return fmt.Errorf("the text cannot be taken apart (%w)", err)
	}
	var parts []page.Part
	if title = page.Clean(html.UnescapeString(title)); title != "" {
		parts = append(parts, page.Part{Text: title, Kind: news.Headline})
	}
	r := &reader{blocks: collect(root), title: -1}
	r.weigh()
	for i := range r.blocks {
		b := &r.blocks[i]
		part := page.Part{Text: b.text}
		if r.caption(b) {
			part.Kind = news.Caption
		}
		parts = append(parts, part)
	}
	page.Build(doc, parts)
	return nil
}
