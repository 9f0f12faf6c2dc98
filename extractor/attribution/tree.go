package attribution

// treeSubject returns the subject of the cue by the dependency tree: the words
// that hang on its nsubj, as atoms, or an empty span. Trees are made for
// sentences that hold a cue only.
func (d *document) treeSubject(u *unit, f *found) span {
	head := u.atoms[f.head].first
	sent := d.text.SentenceAt(d.text.Tokens[head].Span.Start)
	if sent < 0 {
		return span{}
	}
	d.text.Parse(sent)
	s := d.text.Sentences[sent]
	subj := -1
	for i := s.First; i < s.Last; i++ {
		t := &d.text.Tokens[i]
		if t.Head == head && (t.Rel == "nsubj" || t.Rel == "nsubj:pass") && i < head {
			subj = i
		}
	}
	if subj < 0 || !u.holds(subj) || u.atoms[u.atomAt(subj)].quote >= 0 {
		return span{}
	}
	first, last := subj, subj+1
	for i := s.First; i < head; i++ {
		if d.under(i, subj, s.First, s.Last) {
			first, last = min(first, i), max(last, i+1)
		}
	}
	a, b := u.atomAt(max(first, u.first)), u.atomAt(min(last, u.last)-1)+1
	for k := a; k < b; k++ {
		if u.isQuote(k) {
			return span{u.atomAt(subj), u.atomAt(subj) + 1}
		}
	}
	return span{a, min(b, f.first)}.trim(u)
}

// under reports whether token i hangs below token top.
func (d *document) under(i, top, first, last int) bool {
	for n := 0; n < 40 && i >= first && i < last; n++ {
		if i == top {
			return true
		}
		i = d.text.Tokens[i].Head
	}
	return false
}

// treeEdge returns the end, in atoms, of the clause that the tree hangs on the
// cue where a comma and another main clause follow it, or -1. Elsewhere the
// patterns end a clause better than the tree does.
func (d *document) treeEdge(u *unit, f *found) int {
	head := u.atoms[f.head].first
	sent := d.text.SentenceAt(d.text.Tokens[head].Span.Start)
	if sent < 0 {
		return -1
	}
	d.text.Parse(sent)
	s := d.text.Sentences[sent]
	top := -1
	for i := head + 1; i < s.Last; i++ {
		if t := &d.text.Tokens[i]; t.Head == head && (t.Rel == "ccomp" || t.Rel == "xcomp") {
			top = i
		}
	}
	if top < 0 {
		return -1
	}
	last := top
	for i := top; i < s.Last; i++ {
		if d.under(i, top, s.First, s.Last) {
			last = i
		}
	}
	if !u.holds(last) {
		return -1
	}
	end := u.atomAt(last) + 1
	if u.tag(end) != "," || !finiteTag(u.tag(end+1)) && !d.mainClause(u, end+1) {
		return -1
	}
	return end
}
