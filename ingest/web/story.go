package web

import (
	"net/url"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements is the largest page, in elements, that readability is asked
// about: it looks at each several times.
const maxElements = 60_000

// markStory settles which blocks are the story's: those whose element
// readability keeps.
func markStory(root *html.Node, blocks []block) {
	number := map[*html.Node]int{}
	copied := copyNumbered(root, number)
	kept := map[int]bool{}
	if len(number) <= maxElements {
		parser := readability.NewParser()
		parser.DisableJSONLD = true
		article, err := parser.ParseAndMutate(copied, &url.URL{Scheme: "https", Host: "page.invalid"})
		if err == nil && article.Node != nil {
			readNumbers(article.Node, kept)
		}
	}
	found := 0
	for i := range blocks {
		b := &blocks[i]
		if b.kept = kept[number[b.el]]; b.kept {
			found += b.all
		}
	}
	const least = 140 // letters; less is a caption or a notice, not a story
	if found < least {
		markDensest(blocks)
	}
}

// markDensest keeps the paragraphs of the element that has most of them, for
// pages that readability finds nothing in.
func markDensest(blocks []block) {
	letters := map[*html.Node]int{}
	var best *html.Node
	for i := range blocks {
		b := &blocks[i]
		if b.dense(0.3) || b.words < 6 {
			continue
		}
		holder := b.el
		if holder.Data != "div" && holder.Data != "article" && holder.Data != "td" && holder.Parent != nil {
			holder = holder.Parent
		}
		letters[holder] += b.all
		if best == nil || letters[holder] > letters[best] {
			best = holder
		}
	}
	for i := range blocks {
		b := &blocks[i]
		b.kept = best != nil && (b.el == best || b.el.Parent == best) && !b.dense(0.3)
	}
}

// marker is the front of the attribute that carries an element's number. Each
// element has an attribute name of its own, since readability copies the
// attributes of one element to another where it joins them.
const marker = "data-crosscheck-"

// copyNumbered copies a tree, numbers its elements in order, and writes each
// number into the copy as an attribute.
func copyNumbered(n *html.Node, number map[*html.Node]int) *html.Node {
	out := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: append([]html.Attribute(nil), n.Attr...)}
	if n.Type == html.ElementNode {
		number[n] = len(number) + 1
		out.Attr = append(out.Attr, html.Attribute{Key: marker + strconv.Itoa(number[n])})
		if n.Data == "div" && leaf(n) {
			out.Data, out.DataAtom = "p", atom.P // readability would put a new p in its place
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out.AppendChild(copyNumbered(c, number))
	}
	return out
}

// leaf reports whether an element holds text and nothing that ends a paragraph.
func leaf(n *html.Node) bool {
	text := false
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (blockLevel[d.Data] || d.Data == "br" || silent[d.Data] || d.Data == "img") {
			return false
		}
		text = text || d.Type == html.TextNode && strings.TrimSpace(d.Data) != ""
	}
	return text
}

// readNumbers collects the numbers of the elements that are left below n.
func readNumbers(n *html.Node, kept map[int]bool) {
	for d := range n.Descendants() {
		for _, a := range d.Attr {
			if s, ok := strings.CutPrefix(a.Key, marker); ok {
				if id, err := strconv.Atoi(s); err == nil {
					kept[id] = true
				}
			}
		}
	}
}

// commonAncestor is the lowest element that holds all the kept blocks.
func commonAncestor(blocks []block) *html.Node {
	var top *html.Node
	for i := range blocks {
		if !blocks[i].kept || blocks[i].words < 8 {
			continue
		}
		if top == nil {
			top = blocks[i].el
		}
		for !inside(blocks[i].el, top) {
			top = top.Parent
		}
	}
	return top
}

// inside reports whether n is top or below it.
func inside(n, top *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return top == nil
}
