package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"crosscheck/news"
	"crosscheck/rules"
)

// people finds who is meant by a name that houses spell in several ways.
type people struct {
	name  []string
	whole map[string]int // folded full name to the person, or shared
	alone map[string]int // folded surname to the only person it means, or shared
	// joined are given names of two parts as a hyphen ties them ("jong-un").
	joined map[string]bool
	// turned are the folded names of those whose family name stands first.
	turned map[string]bool
	// given are the given names, lower-cased.
	given map[string]bool
}

// shared marks a spelling that is more than one person's.
const shared = -1

func newPeople(list []rules.Person) *people {
	p := &people{whole: map[string]int{}, alone: map[string]int{}, joined: map[string]bool{}, turned: map[string]bool{}, given: map[string]bool{}}
	for i, person := range list {
		p.name = append(p.name, person.Name)
		for _, w := range append([]string{person.Name}, person.Whole...) {
			p.add(p.whole, fold(w), i)
			if len(person.Given) == 0 {
				p.turn(fold(w))
			}
		}
		for _, surname := range person.Surname {
			last := fold(surname)
			if !person.Common {
				p.add(p.alone, last, i)
			}
			for _, given := range person.Given {
				g := fold(given)
				p.given[g] = true
				p.add(p.whole, g+" "+last, i)
				if first, _, ok := strings.Cut(g, " "); ok && len(first) > 3 {
					p.add(p.whole, first+" "+last, i)
				}
			}
		}
	}
	return p
}

func (p *people) add(to map[string]int, key string, i int) {
	if old, ok := to[key]; ok && old != i {
		i = shared
	}
	to[key] = i
}

// turn notes a name whose family name stands first.
func (p *people) turn(name string) {
	p.turned[name] = true
	if words := strings.Fields(name); len(words) == 3 {
		p.joined[words[1]+"-"+words[2]] = true
	}
}

// full returns the person whom a name of two words or more means, or -1: the
// whole name, or its first word with its last.
func (p *people) full(name string) int {
	key := fold(name)
	if i, ok := p.whole[key]; ok {
		return i
	}
	words := strings.Fields(key)
	for n := 1; n <= 2 && n < len(words)-1; n++ {
		if i, ok := p.whole[words[0]+" "+strings.Join(words[len(words)-n:], " ")]; ok {
			return i
		}
	}
	return -1
}

// surname returns the person whom a surname alone means, or -1.
func (p *people) surname(name string) int {
	if i, ok := p.alone[fold(name)]; ok {
		return i
	}
	return -1
}

// articles of Arabic names come and go: "Assad" is "al-Assad".
var articles = map[string]bool{"al": true, "el": true, "as": true, "ash": true}

// fold is the form under which spellings are looked up: lower case, without
// accents, apostrophes, hyphens and articles.
func fold(name string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r == '-' || r == '‑' || r == '–':
			return ' '
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '.' || unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ı':
			return 'i'
		case r == 'đ' || r == 'Đ':
			return 'd'
		case r == 'ł' || r == 'Ł':
			return 'l'
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(name))
	words := strings.Fields(plain)
	out := words[:0]
	for i, w := range words {
		if !articles[w] || i == len(words)-1 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// rename gives the entities that mean a much-quoted person one name, and makes
// one entity of those that mean the same. It runs before mentions are written,
// which follow the entity of their run.
func (g *grouper) rename(entity []int) {
	of := make([]int, len(g.x.Entities)) // the person each entity means, or -1
	first := map[int]int{}               // person to the entity that stands for it
	borne := map[int]bool{}              // whose surname another in the document bears
	for e := range g.x.Entities {
		of[e] = -1
		if en := &g.x.Entities[e]; g.person(en) && strings.ContainsAny(en.Name, " ") {
			if of[e] = g.f.people.full(en.Name); of[e] < 0 {
				borne[g.f.people.surname(en.key)] = true
			}
		}
	}
	for e := range g.x.Entities {
		en := &g.x.Entities[e]
		if of[e] < 0 && g.person(en) && !strings.ContainsAny(en.Name, " ") {
			if i := g.f.people.surname(en.Name); !borne[i] {
				of[e] = i
			}
		}
	}
	merged := false
	for e := range of {
		if of[e] < 0 {
			continue
		}
		en := &g.x.Entities[e]
		en.Name, en.Kind = g.f.people.name[of[e]], news.Person
		if _, ok := first[of[e]]; !ok {
			first[of[e]] = e
		}
		merged = merged || first[of[e]] != e
	}
	for i, e := range entity {
		if merged && e >= 0 && of[e] >= 0 {
			entity[i] = first[of[e]]
		}
	}
}

func (g *grouper) person(e *Entity) bool { return e.Kind == news.Person || e.Kind == "" }
