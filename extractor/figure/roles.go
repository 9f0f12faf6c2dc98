package figure

import "crosscheck/news"

// roles says what happened to the counted, where the sentence does: "killed
// 12", "12 people were killed", "12 wounded soldiers", "12 dead", "12 deaths".
func (s *scan) roles() {
	for i := range s.quants {
		q := &s.quants[i]
		if q.drop || q.ordinal || q.kind == news.Date || q.kind == news.Age || q.kind == news.Duration {
			continue
		}
		q.role = s.roleOf(q)
	}
}

func (s *scan) roleOf(q *quant) string {
	end := q.to
	if q.of.End > 0 {
		for end < len(s.atoms) && s.atoms[end].span.End <= q.of.End {
			if r := s.lex_.wordRoles[s.at(end)]; r != "" {
				return r
			}
			end++
		}
	}
	if r := s.lex_.nounRoles[q.head]; r != "" {
		return r
	}
	// Behind: "12 people were killed", "12 injured".
	for k := end; k < min(len(s.atoms), end+6); k++ {
		if r := s.lex_.wordRoles[s.at(k)]; r != "" && !s.atoms[k].used {
			return r
		}
		t := s.tag(k)
		if len(t) > 1 && t[:2] == "VB" {
			if r := s.lex_.verbRoles[s.lemma(k)]; r != "" && (t == "VBN" || r == "killed" || s.lemma(k) == "flee") {
				return r
			}
		}
		switch {
		case t == "VBD", t == "VBP", t == "VBZ", t == "VBN", t == "RB", t == "MD", t == "VB":
		default:
			k = len(s.atoms)
		}
	}
	// Before: "killed 12 people", "killing at least 12".
	for k := q.low - 1; k >= max(0, q.low-3); k-- {
		t := s.tag(k)
		if len(t) > 1 && t[:2] == "VB" {
			if r := s.lex_.verbRoles[s.lemma(k)]; r != "" {
				return r
			}
			return ""
		}
		if t != "DT" && t != "RB" && t != "PRP$" {
			break
		}
	}
	return ""
}
