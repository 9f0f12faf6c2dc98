package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is lines put together.
type paragraph struct {
	text string
	page int
	size float64
}

// paragraphs joins the lines of all pages, in reading order.
func paragraphs(lines []line) []paragraph {
	var out []paragraph
	body := usualSize(lines)
	pitch := usualPitch(lines, body)
	words := vocabulary(lines)
	edges := rightEdges(lines)
	var text strings.Builder
	last := "" // the end of the text, which the next line may change
	flush := func() {
		if len(out) > 0 {
			out[len(out)-1].text = text.String() + last
		}
		text.Reset()
	}
	for i, l := range lines {
		if i == 0 || begins(lines[i-1], l, edges[i-1], pitch, body) {
			flush()
			out = append(out, paragraph{page: l.page, size: l.size})
			last = l.text
			continue
		}
		both := join(last, l.text, words)
		cut := strings.LastIndexByte(both, ' ') + 1
		text.WriteString(both[:cut])
		last = both[cut:]
	}
	flush()
	return out
}

// begins reports whether a paragraph begins with l, which follows before. edge
// is where the lines of before's column end.
func begins(before, l line, edge, pitch, body float64) bool {
	gap := before.y - l.y
	switch {
	case math.Abs(before.size-l.size) > 0.12*max(before.size, l.size):
		return true
	case l.page != before.page || gap < -pitch:
		return !goesOn(before, l, edge) // a new page or column
	case gap > 1.3*max(pitch*l.size/body, 1.1*l.size):
		return true
	case l.x-before.x > indent*l.size && l.x-before.x < 6*l.size:
		return true
	case l.x-before.x > 6*l.size || gap < lineSlack*l.size:
		return true // beside it, as in a table
	}
	short := edge-before.end > 0.12*(edge-before.x)
	return short && ended(before.text)
}

// goesOn reports whether a paragraph goes on from one column or page to the
// next: its last line is open and full.
func goesOn(before, l line, edge float64) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "“\"'(‘"))
	full := edge-before.end < 0.12*(edge-before.x)
	return !ended(before.text) && (unicode.IsLower(r) || strings.HasSuffix(before.text, ",") || full && len(before.text) > 30)
}

// ended reports whether a line ends as a sentence does.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "…")
}

// usualSize is the font size most of the letters have.
func usualSize(lines []line) float64 {
	weight := map[float64]int{}
	for _, l := range lines {
		weight[math.Round(l.size*2)/2] += len(l.text)
	}
	best, most := 10.0, 0
	for size, n := range weight {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return best
}

// usualPitch is the distance of base lines inside paragraphs of the text's
// own size: the small ones among the distances, since between paragraphs they
// are larger if they differ at all.
func usualPitch(lines []line, body float64) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if gap := a.y - b.y; a.page == b.page && gap > 0.8*body && gap < 3*body && math.Abs(b.size-body) < 0.12*body {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return 1.2 * body
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/10]
}

// rightEdges gives for each line where the lines around it, in its column, end.
func rightEdges(lines []line) []float64 {
	const around = 12 // lines looked at on either side
	out := make([]float64, len(lines))
	for i, l := range lines {
		for k := max(0, i-around); k < min(len(lines), i+around+1); k++ {
			if other := lines[k]; other.page == l.page && other.x < l.end && other.end > l.x && math.Abs(other.size-l.size) < 0.12*l.size && math.Abs(other.x-l.x) < 4*l.size {
				out[i] = max(out[i], other.end)
			}
		}
	}
	return out
}

// vocabulary is the words of the text that are not cut at a line's end.
func vocabulary(lines []line) map[string]bool {
	out := map[string]bool{}
	for _, l := range lines {
		fields := strings.Fields(l.text)
		for i, w := range fields {
			if i+1 < len(fields) || !hyphenated(w) {
				out[strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))] = true
			}
		}
	}
	return out
}

// hyphenated reports whether a text ends with a hyphen after a letter or digit.
func hyphenated(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	if r != '-' && r != '\u2010' && r != '\u00ad' && r != '\u2011' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return unicode.IsLetter(before) || unicode.IsDigit(before)
}

// firstParts are words that compounds with a hyphen begin with, and that no
// syllable of a longer word looks like.
var firstParts = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`one two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty seventy eighty ninety
		half first second third self well long short high low so mid vice cross full left right far hard ever then much once`) {
		out[w] = true
	}
	return out
}()

// join puts the next line behind a text. A word cut by a hyphen is put
// together again; the hyphen stays where the word has one elsewhere, where the
// parts are words that only the hyphen joins, or before a number or capital.
func join(text, next string, words map[string]bool) string {
	if !hyphenated(text) {
		return text + " " + next
	}
	mark, size := utf8.DecodeLastRuneInString(text)
	stem := text[:len(text)-size]
	first, _, _ := strings.Cut(next, " ")
	r, _ := utf8.DecodeRuneInString(first)
	last, _ := utf8.DecodeLastRuneInString(stem)
	head := strings.ToLower(stem[strings.LastIndexByte(stem, ' ')+1:])
	head = strings.TrimLeftFunc(head, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	tail := strings.ToLower(strings.TrimRightFunc(first, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	whole, compound := words[head+tail], words[head+"-"+tail]
	switch {
	case mark == '\u00ad':
		return stem + next
	case !unicode.IsLower(r) || unicode.IsDigit(last) || mark == '\u2011':
		return stem + "-" + next
	case compound && !whole:
		return stem + "-" + next
	case !whole && (words[head] && words[tail] && len(head) > 3 || firstParts[head]) && len(tail) > 3:
		return stem + "-" + next
	}
	return stem + next
}
