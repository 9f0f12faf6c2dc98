package figure

import (
	"math/big"
	"strings"
)

// currency returns the currency that ends before atom i, and its first atom.
func (s *scan) currency(i int) (int, *unit) {
	for from := max(0, i-4); from < i; from++ {
		if s.atoms[from].used {
			continue
		}
		u, end, ok := s.signAt(from)
		if !ok || end != i || s.isDigits(from-1) && !s.isGlued(i) && !(s.atoms[from].glued && s.isGlued(i)) {
			continue // "10 $ 30 $": the sign belongs to the number before it
		}
		a := &s.atoms[from]
		if a.kind == letters && end > from+1 && !s.isGlued(from+1) && (len(a.low) == 1 && (a.low == "a" || a.low == "s") || s.isGlued(i)) {
			continue // "a $4 billion"
		}
		if a.glued && from > 0 && s.atoms[from-1].kind == letters && a.kind == letters {
			continue
		}
		return from, u
	}
	return i, nil
}

// signAt returns the currency symbol or code at atom i and the atom behind it.
func (s *scan) signAt(i int) (*unit, int, bool) {
	if u, end, ok := match(&s.lex.signs, s.atoms, i, false); ok {
		return u, end, true
	}
	return match(&s.lex.codes, s.atoms, i, true)
}

func (s *scan) currencyBefore(i int) bool {
	if s.at(i-1) == "-" {
		i--
	}
	_, u := s.currency(i)
	return u != nil
}

// moneyTail takes what may stand behind "$5": the currency's own name again
// ("$5 dollars", "$5 USD") and a rate ("a share").
func (s *scan) moneyTail(q *quant) {
	q.to = q.last
	k := q.to
	if s.at(k) == "-" && s.isGlued(k) {
		k++
	}
	if u, end, ok := match(&s.lex.money, s.atoms, k, false); ok && u.code != "" && (u.code == q.unit.code || q.unit.code == "USD") && (u.code == q.unit.code || strings.HasSuffix(u.money.Name, "dollar")) {
		q.unit, q.to = u, end
	} else if u, end, ok := match(&s.lex.codes, s.atoms, k, true); ok && u.code != "" {
		q.unit, q.to = u, end
	} else if s.at(k) == "sterling" {
		q.unit, q.to = s.lex.sterling, k+1
	}
	s.per(q)
}

// isMoney decides whether pounds are money: a scale, sterling, or a word of
// paying near them; else a weight.
func (s *scan) isMoney(q *quant, k int) bool {
	if q.hyphen || s.tag(k) == "NN" && s.tag(k+1) == "NN" {
		return q.scaled && q.value.Cmp(million) >= 0
	}
	if s.at(k+1) == "sterling" || q.value.Cmp(million) >= 0 {
		return true
	}
	for i := max(0, k-14); i < min(len(s.atoms), k+8); i++ {
		if s.atoms[i].kind == letters && s.lex.cash[s.lemma(i)] && s.at(k+1) != "of" {
			return true
		}
	}
	return s.sterling && s.at(k+1) != "of"
}

var million = big.NewRat(1000000, 1)

// priced reports whether a document writes prices in pounds.
func priced(text string) bool { return strings.Contains(text, "£") }
