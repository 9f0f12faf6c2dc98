package figure

import (
	"crosscheck/news"
	"fmt"
	"strconv"
)

// clock reads "3:20 p.m.", "10.45pm", "5 am", "18:00 GMT" with a zone.
func (s *scan) clock(i int) (quant, bool) {
	raw := s.atoms[i].raw
	hour, minute, end, marked := 0, 0, i+1, false
	var err error
	switch {
	case s.at(i+1) == ":" && s.isGlued(i+1) && s.isDigits(i+2) && s.isGlued(i+2) && len(s.atoms[i+2].raw) == 2 && len(raw) <= 2:
		hour, err = strconv.Atoi(raw)
		minute, _ = strconv.Atoi(s.atoms[i+2].raw)
		end, marked = i+3, true
		if s.at(end) == ":" && s.isDigits(end+1) && s.isGlued(end+1) {
			end += 2
		}
	case len(raw) <= 2:
		hour, err = strconv.Atoi(raw)
	case len(raw) >= 4 && len(raw) <= 5 && raw[len(raw)-3] == '.':
		hour, err = strconv.Atoi(raw[:len(raw)-3])
		minute, _ = strconv.Atoi(raw[len(raw)-2:])
	case len(raw) == 4 && s.at(i+1) == "gmt":
		hour, err = strconv.Atoi(raw[:2])
		minute, _ = strconv.Atoi(raw[2:])
		marked = true
	default:
		return quant{}, false
	}
	if err != nil || hour > 24 || minute > 59 {
		return quant{}, false
	}
	half, next := s.meridiem(end)
	if half == 0 && s.at(end) == "o" && s.at(end+1) == "'" && s.at(end+2) == "clock" {
		half, next, marked = 'o', end+3, true
	}
	if half == 0 && !marked || half != 0 && half != 'o' && hour > 12 && !marked || half == 'a' && hour > 12 {
		return quant{}, false
	}
	if half != 0 {
		end = next
	}
	if half == 'p' && hour < 12 {
		hour += 12
	} else if half == 'a' && hour == 12 {
		hour = 0
	}
	if _, z, ok := match(&s.lex.zones, s.atoms, end, false); ok {
		end = z
	} else if s.at(end) == "local" || s.at(end) == "eastern" {
		end++
	}
	if s.at(end) == "time" {
		end++
	}
	return quant{first: i, last: end, kind: news.Clock, resolved: fmt.Sprintf("T%02d:%02d", hour, minute)}, true
}

// meridiem reads "am", "p.m." at atom k.
func (s *scan) meridiem(k int) (half byte, end int) {
	switch s.at(k) {
	case "am", "pm":
		return s.at(k)[0], k + 1
	case "a", "p":
		if s.at(k+1) == "." && s.at(k+2) == "m" && s.isGlued(k+1) && s.isGlued(k+2) {
			end = k + 3
			if s.at(end) == "." && s.isGlued(end) {
				end++
			}
			return s.at(k)[0], end
		}
	}
	return 0, k
}
