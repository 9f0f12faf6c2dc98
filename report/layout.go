package report

import (
	"strings"

	"github.com/rivo/uniseg"

	"crosscheck/news"
)

// cluster is one visible character, its columns, whether it differs, and the
// byte of the document at which it stands.
type cluster struct {
	text   string
	width  int
	marked bool
	at     int
}

// word is a run of clusters without white space. gap says that the white space
// before it is marked too; cut that words before it were left out.
type word struct {
	clusters []cluster
	width    int
	marked   bool
	gap      bool
}

// wordsOf splits the words at shown into visible characters, with what would
// steer a terminal taken out.
func wordsOf(doc *news.Document, shown news.Span, marks []news.Span) []word {
	var out []word
	var cur word
	gap := false
	flush := func() {
		if len(cur.clusters) > 0 {
			out = append(out, cur)
		}
		cur = word{}
	}
	at := shown.Start
	state := -1
	rest := doc.At(shown)
	for len(rest) > 0 {
		var c string
		var width int
		c, rest, width, state = uniseg.FirstGraphemeClusterInString(rest, state)
		marked := overlapsAny(marks, news.Span{Start: at, End: at + len(c)})
		begin := at
		at += len(c)
		text := clean(c)
		switch {
		case strings.TrimSpace(c) == "":
			flush()
			gap = marked
			continue
		case text == "":
			continue
		case len(cur.clusters) == 0:
			cur.gap = gap
		}
		cur.clusters = append(cur.clusters, cluster{text, width, marked, begin})
		cur.width += width
		cur.marked = cur.marked || marked
	}
	flush()
	return out
}

func overlapsAny(marks []news.Span, s news.Span) bool {
	for _, m := range marks {
		if m.Overlaps(s) {
			return true
		}
	}
	return false
}

// ellipsis stands for words left out.
var ellipsis = word{clusters: []cluster{{"…", 1, false, 0}}, width: 1}

// window keeps as many words as fit in room columns: the marked ones first,
// then their neighbours on both sides, further and further out.
func window(words []word, room int) []word {
	total := 0
	for _, w := range words {
		total += w.width + 1
	}
	if total <= room {
		return words
	}
	keep := keepMarked(words, room)
	room -= used(words, keep)
	for grown := true; grown && room > 0; {
		grown = false
		for _, i := range edges(keep) {
			if cost := words[i].width + 1; cost <= room && !keep[i] {
				keep[i], grown = true, true
				room -= cost
			}
		}
	}
	var out []word
	for i, w := range words {
		switch {
		case keep[i]:
			out = append(out, w)
		case i == 0 || keep[i-1]:
			out = append(out, ellipsis)
		}
	}
	return out
}

// keepMarked keeps the marked words; of marks longer than the room, their
// beginning and, in a third of it, their end. Without marks it keeps the first
// word.
func keepMarked(words []word, room int) []bool {
	keep := make([]bool, len(words))
	var marked []int
	width := 0
	for i, w := range words {
		if w.marked {
			marked = append(marked, i)
			width += w.width + 1
		}
	}
	if len(marked) == 0 {
		keep[0] = true
		return keep
	}
	fill := func(order []int, room int) {
		for _, i := range order {
			if room -= words[i].width + 1; room < 0 {
				return
			}
			keep[i] = true
		}
	}
	if width <= room {
		fill(marked, room)
		return keep
	}
	fill(marked, room*2/3)
	for l, r := 0, len(marked)-1; l < r; l, r = l+1, r-1 {
		marked[l], marked[r] = marked[r], marked[l]
	}
	fill(marked, room/3)
	keep[marked[len(marked)-1]] = true
	return keep
}

func used(words []word, keep []bool) (columns int) {
	for i, k := range keep {
		if k {
			columns += words[i].width + 1
		}
	}
	return columns
}

// edges lists the words next to those kept.
func edges(keep []bool) []int {
	var out []int
	for i, k := range keep {
		if !k && (i > 0 && keep[i-1] || i+1 < len(keep) && keep[i+1]) {
			out = append(out, i)
		}
	}
	return out
}

// row is one line of words.
type row []word

// wrap breaks words into rows of at most width columns; a word longer than a
// row is broken inside.
func wrap(words []word, width int) []row {
	var out []row
	var cur row
	columns := 0
	for _, w := range words {
		for w.width > width {
			head, tail := split(w, width)
			if len(cur) > 0 {
				out, cur, columns = append(out, cur), nil, 0
			}
			out = append(out, row{head})
			w = tail
		}
		if len(cur) > 0 && columns+1+w.width > width {
			out, cur, columns = append(out, cur), nil, 0
		}
		if len(cur) > 0 {
			columns++
		}
		cur = append(cur, w)
		columns += w.width
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out
}

// split cuts a word so that its head fits in width columns; the head has at
// least one character.
func split(w word, width int) (head, tail word) {
	n, columns := 0, 0
	for n < len(w.clusters) && (n == 0 || columns+w.clusters[n].width <= width) {
		columns += w.clusters[n].width
		n++
	}
	head = word{clusters: w.clusters[:n], width: columns, gap: w.gap}
	tail = word{clusters: w.clusters[n:], width: w.width - columns}
	for i, c := range w.clusters {
		if i < n {
			head.marked = head.marked || c.marked
		} else {
			tail.marked = tail.marked || c.marked
		}
	}
	return head, tail
}

// carets is the line under a row: ^ under what differs, or "" where nothing does.
func (r row) carets() string {
	var b strings.Builder
	for i, w := range r {
		if i > 0 {
			b.WriteString(caret(w.gap && w.marked && r[i-1].marked, 1))
		}
		for _, c := range w.clusters {
			b.WriteString(caret(c.marked, c.width))
		}
	}
	return strings.TrimRight(b.String(), " ")
}

func caret(marked bool, width int) string {
	if marked {
		return strings.Repeat("^", width)
	}
	return strings.Repeat(" ", width)
}

// text is the row's words, those that differ passed through paint.
func (r row) text(paint func(string) string) string {
	var b strings.Builder
	for _, seg := range segments(r) {
		if seg.Marked {
			b.WriteString(paint(seg.Text))
		} else {
			b.WriteString(seg.Text)
		}
	}
	return b.String()
}

// plainWords makes words of a sentence of the report's own.
func plainWords(text string) []word {
	doc := &news.Document{Text: clean(text)}
	return wordsOf(doc, news.Span{Start: 0, End: len(doc.Text)}, nil)
}

// segment is a run of words that all differ or all do not.
type segment struct {
	Text   string
	Marked bool
}

// segments joins words back into running text.
func segments(words []word) []segment {
	var out []segment
	add := func(text string, marked bool) {
		if n := len(out); n > 0 && out[n-1].Marked == marked {
			out[n-1].Text += text
		} else {
			out = append(out, segment{text, marked})
		}
	}
	for i, w := range words {
		if i > 0 {
			add(" ", w.gap && w.marked && words[i-1].marked)
		}
		for _, c := range w.clusters {
			add(c.text, c.marked)
		}
	}
	return out
}
