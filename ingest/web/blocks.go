package web

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"crosscheck/ingest/page"
)

// block is one paragraph of a page: the text between two breaks of block-level
// elements.
type block struct {
	text  string
	el    *html.Node // the nearest block-level element
	words int
	links int // letters that stand in links
	all   int // letters
	kept  bool
}

// dense reports whether at least share of the block's letters are links.
func (b *block) dense(share float64) bool {
	return b.all > 0 && float64(b.links) >= share*float64(b.all)
}

// silent elements never give text.
var silent = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "iframe": true, "object": true, "embed": true,
	"button": true, "input": true, "select": true, "textarea": true, "option": true, "canvas": true, "video": true, "audio": true,
	"head": true, "dialog": true, "map": true, "noembed": true, "noframes": true, "applet": true, "frameset": true, "math": true,
}

// blockLevel elements end a paragraph.
var blockLevel = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "main": true, "header": true, "footer": true, "aside": true, "nav": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true,
	"blockquote": true, "figure": true, "figcaption": true, "table": true, "thead": true, "tbody": true, "tr": true, "td": true, "th": true,
	"caption": true, "pre": true, "address": true, "form": true, "fieldset": true, "legend": true, "hr": true, "details": true, "summary": true,
	"body": true, "html": true, "center": true, "hgroup": true, "menu": true,
}

// walker collects the blocks of a page in order.
type walker struct {
	blocks []block
	line   strings.Builder
	links  int
	all    int
	breaks int // line breaks in a row
}

// collect returns the blocks of the tree below root.
func collect(root *html.Node) []block {
	w := &walker{}
	w.walk(root, root, false)
	w.flush(root)
	return w.blocks
}

func (w *walker) walk(n, el *html.Node, link bool) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, link)
		return
	case html.ElementNode:
		if silent[n.Data] || hidden(n) {
			return
		}
		if n.Data == "br" {
			if w.breaks++; w.breaks == 2 || w.lineEnds() {
				w.flush(el)
				w.breaks = 2
			}
			w.line.WriteByte(' ')
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	inner := el
	if blockLevel[n.Data] {
		w.flush(el)
		inner = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner, link || n.Data == "a")
	}
	if blockLevel[n.Data] {
		w.flush(n)
	}
}

func (w *walker) text(s string, link bool) {
	w.line.WriteString(s)
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			w.all++
			w.breaks = 0
			if link {
				w.links++
			}
		}
	}
}

// lineEnds reports whether a single line break ends a paragraph: after a short
// line such as a byline, or after a whole sentence.
func (w *walker) lineEnds() bool {
	const short = 8 // words
	text := strings.TrimSpace(w.line.String())
	return text != "" && (strings.Count(text, " ") < short && !strings.HasSuffix(text, ",") || sentence(text))
}

// flush ends the paragraph that is being collected in el.
func (w *walker) flush(el *html.Node) {
	if w.all > 0 {
		text := strings.Join(strings.Fields(page.Clean(w.line.String())), " ")
		w.blocks = append(w.blocks, block{text: text, el: el, links: w.links, all: w.all, words: strings.Count(text, " ") + 1})
	}
	w.line.Reset()
	w.links, w.all, w.breaks = 0, 0, 0
}

// hidden reports whether an element is not shown.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// within reports whether n is inside an element for which is holds, below top.
func within(n, top *html.Node, is func(*html.Node) bool) bool {
	for ; n != nil && n != top; n = n.Parent {
		if n.Type == html.ElementNode && is(n) {
			return true
		}
	}
	return false
}
