package compare

import (
	"slices"
	"strings"

	"crosscheck/news"
)

// events numbers the event of each document: two are about one event where
// several of their sentences are aligned or their leads share a name and two
// other words, and what is one event with a third document is one event.
func (q *questions) events() []int {
	pairs := map[[2]int]int{}
	for _, pair := range q.p.Pairs {
		pairs[[2]int{pair.A.Doc.Index, pair.B.Doc.Index}]++
	}
	leads := q.leads()
	parent := make([]int, len(q.p.Docs))
	for i := range parent {
		parent[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	join := func(i, j int) {
		i, j = root(i), root(j)
		parent[max(i, j)] = min(i, j)
	}
	for pair, n := range pairs {
		if n >= severalPairs {
			join(pair[0], pair[1])
		}
	}
	for _, list := range byName(leads) {
		for x, i := range list[:min(len(list), commonBucket)] {
			for _, j := range list[:x] {
				if root(i) != root(j) && leadsMeet(leads[i], leads[j]) {
					join(i, j)
				}
			}
		}
	}
	event := make([]int, len(parent))
	for i := range event {
		event[i] = root(i)
	}
	return event
}

// byName lists the documents whose leads have each name.
func byName(leads []map[string]bool) map[string][]int {
	out := map[string][]int{}
	for i, lead := range leads {
		for key, name := range lead {
			if name {
				out[key] = append(out[key], i)
			}
		}
	}
	return out
}

// leads are the keys of each document's headline and first sentences; true
// where a body sentence has the key as a name.
func (q *questions) leads() []map[string]bool {
	leads := make([]map[string]bool, len(q.p.Docs))
	for i, doc := range q.p.Docs {
		leads[i] = map[string]bool{}
		for _, s := range leadOf(doc, 2) {
			for _, w := range s.Words {
				leads[i][w.Key] = leads[i][w.Key] || proper(doc.Text.Tokens[w.Token]) && !q.dateWord(doc.Text.Tokens[w.Token]) && s.Region == news.Body
			}
		}
	}
	return leads
}

// severalPairs is how many aligned sentences make two documents one event's.
const severalPairs = 3

// sameEntity reports whether two bags share a name.
func sameEntity(a, b bag) bool {
	return slices.ContainsFunc(a.keys, func(k keyWeight) bool { return strings.HasPrefix(k.key, "@") && b.has(k.key) })
}

// leadsMeet reports whether two leads share a name and two more words.
func leadsMeet(a, b map[string]bool) bool {
	names, words := 0, 0
	for key, name := range a {
		if other, ok := b[key]; ok {
			words++
			if name || other {
				names++
			}
		}
	}
	return names >= 1 && words >= 3
}
