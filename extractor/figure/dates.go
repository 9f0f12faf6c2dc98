package figure

import (
	"fmt"
	"strconv"

	"crosscheck/news"
)

// dates takes every date and clock time out of the sentence.
func (s *scan) dates() {
	for i := 0; i < len(s.atoms); i++ {
		if s.atoms[i].used {
			continue
		}
		if d, ok := s.dateAt(i); ok {
			d.from, d.to = d.first, d.last
			d.low, d.closed = d.from, true
			s.use(d.first, d.last)
			s.taken = append(s.taken, d)
			i = d.last - 1
		}
	}
}

// dateAt reads the date or clock time that begins at atom i.
func (s *scan) dateAt(i int) (quant, bool) {
	if s.isDigits(i) {
		for _, read := range []func(int) (quant, bool){s.numericDate, s.clock, s.dayMonth, s.decade, s.yearSpan} {
			if d, ok := read(i); ok {
				return d, true
			}
		}
		return quant{}, false
	}
	w := s.wordAt(i)
	switch {
	case w.ordinal != 0 && s.at(i+1) == "of":
		return s.dayMonth(i)
	case w.month != 0 && (s.capital(i) || !w.doubtful):
		return s.monthFirst(i)
	case w.weekday != 0 && (s.capital(i) || !w.doubtful) && !(w.doubtful && s.at(i+1) != "."):
		return s.weekday(i)
	case w.season != 0:
		return s.season(i)
	case w.isRelative && s.at(i) != "overnight" && s.at(i+1) != "'":
		return s.relative(i, w)
	case s.at(i) == "noon", s.at(i) == "midnight" || s.at(i) == "midday":
		hour := 12
		if s.at(i) == "midnight" {
			hour = 0
		}
		return quant{first: i, last: i + 1, kind: news.Clock, resolved: fmt.Sprintf("T%02d:00", hour)}, true
	case s.at(i) == "mid" || s.at(i) == "early" || s.at(i) == "late":
		k := i + 1
		if s.at(k) == "-" {
			k++
		}
		if s.isDigits(k) {
			if d, ok := s.decade(k); ok {
				d.first = i
				return d, true
			}
		}
	}
	return quant{}, false
}

// year returns the year written at atom i: four digits from 1000 to 2199.
func (s *scan) year(i int) (int, bool) {
	if !s.isDigits(i) || len(s.atoms[i].raw) != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(s.atoms[i].raw)
	return n, err == nil && n >= 1000 && n < 2200
}

// dayOf returns the day of a month written at atom i ("28", "28th") and the
// atom behind it.
func (s *scan) dayOf(i int) (day, end int, ok bool) {
	if w := s.wordAt(i); w.ordinal > 0 && w.ordinal < 32 {
		return int(w.ordinal), i + 1, true
	}
	if !s.isDigits(i) || len(s.atoms[i].raw) > 2 {
		return 0, i, false
	}
	n, err := strconv.Atoi(s.atoms[i].raw)
	if err != nil || n < 1 || n > 31 {
		return 0, i, false
	}
	end = i + 1
	if s.isGlued(end) {
		switch s.at(end) {
		case "st", "nd", "rd", "th":
			end++
		case "%", ":", "/":
			return 0, i, false
		}
	}
	return n, end, true
}

// monthFirst reads "Feb. 28, 2025", "March 2022", "in March".
func (s *scan) monthFirst(i int) (quant, bool) {
	w := s.wordAt(i)
	k := i + 1
	if s.at(k) == "." && s.isGlued(k) && len(s.at(i)) <= 4 && (s.at(i) != "may" && s.at(i) != "june" && s.at(i) != "july" || s.isDigits(k+1)) {
		k++
	}
	d := quant{first: i, last: k, kind: news.Date}
	if y, ok := s.year(k); ok && !s.isUnit(k+1) {
		d.last, d.resolved = k+1, fmt.Sprintf("%04d-%02d", y, w.month)
		return d, true
	}
	if day, end, ok := s.dayOf(k); ok && !s.isUnit(end) {
		d.last = end
		if s.at(end) == "-" && s.isDigits(end+1) { // "March 3-5"
			if to, toEnd, ok := s.dayOf(end + 1); ok && to > day {
				d.last = toEnd
				year, yearEnd := s.trailingYear(toEnd)
				d.last = max(d.last, yearEnd)
				d.resolved = s.interval(year, w.month, day, to)
				return d, true
			}
		}
		year, yearEnd := s.trailingYear(end)
		d.last = max(d.last, yearEnd)
		d.resolved = s.day(year, w.month, day)
		return d, true
	}
	if s.at(k) == "," {
		if y, ok := s.year(k + 1); ok {
			d.last, d.resolved = k+2, fmt.Sprintf("%04d-%02d", y, w.month)
			return d, true
		}
	}
	if !s.capital(i) || w.doubtful && s.at(i-1) != "in" && s.at(i-1) != "since" && s.at(i-1) != "last" && s.at(i-1) != "of" && s.at(i-1) != "by" && s.at(i-1) != "until" {
		return quant{}, false
	}
	if t := s.tag(i); len(t) > 0 && !isNoun(t) {
		return quant{}, false
	}
	if s.at(i-1) == "last" || s.at(i-1) == "this" || s.at(i-1) == "next" {
		d.first--
	}
	if p := s.text.Doc.Published; !p.IsZero() {
		if y, ok := s.yearFor(p, w.month, 0); ok {
			d.resolved = fmt.Sprintf("%04d-%02d", y, w.month)
		}
	}
	return d, true
}

// trailingYear reads ", 2025" or " 2025" at k.
func (s *scan) trailingYear(k int) (year, end int) {
	if s.at(k) == "," || s.at(k) == "of" {
		k++
	}
	if y, ok := s.year(k); ok && !s.isUnit(k+1) {
		return y, k + 1
	}
	return 0, 0
}

// dayMonth reads "28 February 2025", "the 4th of July".
func (s *scan) dayMonth(i int) (quant, bool) {
	day, end, ok := s.dayOf(i)
	if !ok {
		return quant{}, false
	}
	if s.at(end) == "of" {
		end++
	}
	w := s.wordAt(end)
	if w.month == 0 || !s.capital(end) && w.doubtful {
		return quant{}, false
	}
	end++
	if s.at(end) == "." && s.isGlued(end) {
		if _, ok := s.year(end + 1); ok {
			end++
		}
	}
	year, yearEnd := s.trailingYear(end)
	return quant{first: i, last: max(end, yearEnd), kind: news.Date, resolved: s.day(year, w.month, day)}, true
}

type tense uint8

const (
	unsure tense = iota
	past
	future
)

// tense is that of the sentence: future with "will" or "to be", past with a
// past tense and neither.
func (s *scan) tense() tense {
	out := unsure
	for i := range s.text.Words(s.sent) {
		tok := &s.text.Words(s.sent)[i]
		switch {
		case tok.Lower == "will" || tok.Lower == "'ll" || tok.Lower == "upcoming" || tok.Lower == "scheduled":
			return future
		case tok.Tag == "VBD":
			out = past
		}
	}
	return out
}

// numericDate reads "2025-02-28", "3/18/2025" and "28.02.2025".
func (s *scan) numericDate(i int) (quant, bool) {
	sep := s.at(i + 1)
	if !s.isGlued(i+1) || sep != "-" && sep != "/" || s.at(i+3) != sep || !s.isDigits(i+2) || !s.isDigits(i+4) || !s.isGlued(i+4) || !s.isGlued(i+2) {
		return quant{}, false
	}
	a, err1 := strconv.Atoi(s.atoms[i].raw)
	b, err2 := strconv.Atoi(s.atoms[i+2].raw)
	c, err3 := strconv.Atoi(s.atoms[i+4].raw)
	if err1 != nil || err2 != nil || err3 != nil || s.isGlued(i) {
		return quant{}, false
	}
	d := quant{first: i, last: i + 5, kind: news.Date}
	switch {
	case len(s.atoms[i].raw) == 4 && b >= 1 && b <= 12 && c >= 1 && c <= 31:
		d.resolved = s.day(a, b, c)
	case sep == "/" && (len(s.atoms[i+4].raw) == 4 || len(s.atoms[i+4].raw) == 2) && a >= 1 && b >= 1 && a <= 31 && b <= 31:
		if c < 100 {
			c += 2000
		}
		switch { // month and day are told apart only where one is above twelve
		case a > 12 && b <= 12:
			d.resolved = s.day(c, b, a)
		case b > 12 && a <= 12:
			d.resolved = s.day(c, a, b)
		}
	default:
		return quant{}, false
	}
	return d, true
}

// decade reads "1980s", "the '90s" and "21st century".
func (s *scan) decade(i int) (quant, bool) {
	if n, ok := s.year(i); ok && s.at(i+1) == "s" && s.isGlued(i+1) || ok && s.at(i+1) == "'" && s.at(i+2) == "s" && n%10 == 0 && s.isGlued(i+1) {
		end := i + 2
		if s.at(i+1) == "'" {
			end++
		}
		return quant{first: i, last: end, kind: news.Date, resolved: fmt.Sprintf("%03dX", n/10)}, true
	}
	if len(s.atoms[i].raw) == 2 && s.at(i-1) == "'" && s.at(i+1) == "s" && s.isGlued(i) && s.isGlued(i+1) {
		return quant{first: i - 1, last: i + 2, kind: news.Date, resolved: "19" + s.atoms[i].raw[:1] + "X"}, true
	}
	n, err := strconv.Atoi(s.atoms[i].raw)
	if err != nil || n < 1 || n > 21 || !s.isGlued(i+1) {
		return quant{}, false
	}
	switch s.at(i + 1) {
	case "st", "nd", "rd", "th":
		k := i + 2
		if s.at(k) == "-" {
			k++
		}
		if s.at(k) == "century" {
			return quant{first: i, last: k + 1, kind: news.Date, resolved: fmt.Sprintf("%02dXX", n-1)}, true
		}
	}
	return quant{}, false
}

// yearSpan reads "2013-14", "2020-2022" and the span of "between 1939 and 1945".
func (s *scan) yearSpan(i int) (quant, bool) {
	a, ok := s.year(i)
	if !ok {
		return quant{}, false
	}
	d := quant{first: i, last: i + 3, kind: news.Date}
	sep := s.at(i + 1)
	if (sep == "-" || sep == "/") && s.isGlued(i+1) && s.isDigits(i+2) && s.isGlued(i+2) && !s.isUnit(i+3) {
		b, err := strconv.Atoi(s.atoms[i+2].raw)
		switch {
		case err != nil:
		case len(s.atoms[i+2].raw) == 4 && b > a && b < 2200 && a >= 1700:
			d.resolved = fmt.Sprintf("%d/%d", a, b)
			return d, true
		case len(s.atoms[i+2].raw) == 2 && a%100 < b && a >= 1800:
			d.resolved = fmt.Sprintf("%d/%d", a, a-a%100+b)
			return d, true
		}
	}
	p := s.at(i - 1)
	if p == "ad" {
		p = s.at(i - 2)
	} else if p == "." && s.at(i-2) == "d" && s.at(i-4) == "a" {
		p = s.at(i - 5)
	}
	if (p == "between" && sep == "and" || p == "from" && (sep == "to" || sep == "until" || sep == "through")) && !s.isUnit(i+3) {
		if b, ok := s.year(i + 2); ok && b > a && (a >= 1700 || p != s.at(i-1)) {
			if t := s.tag(i + 3); t != "NNS" {
				d.first, d.resolved = i-1, fmt.Sprintf("%d/%d", a, b)
				return d, true
			}
		}
	}
	return quant{}, false
}

// weekday reads "on Sunday", "last Tuesday evening".
func (s *scan) weekday(i int) (quant, bool) {
	d := quant{first: i, last: i + 1, kind: news.Date}
	if s.at(i+1) == "." && s.isGlued(i+1) && s.wordAt(i).doubtful {
		d.last++
	}
	which := s.at(i - 1)
	if which == "last" || which == "next" || which == "this" {
		d.first--
	}
	if s.at(d.last) == "," && s.wordAt(d.last+1).month != 0 {
		if m, ok := s.monthFirst(d.last + 1); ok {
			d.last, d.resolved = m.last, m.resolved
			return d, true
		}
	}
	if w := s.wordAt(d.last); w.daypart {
		d.last++
	}
	p := s.text.Doc.Published
	if p.IsZero() {
		return d, true
	}
	diff := s.wordAt(i).weekday%7 - int(p.Weekday())
	switch t := s.tense(); {
	case which == "next" || t == future && which != "last":
		if diff < 0 {
			diff += 7
		}
		if which == "next" { // the coming one or that of next week: nobody knows
			return d, true
		}
	case t == past:
		if diff > 0 {
			diff -= 7
		}
	default:
		return d, true
	}
	d.resolved = p.AddDate(0, 0, diff).Format("2006-01-02")
	return d, true
}

// season reads "spring 2022", "the summer of 2020".
func (s *scan) season(i int) (quant, bool) {
	k := i + 1
	if s.at(k) == "of" {
		k++
	}
	y, ok := s.year(k)
	if !ok || s.isUnit(k+1) {
		return quant{}, false
	}
	return quant{first: i, last: k + 1, kind: news.Date, resolved: fmt.Sprintf("%04d-%02d", y, s.wordAt(i).season)}, true
}

// relative reads "yesterday", "tomorrow".
func (s *scan) relative(i int, w *word) (quant, bool) {
	d := quant{first: i, last: i + 1, kind: news.Date}
	if s.wordAt(i + 1).daypart {
		d.last++
	}
	if p := s.text.Doc.Published; !p.IsZero() {
		d.resolved = p.AddDate(0, 0, w.relative).Format("2006-01-02")
	}
	return d, true
}

// isUnit reports whether a unit, percent sign or scale stands at atom k, so
// that the number before it is a quantity.
func (s *scan) isUnit(k int) bool {
	w := s.wordAt(k)
	if w.scale != 0 {
		return true
	}
	if s.isGlued(k) && s.at(k) == "-" {
		k++
	}
	if u, _, ok := match(&s.lex.units, s.atoms, k, false); ok {
		return u.kind != news.Duration || s.tag(k) == "NNS"
	}
	if _, _, ok := match(&s.lex.money, s.atoms, k, false); ok {
		return true
	}
	if u, _, ok := match(&s.lex.symbols, s.atoms, k, true); ok {
		return !u.glued && u.name != "ampere" && len(s.at(k)) > 1 || s.at(k) == "%" || s.at(k) == "°"
	}
	return false
}
