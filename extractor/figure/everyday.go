package figure

import (
	"crosscheck/news"
)

// bareUnit returns the unit of percent or of temperature a word names, or nil.
func (s *scan) bareUnit(low string) *unit {
	for _, list := range [][]phrase[*unit]{s.lex.units.by[low], s.lex.symbols.by[low]} {
		for _, p := range list {
			if len(p.words) == 1 && (p.value.kind == news.Percent || p.value.base == "degree celsius" && len(low) > 1) {
				return p.value
			}
		}
	}
	return nil
}

// bareUnits takes units that stand without a number, for an Everyday reader.
func (s *scan) bareUnits() {
	quants := s.quants
	for i := range s.atoms {
		u := s.bareUnit(s.atoms[i].low)
		if u == nil || s.atoms[i].used {
			continue
		}
		free := true
		for _, q := range quants {
			free = free && (i < q.first || i >= q.to)
		}
		if !free {
			continue
		}
		from := i
		if s.at(i-1) == "degrees" || s.at(i-1) == "degree" {
			from--
		}
		s.quants = append(s.quants, quant{first: from, last: i + 1, from: from, to: i + 1, low: from, unit: u, kind: u.kind})
	}
}
