package attribution

// parted reports whether a preposition opens a phrase in which a participle has
// a subject of its own ("footage of X asking", "with X calling").
func parted(w string) bool { return w == "of" || w == "with" || w == "about" || w == "from" }

// overTime returns where a time begins that stands between a subject and its
// verb ("who in 2010 said", "the company just this month announced"), or end.
func (d *document) overTime(u *unit, end int) int {
	i := end
	for i > 0 && end-i < 4 && (d.lex.times[u.lower(i-1)] && u.tag(i-1) != "IN" || i == end && year(u.lower(i-1))) {
		i--
	}
	if i == end {
		return end
	}
	for i > 0 && (u.tag(i-1) == "RB" || u.tag(i-1) == "DT" || u.tag(i-1) == "IN") {
		i--
	}
	if i > 0 && (nominal(u, i-1) || u.tag(i-1) == "WP") && !u.isMarked(i-1) && (u.tag(i) != "NNP" || u.tag(i-1) != "NNP") {
		return i
	}
	return end
}

// year reports whether a word is a year of our time.
func year(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

// citing returns the comma before an aside whose object is the quotation at
// atom q ("Mr. Manafort, citing “…,” said"), or -1.
func (d *document) citing(u *unit, q int) int {
	if !u.isMarked(q) {
		return -1
	}
	for i := q - 1; i > 1 && i > q-12; i-- {
		switch t := u.tag(i); {
		case t == "VBG" && u.tag(i-1) == "," && nominal(u, i-2):
			return i - 1
		case finiteTag(t) || t == "," || t == ":" || u.isMarked(i):
			return -1
		}
	}
	return -1
}
