package pdf

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"crosscheck/ingest/page"
	"crosscheck/news"
)

// Read turns a PDF into doc's text, regions and page numbers.
func Read(doc *news.Document, data []byte) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w (%v)", errNoPDF, r)
		}
	}()
	f, err := open(data)
	if err != nil {
		return err
	}
	sheets := f.pages()
	if len(sheets) == 0 {
		return errNoPDF
	}
	var all [][]line
	letters, images := 0, 0
	for i, s := range sheets {
		p := f.paint(s)
		if f.drawn > maxDrawn || f.left <= 0 {
			return errors.New("the PDF draws more than an article does; copy its text into a file")
		}
		lines := linesOf(p.runs, i+1)
		letters += weight(lines)
		images += p.images
		all = append(all, order(lines, 0))
	}
	if letters < 20*len(sheets) {
		if images > 0 {
			return errors.New("the PDF holds pictures of pages and no text; run text recognition (OCR) over it and save it again")
		}
		if letters == 0 {
			return errors.New("the PDF holds no text; copy the article into a file")
		}
	}
	lines := slices.Concat(withoutRunningHeads(all)...)
	if every := slices.Concat(all...); weight(lines)*2 < weight(every) {
		lines = every // pages this much alike are all there is to read
	}
	page.Build(doc, parts(paragraphs(lines), usualSize(lines)))
	if strings.TrimSpace(doc.Text) == "" {
		return errors.New("the PDF holds no text that can be read; copy the article into a file")
	}
	return nil
}

// weight is the length of the text of lines, in bytes.
func weight(lines []line) int {
	n := 0
	for _, l := range lines {
		n += len(l.text)
	}
	return n
}

// parts hands the paragraphs over; the largest type above the text on the
// first page is the headline.
func parts(list []paragraph, body float64) []page.Part {
	head := -1
	for i, p := range list {
		if p.page > 1 || i > 12 {
			break
		}
		if p.size > 1.2*body && len(strings.Fields(p.text)) > 2 && (head < 0 || p.size > 1.05*list[head].size) {
			head = i
		}
	}
	var out []page.Part
	number, at := 0, 0
	for i, p := range list {
		if p.page != at {
			number, at = 0, p.page
		}
		number++
		part := page.Part{Text: plain(p.text), Page: p.page, Paragraph: number}
		if i == head {
			part.Kind = news.Headline
		}
		out = append(out, part)
	}
	return out
}

// ligatures are the joined letters of typesetters.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// plain replaces ligatures by the letters themselves.
func plain(s string) string { return ligatures.Replace(s) }

// withoutRunningHeads leaves out what stands at the top or bottom of the pages
// again and again: running heads, page numbers, and what the file itself marks
// as no part of the text.
func withoutRunningHeads(pages [][]line) [][]line {
	count := map[string]int{}
	for _, lines := range pages {
		seen := map[string]bool{}
		for _, l := range margins(lines) {
			if key := pattern(l); !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	out := make([][]line, len(pages))
	for i, lines := range pages {
		atMargin := map[float64]bool{}
		for _, l := range margins(lines) {
			if n := count[pattern(l)]; n > 1 && n*2 >= len(pages) || pageNumber(l.text) {
				atMargin[l.y] = true
			}
		}
		for _, l := range lines {
			if !l.artifact && !atMargin[l.y] {
				out[i] = append(out[i], l)
			}
		}
	}
	return out
}

// margins are the lines at the two highest and the two lowest places of a page.
func margins(lines []line) []line {
	var ys []float64
	for _, l := range lines {
		ys = append(ys, l.y)
	}
	slices.Sort(ys)
	ys = slices.Compact(ys)
	if len(ys) == 0 {
		return nil
	}
	low, high := ys[min(1, len(ys)-1)], ys[max(0, len(ys)-2)]
	var out []line
	for _, l := range lines {
		if l.y <= low || l.y >= high {
			out = append(out, l)
		}
	}
	return out
}

// pattern is a line with its numbers made alike, and its height.
func pattern(l line) string {
	return fmt.Sprint(math.Round(l.y/4)) + strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, l.text)
}

// pageNumber reports whether a line is a page number and nothing else.
func pageNumber(s string) bool {
	digits := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—/|.", r) }) {
		switch {
		case strings.Trim(w, "0123456789") == "" && len(w) < 5:
			digits++
		case w != "page" && w != "of" && w != "p":
			return false
		}
	}
	return digits > 0 && digits < 3
}
