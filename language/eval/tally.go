package main

import (
	"fmt"
	"io"
	"strings"

	"crosscheck/language/internal/treebank"
	"crosscheck/language/model"
)

// used are the relations that the extractor and the checks read; "neg" stands
// for advmod of a negation.
var used = strings.Fields("nsubj nsubj:pass obj iobj obl obl:agent ccomp xcomp nummod neg advmod appos parataxis conj amod nmod nmod:poss mark advcl acl acl:relcl aux:pass case compound flat cop root")

// tally counts what was right in one bank or genre.
type tally struct {
	name                    string
	sents, words            int
	tags, heads, both, base int
	rels                    map[string]*counts
}

// counts are what F1 is made of: right, given, gold.
type counts struct{ right, given, gold int }

func (c *counts) f1() float64 {
	if c.given+c.gold == 0 {
		return 0
	}
	return 200 * float64(c.right) / float64(c.given+c.gold)
}

func newTally(name string) *tally {
	t := &tally{name: name, rels: map[string]*counts{}}
	for _, r := range used {
		t.rels[r] = &counts{}
	}
	return t
}

// score tags and parses one sentence and counts what is right.
func score(m *model.Model, s *treebank.Sentence, tallies ...*tally) {
	tags := m.Tag(s.Words, nil)
	heads, rels := m.Parse(s.Words, tags)
	for _, t := range tallies {
		t.sents++
		for i, word := range s.Words {
			t.words++
			if tags[i] == s.Tags[i] {
				t.tags++
			}
			if heads[i] == s.Heads[i] {
				t.heads++
				if rels[i] == s.Rels[i] {
					t.both++
				}
				if universal(rels[i]) == universal(s.Rels[i]) {
					t.base++
				}
			}
			t.count(rels[i], s.Rels[i], heads[i] == s.Heads[i])
			if negation(word) {
				t.count(negate(rels[i]), negate(s.Rels[i]), heads[i] == s.Heads[i])
			}
		}
	}
}

func (t *tally) count(given, gold string, sameHead bool) {
	if c := t.rels[given]; c != nil {
		c.given++
		if sameHead && given == gold {
			c.right++
		}
	}
	if c := t.rels[gold]; c != nil {
		c.gold++
	}
}

func universal(rel string) string {
	base, _, _ := strings.Cut(rel, ":")
	return base
}

func negation(word string) bool {
	switch strings.ToLower(word) {
	case "not", "n't", "n’t", "never":
		return true
	}
	return false
}

// negate names a negation's advmod "neg".
func negate(rel string) string {
	if rel == "advmod" {
		return "neg"
	}
	return ""
}

func printTotals(out io.Writer, all []*tally) {
	fmt.Fprintf(out, "%-18s %7s %7s %6s %6s %6s %7s\n", "", "sents", "words", "tags", "UAS", "LAS", "LAS:base")
	for _, t := range all {
		n := float64(max(t.words, 1)) / 100
		fmt.Fprintf(out, "%-18s %7d %7d %6.2f %6.2f %6.2f %7.2f\n", t.name, t.sents, t.words,
			float64(t.tags)/n, float64(t.heads)/n, float64(t.both)/n, float64(t.base)/n)
	}
}

// printRelations prints F1 by relation: a column for each bank and for news.
func printRelations(out io.Writer, all []*tally) {
	var shown []*tally
	for _, t := range all {
		if !strings.Contains(t.name, " ") || strings.HasSuffix(t.name, " news") {
			shown = append(shown, t)
		}
	}
	fmt.Fprintf(out, "\n%-12s", "F1 (gold)")
	for _, t := range shown {
		fmt.Fprintf(out, "%16s", t.name)
	}
	fmt.Fprintln(out)
	for _, r := range used {
		fmt.Fprintf(out, "%-12s", r)
		for _, t := range shown {
			c := t.rels[r]
			fmt.Fprintf(out, "%9.1f (%4d)", c.f1(), c.gold)
		}
		fmt.Fprintln(out)
	}
}
