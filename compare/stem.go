package compare

import (
	"sync"
	"sync/atomic"

	"github.com/kljensen/snowball/english"
)

// stems keeps the stems of the words met so far, since a stem takes longer
// than most comparisons it serves. It stops growing at mostStems: the words of
// a language come early, what comes late is met once.
var (
	stems     sync.Map // word → stem
	stemCount atomic.Int64
)

const mostStems = 50_000

// Stem is the Snowball English stem (Porter 2001) of a lower-cased word.
func Stem(word string) string {
	if kept, ok := stems.Load(word); ok {
		return kept.(string)
	}
	st := english.Stem(word, false)
	if stemCount.Load() < mostStems && len(word) < 64 {
		if _, had := stems.LoadOrStore(word, st); !had {
			stemCount.Add(1)
		}
	}
	return st
}

func stem(lemma string) string { return Stem(lemma) }
