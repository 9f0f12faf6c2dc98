package main

import (
	"fmt"
	"strings"

	"crosscheck/language/internal/treebank"
)

// example is one sentence in training, numbered as the model numbers things.
type example struct {
	words []string
	tags  []uint8 // gold, by word
	auto  []uint8 // as the tagger gives them
	heads []int32 // gold, by index in syntax.Sentence: word i at i+1, then the root
	rels  []uint8 // gold, likewise
	fold  int     // the part of the jackknife it belongs to
}

// names numbers strings in the order they come; "" is 0.
type names struct {
	list []string
	ids  map[string]uint8
}

// most is how many names, with "", a model can hold.
const most = 64

// id returns a name's number and gives it one if it has none.
func (n *names) id(name string) (uint8, error) {
	if n.ids == nil {
		n.ids, n.list = map[string]uint8{"": 0}, []string{""}
	}
	if id, ok := n.ids[name]; ok {
		return id, nil
	}
	if len(n.list) == most {
		return 0, fmt.Errorf("%q is one tag or relation too many; a model holds %d", name, most-1)
	}
	n.ids[name] = uint8(len(n.list))
	n.list = append(n.list, name)
	return n.ids[name], nil
}

// numbering numbers tags and relations.
type numbering struct {
	tags, rels names
	seen       map[string]int // relations counted
}

// rare is how often a subtype of a relation must occur to be told apart.
const rare = 10

// relation merges a rare subtype with its relation.
func (num *numbering) relation(rel string) string {
	if num.seen[rel] >= rare {
		return rel
	}
	base, _, _ := strings.Cut(rel, ":")
	return base
}

// examples numbers the sentences and adds copies of some in other cases, each
// in the fold of its original.
func (num *numbering) examples(sents []treebank.Sentence, rec *recipe) ([]example, error) {
	num.seen = map[string]int{}
	for _, s := range sents {
		for _, rel := range s.Rels {
			num.seen[rel]++
		}
	}
	var out []example
	for i := range sents {
		for _, style := range styles(i, rec) {
			ex, err := num.example(treebank.Recase(&sents[i], style))
			if err != nil {
				return nil, err
			}
			ex.fold = i % rec.folds
			out = append(out, ex)
		}
	}
	return out, nil
}

// styles tells in which cases a sentence is seen.
func styles(i int, rec *recipe) []string {
	styles := []string{""}
	if rec.titleEvery > 0 && i%rec.titleEvery == 5%rec.titleEvery {
		styles = append(styles, "title")
	}
	if rec.upperEvery > 0 && i%rec.upperEvery == 8%rec.upperEvery {
		styles = append(styles, "upper")
	}
	return styles
}

func (num *numbering) example(s *treebank.Sentence) (example, error) {
	n := len(s.Words)
	ex := example{words: s.Words, heads: make([]int32, n+2), rels: make([]uint8, n+2)}
	for i := range s.Words {
		tag, err := num.tags.id(s.Tags[i])
		if err != nil {
			return ex, err
		}
		rel, err := num.rels.id(num.relation(s.Rels[i]))
		if err != nil {
			return ex, err
		}
		ex.tags = append(ex.tags, tag)
		ex.rels[i+1] = rel
		ex.heads[i+1] = int32(s.Heads[i] + 1)
		if s.Heads[i] < 0 {
			ex.heads[i+1] = int32(n + 1)
		}
	}
	return ex, nil
}
