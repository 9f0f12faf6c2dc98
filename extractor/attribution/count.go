package attribution

import "crosscheck/news"

// count reads a number that somebody states without a verb of saying: "puts
// the toll at 14", "gave a figure of 37".
func (r *reading) count(i int) {
	d, u := r.document, r.u
	setting, giving := r.lex.setting[u.lemma(i)], r.lex.giving[u.lemma(i)]
	if !verbTag(u.tag(i)) || !setting && !giving {
		return
	}
	end := d.baseAfter(u, i+1)
	if noun := u.lemma(end - 1); end == i+1 || !(setting && r.lex.counts[noun] || giving && r.lex.given[noun]) {
		return
	}
	for n := 0; setting && n < 3 && u.tag(end) == "IN" && joins(u.lower(end)) && u.lower(end) != "at"; n++ {
		next := d.baseAfter(u, end+1) // "the cost of the repairs"
		if next == end+1 && u.tag(next) == "DT" && u.lower(next+2) == "at" {
			next += 2 // "the number of the wounded"
		}
		if next == end+1 {
			return
		}
		end = next
	}
	if w := u.lower(end); !(setting && w == "at" || giving && w == "of") {
		return
	}
	last := r.numberAt(end + 1)
	if last < 0 {
		return
	}
	f := d.group(u, &cue{}, i, i+1)
	if t := u.tag(i); (t == "VB" || t == "VBN") && f.first == i && nominal(u, i-1) {
		f.finite, f.participle = true, false // "put" is its own past tense
	}
	if f.passive || f.denied || !f.finite && !f.participle {
		return
	}
	it := item{cue: span{f.first, i + 1}, strength: news.Says, weight: weak, after: true, hedged: f.hedged}
	if it.source, it.borrowed = d.subject(u, f); it.source.empty() {
		return
	}
	r.emit(it, span{i + 1, last})
}

// numberAt returns the end of the number that stands at atom i, behind "about",
// "more than" or "as much as", or -1.
func (r *reading) numberAt(i int) int {
	u := r.u
	for n := 0; n < 4 && u.tag(i) != "CD" && u.tag(i) != "$" && u.tag(i) != "#"; n++ {
		switch u.tag(i) {
		case "RB", "IN", "JJR", "RBR", "JJ", "DT", "RBS", "JJS":
			i++
		default:
			return -1
		}
	}
	if t := u.tag(i); t != "CD" && t != "$" && t != "#" {
		return -1
	}
	for u.tag(i) == "$" || u.tag(i) == "#" || u.tag(i) == "CD" {
		i++
	}
	if u.tag(i) == "TO" && u.tag(i+1) == "CD" {
		i += 2
	}
	for u.tag(i) == "NN" && !r.lex.times[u.lower(i)] || u.tag(i) == "NNS" || u.lower(i) == "%" {
		i++
	}
	return i
}
