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
	uses    []float32 // how often each row was looked up
	rows    []uint32  // the rows found last
	scores  []float32
	count   *counter // nil unless features are being counted
}

func newTable(index *syntax.Index, classes int) *table {
	n := classes * index.Rows()
	return &table{
		index: index, classes: classes,
		weight: make([]float32, n), sum: make([]float32, n),
		uses:   make([]float32, index.Rows()),
		scores: make([]float32, classes),
	}
}

// score finds the features' rows and adds up their weights, for each class.
func (t *table) score(hashes []uint32) []float32 {
	if t.count != nil {
		t.count.see(hashes)
	}
	t.rows = t.rows[:0]
	clear(t.scores)
	n := t.classes
	for _, h := range hashes {
		r := t.index.Row(h)
		if r == 0 {
			continue
		}
		t.rows = append(t.rows, r)
		t.uses[r]++
		for i, w := range t.weight[int(r)*n : int(r)*n+n] {
			t.scores[i] += w
		}
	}
	return t.scores
}

// correct raises one class and lowers another in the rows found last.
func (t *table) correct(good, bad int, step float32) {
	for _, r := range t.rows {
		row := int(r) * t.classes
		t.weight[row+good]++
		t.sum[row+good] += step
		t.weight[row+bad]--
		t.sum[row+bad] -= step
	}
}

// learn corrects the weights unless the gold class leads by the margin, and
// returns the best class. Class 0 is none.
func (t *table) learn(gold int, margin, step float32) int {
	guess, rival := 0, 0
	for i := 1; i < t.classes; i++ {
		if guess == 0 || t.scores[i] > t.scores[guess] {
			guess = i
		}
		if i != gold && (rival == 0 || t.scores[i] > t.scores[rival]) {
			rival = i
		}
	}
	if rival != 0 && t.scores[rival]+margin >= t.scores[gold] {
		t.correct(gold, rival, step)
	}
	return guess
}

// best returns the best class but 0, the first among equals.
func (t *table) best() int {
	best := 1
	for i := 2; i < t.classes; i++ {
		if t.scores[i] > t.scores[best] {
			best = i
		}
	}
	return best
}

// averaged returns the table with its weights averaged over all steps.
func (t *table) averaged(steps float32) *table {
	a := newTable(t.index, t.classes)
	for i, w := range t.weight {
		a.weight[i] = w - t.sum[i]/steps
	}
	a.uses, a.sum = t.uses, nil
	return a
}

// mean returns the mean of tables with one index. A sum of linear models is a
// linear model: several cost no more at run time than one.
func mean(tables []*table) *table {
	m := newTable(tables[0].index, tables[0].classes)
	for _, t := range tables {
		for i, w := range t.weight {
			m.weight[i] += w / float32(len(tables))
		}
		for i, n := range t.uses {
			m.uses[i] += n
		}
	}
	return m
}

// counter counts features by the upper bits of their hashes.
type counter struct {
	bits   uint
	counts []uint8
}

func newCounter(bits uint) *counter { return &counter{bits, make([]uint8, 1<<bits)} }

func (c *counter) see(hashes []uint32) {
	for _, h := range hashes {
		if n := &c.counts[h>>(32-c.bits)]; *n < 255 {
			*n++
		}
	}
}

// index numbers the features seen often enough for the table.
func (c *counter) index(rec *tableRecipe) *syntax.Index {
	var keys []uint32
	for i, n := range c.counts {
		if n < rec.least {
			continue
		}
		k := uint32(i) >> (c.bits - rec.width)
		if len(keys) == 0 || keys[len(keys)-1] != k {
			keys = append(keys, k)
		}
	}
	return syntax.NewIndex(rec.width, keys)
}

// everything numbers all features, many to a row.
func everything(width uint) *syntax.Index {
	keys := make([]uint32, 1<<width)
	for i := range keys {
		keys[i] = uint32(i)
	}
	return syntax.NewIndex(width, keys)
}
