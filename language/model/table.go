package model

import (
	"math"

	"crosscheck/language/internal/syntax"
)

// unit is what a weight of 1 counts as an integer. Weights stay under 100 and
// a score under 1000, so that scores fit 16 bits.
const unit = 32

// moveTable holds one packed row of four weights a feature: four 16-bit lanes,
// added up as one 64-bit integer.
type moveTable struct {
	index *syntax.Index
	rows  []uint64
}

func newMoveTable(w *syntax.Weights) *moveTable {
	t := &moveTable{index: w.Index}
	t.rows = make([]uint64, t.index.Rows())
	values := integers(w.Codebook)
	at := 0
	for i, n := range w.Counts {
		var row uint64
		for range n {
			row += uint64(int64(values[w.Code[at]])) << (16 * w.Class[at])
			at++
		}
		t.rows[i+1] = row
	}
	return t
}

// score adds up the rows of the features.
func (t *moveTable) score(hashes *[syntax.MoveFeatures]uint32) (scores [syntax.Moves]int32) {
	var sum uint64
	for _, h := range hashes {
		sum += t.rows[t.index.Row(h)]
	}
	for i := range scores {
		v := int16(sum)
		scores[i] = int32(v)
		sum = uint64(int64(sum-uint64(int64(v))) >> 16)
	}
	return scores
}

// classTable holds, for each feature, the few classes that it speaks for or
// against.
type classTable struct {
	index   *syntax.Index
	starts  []uint32 // of each row's entries; one more at the end
	entries []entry
	classes int
}

type entry struct {
	class uint16
	value int16
}

func newClassTable(w *syntax.Weights) *classTable {
	t := &classTable{index: w.Index, classes: w.Classes}
	t.starts = make([]uint32, t.index.Rows()+1)
	t.entries = make([]entry, len(w.Code))
	values := integers(w.Codebook)
	at := uint32(0)
	for i, n := range w.Counts {
		t.starts[i+1] = at
		at += uint32(n)
	}
	t.starts[len(w.Counts)+1] = at
	for i, code := range w.Code {
		t.entries[i] = entry{uint16(w.Class[i]), values[code]}
	}
	return t
}

// scores are the scores of up to 64 classes.
type scores [64]int32

// score adds up what the features, 64 at most, say of each class.
func (t *classTable) score(hashes []uint32, s *scores) {
	*s = scores{}
	var rows [64]uint32
	n := 0
	for _, h := range hashes {
		row := t.index.Row(h)
		rows[n&63] = row
		n += int(min(row, 1))
	}
	for _, row := range rows[:min(n, 64)] {
		for _, e := range t.entries[t.starts[row]:t.starts[row+1]] {
			s[e.class&63] += int32(e.value)
		}
	}
}

// best returns the best class but 0, the first among equals, and its lead over
// the next.
func (t *classTable) best(s *scores) (class uint8, lead int32) {
	first, second := int32(math.MinInt32), int32(math.MinInt32)
	for i := 1; i < t.classes; i++ {
		switch v := s[i&63]; {
		case v > first:
			first, second, class = v, first, uint8(i)
		case v > second:
			second = v
		}
	}
	return class, first - second
}

func integers(codebook []float32) (values [256]int16) {
	for i, v := range codebook {
		values[i] = int16(math.Round(float64(max(min(v*unit, 4000), -4000))))
	}
	return values
}
