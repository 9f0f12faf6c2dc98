package compare

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"crosscheck/language"
	"crosscheck/news"
	"crosscheck/rules"
)

// When is the time a figure or a clause is bound to, as far as its sentence
// says. Zero fields are unknown.
type When struct {
	Year, Month, Day int
	Weekday          int  // 1 is Monday, as in rules.Dates
	Past             bool // "last year", "ago" without a year that is known
	// Background is set where the time is not that of the news: another year, a
	// month without a day, "last year", "ago".
	Background bool
	// Span is the words; empty where the sentence has none.
	Span news.Span
}

// Known reports whether the words say any time.
func (w When) Known() bool { return !w.Span.Empty() }

// Apart reports whether the two times cannot be those of one event: different
// years, or days, or one in the background and the other not. Different months
// of one year may be a slip, which is for a check to say.
func (w When) Apart(o When) bool {
	if w.Background != o.Background {
		return true
	}
	if !w.Known() || !o.Known() {
		return false
	}
	differ := func(a, b int) bool { return a != 0 && b != 0 && a != b }
	return differ(w.Year, o.Year) || differ(w.Month, o.Month) && !(w.Year != 0 && w.Year == o.Year) || differ(w.Day, o.Day) && w.Month != 0 && o.Month != 0 || differ(w.Weekday, o.Weekday)
}

// dated is the day a document speaks from: its publication, or the first full
// date of its opening; zero where neither is known.
func dated(doc *Doc, lex *rules.Lexicon) time.Time {
	if !doc.Published.IsZero() {
		return doc.Published
	}
	const opening = 80 // tokens within which a dateline stands
	toks := doc.Text.Tokens
	toks = toks[:min(len(toks), opening)]
	for i := range toks {
		if w, _, ok := readDate(toks, i, lex.Figures.Dates); ok && w.Year != 0 && w.Day != 0 {
			return time.Date(w.Year, time.Month(w.Month), w.Day, 0, 0, 0, 0, time.UTC)
		}
	}
	return time.Time{}
}

// readDate reads a date with a month at token i: "2 July 2013", "July 2,
// 2013", "July 2013", "July". It returns the tokens used.
func readDate(toks []language.Token, i int, dates rules.Dates) (When, int, bool) {
	w, at := When{}, i
	if d := dayNumber(toks, at); d != 0 && at+1 < len(toks) && month(toks, at+1, dates) != 0 {
		w.Day, at = d, at+1
	}
	if w.Month = month(toks, at, dates); w.Month == 0 {
		return w, 0, false
	}
	at++
	if at < len(toks) && toks[at].Text == "." {
		at++
	}
	if d := dayNumber(toks, at); d != 0 && w.Day == 0 {
		w.Day, at = d, at+1
	}
	comma := at < len(toks) && toks[at].Text == ","
	if comma {
		at++
	}
	if y := yearNumber(toks, at); y != 0 && (w.Day != 0 || !comma) {
		w.Year, at = y, at+1
	} else if comma {
		at--
	}
	if w.Day == 0 && w.Year == 0 && slices.Contains(dates.Doubtful, toks[i].Lower) && (i == 0 || !slices.Contains([]string{"in", "since", "last", "late", "early", "until", "next"}, toks[i-1].Lower)) {
		return w, 0, false
	}
	w.Span = news.Span{Start: toks[i].Span.Start, End: toks[at-1].Span.End}
	return w, at - i, true
}

func month(toks []language.Token, i int, dates rules.Dates) int {
	if i >= len(toks) || toks[i].Text == toks[i].Lower {
		return 0
	}
	return dates.Months[toks[i].Lower]
}

func dayNumber(toks []language.Token, i int) int {
	if i >= len(toks) {
		return 0
	}
	s := toks[i].Lower
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if len(s) > 2 && s[len(s)-2:] == suffix {
			s = s[:len(s)-2]
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 || len(s) > 2 {
		return 0
	}
	return n
}

func yearNumber(toks []language.Token, i int) int {
	if i >= len(toks) || len(toks[i].Text) != 4 {
		return 0
	}
	n, err := strconv.Atoi(toks[i].Text)
	if err != nil || n < 1900 || n > 2100 {
		return 0
	}
	return n
}

// TimeMark is a time expression of a sentence and the tokens it takes, half open.
type TimeMark struct {
	When
	First, Last int
	// Of is set where the time belongs to a noun: "the 2004 tsunami", "the
	// tsunami of 2004".
	Of bool
}

// Times are the time expressions of a sentence, in order.
func (p *Packet) Times(s *Sent) []TimeMark { return p.asked.timesOf(s) }

// times finds the time expressions of a sentence. Numbers that a quantity
// covers are no years.
func (q *questions) times(s *Sent) []TimeMark {
	toks := s.Doc.Text.Tokens
	first, last := s.Doc.Text.Range(s.Span)
	now := q.now[s.Doc.Index]
	var out []TimeMark
	for i := first; i < last; {
		w, n := q.timeAt(toks[:last], i, first, now)
		if n == 0 || q.quantity(s, toks[i].Span) {
			i++
			continue
		}
		w.Span = news.Span{Start: toks[i].Span.Start, End: toks[i+n-1].Span.End}
		w.Background = w.Background || background(w, now)
		of := i > first && toks[i-1].Lower == "of" || w.Year != 0 && w.Month == 0 && i+n < last && strings.HasPrefix(toks[i+n].Tag, "NN")
		out = append(out, TimeMark{w, i, i + n, of})
		i += n
	}
	return out
}

// timeAt reads the time expression at token i and returns how many tokens it takes.
func (q *questions) timeAt(toks []language.Token, i, first int, now time.Time) (When, int) {
	dates := q.lex.Figures.Dates
	if w, n, ok := readDate(toks, i, dates); ok {
		if i+n < len(toks) && w.Year == 0 {
			if p, m := q.period(toks, i+n, now); m > 0 && p.Year != 0 {
				w.Year, w.Background, n = p.Year, true, n+m
			}
		}
		return w, n
	}
	if w, n := q.period(toks, i, now); n > 0 {
		return w, n
	}
	tok := toks[i]
	if d := dates.Weekdays[tok.Lower]; d != 0 && tok.Text != tok.Lower && len(tok.Text) > 3 {
		return When{Weekday: d}, 1
	}
	if y := yearNumber(toks, i); y != 0 && i > first && toks[i-1].Tag != "$" {
		return When{Year: y}, 1
	}
	if tok.Lower == "ago" {
		return When{Past: true, Background: true}, 1
	}
	if decade, ok := strings.CutSuffix(tok.Lower, "s"); ok {
		if y := yearNumber([]language.Token{{Text: decade}}, 0); y != 0 {
			return When{Year: y, Background: true}, 1
		}
	}
	return When{}, 0
}

// period reads "last year", "the previous fiscal year", "next month".
func (q *questions) period(toks []language.Token, i int, now time.Time) (When, int) {
	past := slices.Contains(q.lex.Questions.Past, toks[i].Lower)
	if !past && !slices.Contains(q.lex.Questions.Next, toks[i].Lower) {
		return When{}, 0
	}
	for n := 1; n <= 2 && i+n < len(toks); n++ {
		lemma := lemmaOf(toks[i+n])
		if !slices.Contains(q.lex.Questions.Periods, lemma) {
			continue
		}
		w := When{Past: past, Background: past && lemma != "week"}
		if lemma == "year" && past && !now.IsZero() {
			w.Year = now.Year() - 1
		}
		return w, n + 1
	}
	return When{}, 0
}

// background reports whether a time is not that of the news, which speaks of
// its event by weekday or by a date near its own.
func background(w When, now time.Time) bool {
	const near = 20 * 24 * time.Hour
	switch {
	case w.Year != 0 && w.Month != 0 && w.Day != 0 && !now.IsZero():
		d := time.Date(w.Year, time.Month(w.Month), w.Day, 0, 0, 0, 0, time.UTC).Sub(now)
		return d > near || d < -near
	case w.Year != 0 && !now.IsZero():
		return w.Year != now.Year() || w.Month != 0 && w.Day == 0 && w.Month != int(now.Month())
	case w.Month != 0 && w.Day != 0 && !now.IsZero():
		d := time.Date(now.Year(), time.Month(w.Month), w.Day, 0, 0, 0, 0, time.UTC).Sub(now)
		return d > near || d < -near
	default:
		return w.Month != 0 && w.Day == 0 || w.Year != 0 && now.IsZero()
	}
}

func lemmaOf(t language.Token) string {
	if t.Lemma != "" {
		return t.Lemma
	}
	return t.Lower
}
