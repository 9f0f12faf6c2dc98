package attribution

import (
	"strings"

	"crosscheck/news"
)

// namedGroup finds the organisation that "the group", "the campaign" or "the
// department" names again: the subject of the sentence before, else the nearest
// in this sentence or that, else the only one of the document that fits.
func (r *resolver) namedGroup(src span, head int) (news.Speaker, int) {
	c := &r.lex.capacities
	word := r.text.Tokens[head].Lower
	if head-src.first != 1 || r.word(src.first) != "the" || capital(r.text.Tokens[head].Text) || src.last > head+1 {
		return news.Speaker{}, -1
	}
	if e := r.introduced(src.first, word); e >= 0 {
		sp := r.entity(e)
		sp.How = news.ByTitle
		return sp, e
	}
	if word == "campaign" {
		return r.namedCampaign(src.first), -1
	}
	if !c.groups[word] {
		return news.Speaker{}, -1
	}
	here, _ := r.sentence(src.first)
	before := here
	if here > 0 {
		before, _ = r.sentence(here - 1)
	}
	nearest, subject, only := -1, -1, -1
	for i, seen := r.mentionBefore(src.first), 0; i >= 0 && seen < mostLookups; i, seen = i-1, seen+1 {
		m := &r.index.Mentions[i]
		if !r.fitsGroup(m.Entity, word) || r.word(m.Last) == "'s" || r.word(m.Last) == "'" {
			continue
		}
		if m.First >= before {
			if nearest < 0 && r.calledSo(m.Entity, word) {
				nearest = m.Entity
			}
			if subjectAt(r.text, m) && (subject < 0 || m.First < here) {
				subject = m.Entity
			}
			continue
		}
		if nearest >= 0 || word == "company" || word == "firm" {
			break
		}
		if r.index.Entities[m.Entity].Mentions < 2 || !r.calledSo(m.Entity, word) {
			continue // named in passing
		}
		if only >= 0 && only != m.Entity {
			return news.Speaker{}, -1
		}
		only = m.Entity
	}
	if word == "company" || word == "firm" {
		nearest = -1 // too many things are near that are none
	}
	for _, e := range []int{subject, nearest, only} {
		if e >= 0 {
			sp := r.entity(e)
			sp.How = news.ByTitle
			return sp, e
		}
	}
	return news.Speaker{}, -1
}

// introduced finds the organisation that the text introduced by the noun, or
// by one that "the group" can stand for, in this paragraph or the one before,
// unless another is the subject of the sentence before; the nearest, or -1.
func (r *resolver) introduced(at int, word string) int {
	n := r.unitAt(at)
	if n < 0 {
		return -1
	}
	here, _ := r.sentence(at)
	before := here
	if here > 0 {
		before, _ = r.sentence(here - 1)
	}
	general := word == "group" || word == "organization" || word == "organisation"
	for i, seen := r.mentionBefore(at), 0; i >= 0 && seen < mostLookups; i, seen = i-1, seen+1 {
		m := &r.index.Mentions[i]
		if u := r.unitAt(m.First); u < 0 || r.units[n].para-r.units[u].para > 1 {
			return -1
		}
		en := &r.index.Entities[m.Entity]
		switch {
		case en.Called == word || general && en.Called != "" && r.lex.capacities.groups[en.Called] || general && (en.Called == "campaign" || en.Called == "movement" || en.Called == "tank"):
			return m.Entity
		case m.First >= before && m.First < here && r.fitsGroup(m.Entity, word) && subjectAt(r.text, m):
			return -1
		}
	}
	return -1
}

// calledSo reports whether a noun is the one an organisation is called by, in
// its name or by the text, or one that fits because it has none: "the group"
// is not "Sailors' Union", which is "the union".
func (r *resolver) calledSo(e int, word string) bool {
	en := &r.index.Entities[e]
	if en.Called != "" {
		return en.Called == word
	}
	low := strings.Fields(strings.ToLower(en.Name))
	last := low[len(low)-1]
	return last == word || !r.lex.capacities.groups[last]
}

// fitsGroup reports whether an entity can be called by the noun: one that ends
// in it, or any body that is no seat of power and no body of lawmakers.
func (r *resolver) fitsGroup(e int, word string) bool {
	en := &r.index.Entities[e]
	if en.Kind != news.Organisation || en.Metonym() && word != "department" && word != "ministry" && word != "agency" {
		return false
	}
	low := strings.Fields(strings.ToLower(en.Name))
	if len(low) == 0 || len(low) == 1 && low[0] == word || r.lawmakers(low) && word != "committee" && word != "council" {
		return false
	}
	switch word {
	case "group", "organization", "organisation", "association", "union", "charity", "coalition", "company", "firm", "nonprofit", "watchdog":
		return !r.lex.capacities.state[low[len(low)-1]]
	case "agency", "network":
		return low[len(low)-1] == word || len(low) == 1 && len(en.Name) > 2 && strings.ToUpper(en.Name) == en.Name
	}
	return low[len(low)-1] == word
}

// namedCampaign finds whose campaign "the campaign" at token at is.
func (r *resolver) namedCampaign(at int) news.Speaker {
	here, _ := r.sentence(at)
	before := here
	if here > 0 {
		before, _ = r.sentence(here - 1)
	}
	only := ""
	for i := at - 1; i > 0 && i > at-farthestPaper; i-- {
		if r.word(i) != "campaign" || capital(r.text.Tokens[i].Text) {
			continue
		}
		k := i - 1
		if r.text.Tokens[k].Tag == "POS" || r.word(k) == "'s" {
			k--
		}
		first, _ := r.sentence(i)
		if k < first {
			continue
		}
		name := r.ownerName(body{span: r.capitalsBefore(k, first), noun: "campaign"}, false)
		switch {
		case name == "":
			continue
		case i >= before:
			return news.Speaker{Name: name, How: news.ByTitle, Kind: news.Organisation}
		case only != "" && only != name:
			return news.Speaker{}
		}
		only = name
	}
	if only == "" {
		return news.Speaker{}
	}
	return news.Speaker{Name: only, How: news.ByTitle, Kind: news.Organisation}
}
