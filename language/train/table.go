package main

import "crosscheck/language/internal/syntax"

// table is a table of weights in training: rows by feature, a fixed number of
// classes wide, with the sums that averaging needs (Collins 2002; the lazy
// form, in which each change is also added times the step it was made at).
type table struct {
	index   *syntax.Index
	classes int
	weight  []float32
	sum     []float32
	count   *counter // nil unless features are being counted
	rows    []uint32
	uses    []float32 // how often each row was looked up
}

func newTable(index *syntax.Index, classes int) *table {
	n := classes * index.Rows()
	return &table{index: index, classes: classes, weight: make([]float32, n), sum: make([]float32, n), uses: make([]float32, index.Rows())}
}

// find looks up the features' rows, for score and update, and leaves out those
// without one.
func (t *table) find(hashes []uint32) {
	if t.count != nil {
		t.count.see(hashes)
	}
	t.rows = t.rows[:0]
	for _, h := range hashes {
		if r := t.index.Row(h); r != 0 {
			t.rows = append(t.rows, r)
			if t.uses != nil {
				t.uses[r]++
			}
		}
	}
}

// score adds up the weights of the rows found.
func (t *table) score(scores []float32) {
	clear(scores)
	n := t.classes
	for _, r := range t.rows {
		row := t.weight[int(r)*n : int(r)*n+n]
		for i, w := range row {
			scores[i] += w
		}
	}
}

// update moves the weight of one class in the rows found.
func (t *table) update(class int, by, step float32) {
	for _, r := range t.rows {
		i := int(r)*t.classes + class
		t.weight[i] += by
		t.sum[i] += by * step
	}
}

// averaged returns the table with its weights averaged over all steps.
func (t *table) averaged(steps float32) *table {
	a := &table{index: t.index, classes: t.classes, weight: make([]float32, len(t.weight)), uses: t.uses}
	for i, w := range t.weight {
		a.weight[i] = w - t.sum[i]/steps
	}
	return a
}

// best returns the index of the highest score, the first among equals.
func best(scores []float32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

// counter counts features by the upper bits of their hashes.
type counter struct {
	counts []uint8
}

const counterBits = 27

func newCounter() *counter { return &counter{make([]uint8, 1<<counterBits)} }

func (c *counter) see(hashes []uint32) {
	for _, h := range hashes {
		if n := &c.counts[h>>(32-counterBits)]; *n < 255 {
			*n++
		}
	}
}

// index numbers the features seen at least min times.
func (c *counter) index(width uint, min uint8) *syntax.Index {
	var keys []uint32
	for i, n := range c.counts {
		if n < min {
			continue
		}
		k := uint32(i) >> (counterBits - width)
		if len(keys) == 0 || keys[len(keys)-1] != k {
			keys = append(keys, k)
		}
	}
	return syntax.NewIndex(width, keys)
}

// everything numbers all features, many to a row.
func everything(width uint) *syntax.Index {
	keys := make([]uint32, 1<<width)
	for i := range keys {
		keys[i] = uint32(i)
	}
	return syntax.NewIndex(width, keys)
}
