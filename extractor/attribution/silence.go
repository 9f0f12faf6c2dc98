package attribution

// silence finds the refusals of a unit and returns the atoms they cover, so
// that no cue inside them makes a claim.
func (d *document) silence(u *unit) []span {
	var out []span
	for i := range u.atoms {
		if u.isMarked(i) || len(out) > 0 && out[len(out)-1].holds(i) {
			continue
		}
		if end := d.refusal(u, i); end > i {
			start := d.groupStart(u, i)
			subj := d.silent(u, start)
			whole := span{start, d.silenceEnd(u, end)}
			if !subj.empty() {
				whole.first = subj.first
			}
			s := Silence{Span: bytes(d.text, u.tokens(whole.first, whole.last)), Cue: bytes(d.text, u.tokens(start, end)), Region: u.region}
			if !subj.empty() {
				s.Subject = bytes(d.text, u.tokens(subj.first, subj.last))
			}
			d.silences = append(d.silences, s)
			out = append(out, span{start, end})
		}
	}
	return out
}

// silent returns who does not speak.
func (d *document) silent(u *unit, start int) span {
	if np := d.nounPhrase(u, d.overAside(u, start)); !np.empty() {
		if d.lex.negations[u.lower(np.first-1)] {
			np.first--
		}
		return span{np.first, start}.trim(u)
	}
	return d.governorBefore(u, &found{first: start, head: start, last: start + 1})
}

// groupStart goes left over auxiliaries, negations and adverbs.
func (d *document) groupStart(u *unit, i int) int {
	for i > 0 && !u.isMarked(i-1) && (u.tag(i-1) == "MD" || u.tag(i-1) == "RB" || d.lex.aux[u.lemma(i-1)] && verbTag(u.tag(i-1))) {
		i--
	}
	return i
}

// silenceEnd is the end of the refusing clause.
func (d *document) silenceEnd(u *unit, end int) int {
	for ; end < len(u.atoms); end++ {
		switch u.tag(end) {
		case ",", ":", ".", "--", quoteTag:
			return end
		case "CC":
			if w := u.lower(end); w == "but" || w == "and" && (finiteTag(u.tag(end+1)) || u.tag(end+1) == "PRP") {
				return end
			}
		}
	}
	return end
}

// refusal returns the end of the refusing words whose verb is atom i, or i.
func (d *document) refusal(u *unit, i int) int {
	r, tag := &d.lex.refuse, u.tag(i)
	if !verbTag(tag) {
		if tag == "JJ" && r.unavailable[u.lower(i)] && (u.lemma(i-1) == "be" || u.lower(i-1) == "not") && u.follows(i+1, []string{"for", "comment"}) {
			return i + 3
		}
		return i
	}
	w := u.lemma(i)
	switch {
	case r.verbs[w]:
		return d.refusedSpeech(u, i)
	case r.negated[w] && d.negatedBefore(u, i):
		return d.negatedSpeech(u, i)
	case w == "reach" && d.notReached(u, i):
		return i + 1
	case r.copulas[w] && !d.negatedBefore(u, i):
		if j := d.overAdverbs(u, i+1); r.states[u.lower(j)] {
			return j + 1
		}
	}
	if r.giving[w] {
		return d.littleGiven(u, i)
	}
	return i
}

func (d *document) overAdverbs(u *unit, i int) int {
	for u.tag(i) == "RB" && !d.lex.negations[u.lower(i)] {
		i++
	}
	return i
}

// refusedSpeech reads "declined to comment", "refused comment", "ignored
// requests for comment".
func (d *document) refusedSpeech(u *unit, i int) int {
	r, w := &d.lex.refuse, u.lemma(i)
	for j := i + 1; j < len(u.atoms) && j < i+7; j++ {
		switch t := u.tag(j); {
		case w == "fail" && (u.lemma(j) == "address" || u.lemma(j) == "identify" || u.lemma(j) == "discuss"):
			return i // "failed to address the needs of workers"
		case r.speech[u.lemma(j)] && (verbTag(t) || t == "NN" || t == "NNS"):
			if t == "VB" && u.lemma(j) == "say" && (u.lower(j+1) == "that" || u.isQuote(j+1)) {
				return i
			}
			if verbTag(t) && u.tag(i+1) != "TO" {
				return i
			}
			return j + 1
		case t == "," || t == "." || finiteTag(t) || u.isQuote(j):
			return i
		}
	}
	return i
}

// negatedBefore reports whether the verb group of atom i is negated: by its
// own adverb, or by a subject with "neither" or "no".
func (d *document) negatedBefore(u *unit, i int) bool {
	start := d.groupStart(u, i)
	for j := start; j < i; j++ {
		if d.lex.negations[u.lower(j)] {
			return true
		}
	}
	np := d.nounPhrase(u, start)
	for j := max(np.first-1, 0); !np.empty() && j < np.last; j++ {
		if w := u.lower(j); w == "neither" || w == "nor" || w == "nobody" || w == "none" || w == "no" {
			return true
		}
	}
	return u.lower(np.first-1) == "neither" || u.lower(start-1) == "nobody" || u.lower(start-1) == "none"
}

// negatedSpeech reads "did not respond to a request": the verb may not have a
// content of its own ("did not say that …").
func (d *document) negatedSpeech(u *unit, i int) int {
	w := u.lemma(i)
	switch w {
	case "respond", "reply", "comment", "return", "answer", "elaborate", "address":
		if w == "return" && !d.callAfter(u, i) {
			return i
		}
		return i + 1
	}
	switch next := u.lower(i + 1); {
	case next == "" || next == "." || next == ",":
		return i + 1
	case w == "mention" || w == "specify" || w == "disclose" || w == "elaborate" || w == "identify" || w == "detail" || w == "discuss":
		return i + 1
	case d.lex.questions[next] && next != "that" && next != "which":
		return i + 1 // "did not say when"
	}
	return i
}

func (d *document) callAfter(u *unit, i int) bool {
	for j := i + 1; j < len(u.atoms) && j < i+6; j++ {
		switch u.lemma(j) {
		case "call", "message", "email", "e-mail", "request", "inquiry":
			return true
		}
	}
	return false
}

// notReached reads "could not be reached for comment".
func (d *document) notReached(u *unit, i int) bool {
	return u.lemma(i-1) == "be" && d.negatedBefore(u, i)
}

// littleGiven reads "provided limited details", "made no mention of", "there
// was no mention of".
func (d *document) littleGiven(u *unit, i int) int {
	r := &d.lex.refuse
	few := d.negatedBefore(u, i)
	for j := i + 1; j < len(u.atoms) && j < i+5; j++ {
		w := u.lower(j)
		switch {
		case r.few[w]:
			few = true
		case few && (r.matter[w] || r.matter[u.lemma(j)]):
			if u.lemma(i) == "be" && u.lower(i-1) != "there" {
				return i
			}
			return j + 1
		case u.tag(j) != "JJ" && u.tag(j) != "RB" && u.tag(j) != "DT":
			return i
		}
	}
	return i
}
