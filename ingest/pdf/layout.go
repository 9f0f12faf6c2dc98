package pdf

import (
	"math"
	"slices"
	"strings"
)

// Distances of layout, in units of the font size.
const (
	wordGap   = 0.17 // between characters: more ends a word
	columnGap = 1.1  // between words: more may be the space between columns
	cellGap   = 4    // between words: more parts the cells of a table
	lineSlack = 0.35 // base lines closer than this are one line
	indent    = 0.8  // a first line set in by this begins a paragraph
)

// line is a piece of a line inside one column.
type line struct {
	text      string
	x, end, y float64
	size      float64
	page      int // from 1
	artifact  bool
}

// linesOf puts the runs of a page together into pieces of lines: runs on one
// base line, cut where a gap may part columns.
func linesOf(runs []run, page int) []line {
	runs = slices.DeleteFunc(slices.Clone(runs), func(r run) bool { return r.turned || r.size < 1 })
	slices.SortStableFunc(runs, func(a, b run) int { return compare(b.y, a.y) })
	var out []line
	for first := 0; first < len(runs); {
		last := first + 1
		for last < len(runs) && runs[last-1].y-runs[last].y < lineSlack*min(runs[last].size, runs[first].size) && runs[first].y-runs[last].y < 0.6*runs[first].size {
			last++
		}
		row := runs[first:last]
		slices.SortStableFunc(row, func(a, b run) int { return compare(a.x, b.x) })
		out = append(out, pieces(row, page)...)
		first = last
	}
	return out
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// pieces joins the runs of one row, left to right.
func pieces(row []run, page int) []line {
	var out []line
	var text strings.Builder
	var cur line
	flush := func() {
		if text.Len() > 0 {
			cur.text = text.String()
			out = append(out, cur)
		}
		text.Reset()
	}
	usual := usualGap(row)
	for i, r := range row {
		gap := r.x - cur.end
		switch {
		case i == 0 || gap > columnGap*r.size && gap > 1.8*usual || r.artifact != cur.artifact:
			flush()
			cur = line{x: r.x, y: r.y, page: page, artifact: r.artifact}
		case i > 0 && r.x <= row[i-1].x+0.05 && r.text == row[i-1].text:
			continue // printed twice to look bold
		case gap > wordGap*r.size || r.spaced:
			text.WriteByte(' ')
		}
		text.WriteString(r.text)
		cur.end, cur.size = max(r.end, r.x), max(cur.size, r.size)
	}
	flush()
	return out
}

// usualGap is the middle one of the gaps between the words of a row, which in
// justified text are all wide.
func usualGap(row []run) float64 {
	var gaps []float64
	for i := 1; i < len(row); i++ {
		if gap := row[i].x - row[i-1].end; gap > wordGap*row[i].size {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) < 2 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[(len(gaps)-1)/2]
}

// order puts the pieces of a page into reading order: columns one after the
// other between the lines that run across them.
func order(lines []line, depth int) []line {
	x, ok := gutter(lines)
	if !ok || depth > 6 {
		slices.SortStableFunc(lines, func(a, b line) int {
			if math.Abs(a.y-b.y) > lineSlack*min(a.size, b.size) {
				return compare(b.y, a.y)
			}
			return compare(a.x, b.x)
		})
		return rejoined(lines)
	}
	slices.SortStableFunc(lines, func(a, b line) int { return compare(b.y, a.y) })
	var out, left, right []line
	flush := func() {
		for _, side := range [][]line{order(left, depth+1), order(right, depth+1)} {
			out = append(out, side...)
		}
		left, right = nil, nil
	}
	for _, l := range lines {
		switch {
		case l.end <= x:
			left = append(left, l)
		case l.x >= x:
			right = append(right, l)
		default:
			flush()
			out = append(out, l)
		}
	}
	flush()
	return out
}

// rejoined puts pieces of one line together again that no column parts: in
// justified text the gap between two words may be as wide as a gutter.
func rejoined(lines []line) []line {
	var out []line
	for _, l := range lines {
		if n := len(out); n > 0 {
			last := &out[n-1]
			gap := l.x - last.end
			if math.Abs(last.y-l.y) <= lineSlack*min(last.size, l.size) && gap >= 0 && gap < cellGap*l.size && last.artifact == l.artifact {
				last.text += " " + l.text
				last.end, last.size = l.end, max(last.size, l.size)
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// gutter finds the place between two columns: where hardly a line crosses, and
// on both sides of which several lines stand beside each other.
func gutter(lines []line) (float64, bool) {
	const least = 4 // lines in a column
	if len(lines) < 2*least {
		return 0, false
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		left, right = min(left, l.x), max(right, l.end)
	}
	const steps = 200
	width := right - left
	best, bestCross, run := 0.0, math.MaxInt, 0
	for i := steps / 8; i < steps*7/8; i++ {
		x := left + width*float64(i)/steps
		cross, ok := crossing(lines, x, least)
		switch {
		case !ok || cross > bestCross:
			run = 0
		case cross < bestCross:
			best, bestCross, run = x, cross, 1
		case run > 0:
			run++ // the middle of the widest gap
			best = x - width*float64(run-1)/steps/2
		}
	}
	return best, bestCross < math.MaxInt
}

// crossing counts the lines that x cuts, and reports whether x parts columns:
// enough lines on either side, at the same heights, and few cut.
func crossing(lines []line, x float64, least int) (int, bool) {
	cross, nl, nr := 0, 0, 0
	lTop, lBottom, rTop, rBottom := math.Inf(-1), math.Inf(1), math.Inf(-1), math.Inf(1)
	for _, l := range lines {
		switch {
		case l.end <= x:
			nl++
			lTop, lBottom = max(lTop, l.y), min(lBottom, l.y)
		case l.x >= x:
			nr++
			rTop, rBottom = max(rTop, l.y), min(rBottom, l.y)
		default:
			cross++
		}
	}
	if nl < least || nr < least || cross*3 > min(nl, nr) {
		return 0, false
	}
	beside := min(lTop, rTop) - max(lBottom, rBottom)
	return cross, beside > 0.5*min(lTop-lBottom, rTop-rBottom)
}
