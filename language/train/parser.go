package main

import (
	"math/rand/v2"

	"crosscheck/language/internal/syntax"
)

// learner holds a parser in training.
type learner struct {
	moves, rels *table
	class       *syntax.TagClass
	sent        syntax.Sentence
	space       syntax.Space
	moveRows    [syntax.MoveFeatures]uint32
	relRows     [syntax.RelFeatures]uint32
	relScores   []float32
	step        float32
	rng         *rand.Rand
}

func newLearner(moves, rel *syntax.Index, rels int, class *syntax.TagClass, seed uint64) *learner {
	return &learner{
		moves:     newTable(moves, int(syntax.Moves)),
		rels:      newTable(rel, rels),
		class:     class,
		relScores: make([]float32, rels),
		rng:       rand.New(rand.NewPCG(seed, 2)),
	}
}

// prepare reads an example's words and tags.
func (l *learner) prepare(words []string, tags []uint8) {
	l.sent.Reset(words)
	copy(l.sent.Tags[1:], tags)
	l.sent.Ready(l.class)
}

// moveScores scores the moves of a state.
func (l *learner) moveScores(st *syntax.State) (scores [syntax.Moves]float32) {
	l.sent.MoveHashes(&l.space, st, &l.moveRows)
	l.moves.find(l.moveRows[:])
	w := l.moves.weight
	for _, r := range l.moves.rows {
		row := (*[syntax.Moves]float32)(w[int(r)*int(syntax.Moves):])
		for i := range scores {
			scores[i] += row[i]
		}
	}
	return scores
}

// relation names the relation of the arc a move makes.
func (l *learner) relation(st *syntax.State, m syntax.Move) uint8 {
	l.sent.RelHashes(&l.space, st, m, &l.relRows)
	l.rels.find(l.relRows[:])
	l.rels.score(l.relScores)
	return uint8(1 + best(l.relScores[1:]))
}

// learn goes through one sentence, by its own moves where it explores.
func (l *learner) learn(ex *example, explore float64) {
	l.step++
	l.prepare(ex.words, ex.auto)
	root := l.sent.Root()
	st := l.space.Begin()
	for !l.space.Done(&st, root) {
		scores := l.moveScores(&st)
		ok := l.space.Allowed(&st, root)
		cost := costs(&l.space, &st, ex.heads)
		guess, good := pick(&scores, &ok, &cost)
		if cost[guess] > cost[good] {
			l.moves.update(int(good), 1, l.step)
			l.moves.update(int(guess), -1, l.step)
		}
		m := good
		if l.rng.Float64() < explore {
			m = guess
		}
		var rel uint8
		if head, dep := l.space.Arc(&st, m); dep != 0 {
			rel = l.relation(&st, m)
			if ex.heads[dep] == head {
				gold := ex.rels[dep]
				if gold != rel {
					l.rels.update(int(gold), 1, l.step)
					l.rels.update(int(rel), -1, l.step)
				}
				if l.rng.Float64() >= explore {
					rel = gold
				}
			}
		}
		st = l.space.Apply(&st, m, rel)
	}
}

// pick returns the best-scored allowed move and the best among the cheapest.
func pick(scores *[syntax.Moves]float32, ok *[syntax.Moves]bool, cost *[syntax.Moves]int) (guess, good syntax.Move) {
	least, haveGuess, haveGood := 1<<30, false, false
	for m := range syntax.Moves {
		if ok[m] {
			least = min(least, cost[m])
		}
	}
	for m := range syntax.Moves {
		if !ok[m] {
			continue
		}
		if !haveGuess || scores[m] > scores[guess] {
			guess, haveGuess = m, true
		}
		if cost[m] == least && (!haveGood || scores[m] > scores[good]) {
			good, haveGood = m, true
		}
	}
	return guess, good
}

// parse gives heads (indices of syntax.Sentence) and relations, by word.
func (l *learner) parse(words []string, tags []uint8, heads []int32, rels []uint8) {
	l.prepare(words, tags)
	root := l.sent.Root()
	st := l.space.Begin()
	var free [syntax.Moves]int
	for !l.space.Done(&st, root) {
		scores := l.moveScores(&st)
		ok := l.space.Allowed(&st, root)
		m, _ := pick(&scores, &ok, &free)
		var rel uint8
		if _, dep := l.space.Arc(&st, m); dep != 0 {
			rel = l.relation(&st, m)
		}
		st = l.space.Apply(&st, m, rel)
		if st.Dep != 0 {
			heads[st.Dep], rels[st.Dep] = st.Head, st.Rel
		}
	}
}
