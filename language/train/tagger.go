package main

import (
	"math/rand/v2"

	"crosscheck/language/internal/syntax"
)

// example is one sentence in training, numbered as the model numbers things.
type example struct {
	words []string
	tags  []uint8 // gold, by word
	heads []int32 // gold, as indices of syntax.Sentence; 0 none
	rels  []uint8 // gold
	auto  []uint8 // tags as the tagger gives them
}

// trainTagger trains an averaged perceptron that tags from left to right and
// sees its own tags behind it.
func trainTagger(examples []example, tags int, bits uint, passes int, seed uint64, min uint8) *table {
	t := newTable(countTags(examples, min, bits), tags)
	rng := rand.New(rand.NewPCG(seed, 1))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var (
		sent   syntax.Sentence
		rows   [syntax.TagFeatures]uint32
		scores = make([]float32, tags)
		step   float32
	)
	for range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			ex := &examples[k]
			step++
			sent.Reset(ex.words)
			var prev, prev2 uint8
			for i, gold := range ex.tags {
				sent.TagHashes(i+1, prev, prev2, &rows)
				t.find(rows[:])
				t.score(scores)
				guess := uint8(1 + best(scores[1:]))
				if guess != gold {
					t.update(int(gold), 1, step)
					t.update(int(guess), -1, step)
				}
				prev, prev2 = guess, prev
			}
		}
	}
	return t.averaged(step)
}

// tagWith tags the words of an example.
func tagWith(t *table, words []string, sent *syntax.Sentence, scores []float32) []uint8 {
	var rows [syntax.TagFeatures]uint32
	sent.Reset(words)
	out := make([]uint8, len(words))
	var prev, prev2 uint8
	for i := range words {
		sent.TagHashes(i+1, prev, prev2, &rows)
		t.find(rows[:])
		t.score(scores)
		out[i] = uint8(1 + best(scores[1:]))
		prev, prev2 = out[i], prev
	}
	return out
}

// countTags numbers the features that tagging by gold sees often enough.
func countTags(examples []example, min uint8, width uint) *syntax.Index {
	c := newCounter()
	var sent syntax.Sentence
	var hashes [syntax.TagFeatures]uint32
	for k := range examples {
		sent.Reset(examples[k].words)
		var prev, prev2 uint8
		for i, gold := range examples[k].tags {
			sent.TagHashes(i+1, prev, prev2, &hashes)
			c.see(hashes[:])
			prev, prev2 = gold, prev
		}
	}
	return c.index(width, min)
}
