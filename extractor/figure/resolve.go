package figure

import (
	"fmt"
	"time"
)

// day resolves a day; without a year the publication date and the tense tell
// it, or it stays open.
func (s *scan) day(year, month, day int) string {
	if year == 0 {
		p := s.text.Doc.Published
		if p.IsZero() {
			return fmt.Sprintf("XXXX-%02d-%02d", month, day)
		}
		y, ok := s.yearFor(p, month, day)
		if !ok {
			return fmt.Sprintf("XXXX-%02d-%02d", month, day)
		}
		year = y
	}
	if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Day() != day {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

func (s *scan) interval(year, month, from, to int) string {
	a, b := s.day(year, month, from), s.day(year, month, to)
	if a == "" || b == "" {
		return ""
	}
	return a + "/" + b
}

// yearFor chooses the year of a month and day from the publication date and
// the tense of the sentence; false where they do not decide.
func (s *scan) yearFor(p time.Time, month, day int) (int, bool) {
	if day == 0 {
		day = p.Day()
	}
	this := time.Date(p.Year(), time.Month(month), day, 0, 0, 0, 0, time.UTC)
	pub := time.Date(p.Year(), p.Month(), p.Day(), 0, 0, 0, 0, time.UTC)
	switch s.tense() {
	case past:
		if this.After(pub) {
			return p.Year() - 1, true
		}
		return p.Year(), true
	case future:
		if this.Before(pub) {
			return p.Year() + 1, true
		}
		return p.Year(), true
	}
	return 0, false
}
