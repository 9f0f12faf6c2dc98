package names

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"crosscheck/news"
)

// respelt gives a surname that stands alone and is no full name's, but a
// letter or two from exactly one, to the bearer of that (a person by title or
// given name): a document that
// writes "William Cowan" and then "Cowen" means one man. It changes the
// entities of runs only; the words stay as written.
func (g *grouper) respelt(runs []run, entity []int) {
	titled := map[int]bool{}
	for i := range runs {
		if entity[i] >= 0 && runs[i].titleFirst < runs[i].first {
			titled[entity[i]] = true
		}
	}
	var full []int
	for e := range g.x.Entities {
		if en := &g.x.Entities[e]; en.Kind == news.Person && en.given != "" && (titled[e] || g.f.male[en.given] || g.f.female[en.given]) && utf8.RuneCountInString(en.key) >= shortestRespelt {
			full = append(full, e)
		}
		if len(full) > mostRespelt {
			return // a list of names, not a story
		}
	}
	if len(full) == 0 {
		return
	}
	to := map[int]int{}
	for e := range g.x.Entities {
		if en := &g.x.Entities[e]; g.person(en) && en.given == "" && g.unknown(en.Name) {
			if bearer := g.nearest(en.key, full); bearer >= 0 {
				to[e] = bearer
			}
		}
	}
	for i, e := range entity {
		if bearer, ok := to[e]; ok {
			entity[i] = bearer
		}
	}
}

// A surname of fewer letters is near too many others; a document of more
// people is a list.
const (
	shortestRespelt = 5
	mostRespelt     = 200
)

// unknown reports whether the word alone is no name that the lexicon knows: a
// slip of the pen is none.
func (g *grouper) unknown(name string) bool {
	lower := strings.ToLower(name)
	return !strings.ContainsAny(name, " -") && !g.f.names(lower) && !g.f.before[lower] && !g.f.persons[lower] && !g.f.people.given[lower] && g.f.people.surname(name) < 0
}

// nearest returns the bearer of the only surname that the word is another
// spelling of, or -1.
func (g *grouper) nearest(word string, full []int) int {
	best := -1
	for _, e := range full {
		if !slip(word, g.x.Entities[e].key) {
			continue
		}
		if best >= 0 && g.x.Entities[best].key != g.x.Entities[e].key {
			return -1
		}
		if best < 0 {
			best = e // of two of one surname the one the text names first
		}
	}
	return best
}

// slip reports whether two lower-cased words of one first letter are a letter
// apart, or two where they are long and end alike, and not singular and plural.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if utf8.RuneCountInString(a) < shortestRespelt || a[0] != b[0] || len(b)-len(a) > 2 || strings.HasPrefix(b, a) {
		return false
	}
	limit := 1
	if a[len(a)-1] == b[len(b)-1] && utf8.RuneCountInString(b) > shortestRespelt {
		limit = 2
	}
	d := levenshtein.ComputeDistance(a, b)
	return d > 0 && d <= limit
}
