// Package model turns words into Penn Treebank tags and Universal Dependencies
// trees. It holds a linear tagger and a greedy arc-eager parser, trained by
// crosscheck/language/train, with their weights embedded.
//
// A Model never changes once loaded and serves any number of goroutines. Any
// words are valid input: an empty list, odd characters, a sentence of any
// length; the cost grows linearly. Same words, same answer.
//
// The weights (weights.bin) are not covered by the licence of the code: see
// NOTICE beside them.
//
// Sources: averaged perceptron, Collins (2002); arc-eager transitions, Nivre
// (2003); dynamic oracle and training by exploration, Goldberg & Nivre (2013);
// features, Zhang & Nivre (2011).
package model
