// Command train trains the tagger and the parser of package model on treebanks.
package main

import (
	"encoding/gob"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"time"

	"crosscheck/language/internal/syntax"
	"crosscheck/language/internal/treebank"
	"crosscheck/language/model"
)

type names struct {
	list []string
	ids  map[string]uint8
}

func (n *names) id(s string) uint8 {
	if n.ids == nil {
		n.ids = map[string]uint8{"": 0}
		n.list = []string{""}
	}
	if i, ok := n.ids[s]; ok {
		return i
	}
	n.ids[s] = uint8(len(n.list))
	n.list = append(n.list, s)
	return n.ids[s]
}

var tagNames, relNames names

func convert(s *treebank.Sentence) example {
	n := len(s.Words)
	ex := example{words: s.Words, heads: make([]int32, n+2), rels: make([]uint8, n+2)}
	for i := range s.Words {
		ex.tags = append(ex.tags, tagNames.id(s.Tags[i]))
		h := int32(s.Heads[i] + 1)
		if h == 0 {
			h = int32(n + 1)
		}
		ex.heads[i+1] = h
		ex.rels[i+1] = relNames.id(s.Rels[i])
	}
	return ex
}

func main() {
	dir := flag.String("treebanks", "../shared/bench/treebanks", "folder of CoNLL-U files")
	bits := flag.Uint("bits", 16, "")
	mbits := flag.Uint("mbits", 20, "")
	rbits := flag.Uint("rbits", 15, "")
	passes := flag.Int("passes", 8, "")
	ppasses := flag.Int("ppasses", 12, "")
	tmin := flag.Uint("tmin", 1, "")
	mmin := flag.Uint("mmin", 1, "")
	rmin := flag.Uint("rmin", 1, "")
	drop := flag.Float64("drop", 0.5, "")
	cb := flag.Uint("cb", 4, "")
	out := flag.String("out", "/tmp/weights.bin", "")
	on := flag.String("on", "dev", "")
	mode := flag.String("mode", "1,1", "")
	from := flag.String("from", "", "")
	flag.Parse()
	if *from != "" {
		recompress(*from, *drop, *cb, *mode, *out)
		return
	}
	train, err := treebank.Load(os.DirFS(*dir), "train")
	if err != nil {
		panic(err)
	}
	test, _ := treebank.Load(os.DirFS(*dir), *on)
	var exs []example
	for _, f := range train {
		for i := range f.Sentences {
			exs = append(exs, convert(&f.Sentences[i]))
		}
	}
	start := time.Now()
	// jackknife
	const folds = 8
	var done [2]chan bool
	for g := range 2 {
		done[g] = make(chan bool)
		go func() {
			var sent syntax.Sentence
			for f := g; f < folds; f += 2 {
				var part []example
				for i := range exs {
					if i%folds != f {
						part = append(part, exs[i])
					}
				}
				t := trainTagger(part, len(tagNames.list), *bits, *passes, uint64(f), uint8(*tmin))
				scores := make([]float32, t.classes)
				for i := range exs {
					if i%folds == f {
						exs[i].auto = tagWith(t, exs[i].words, &sent, scores)
					}
				}
			}
			close(done[g])
		}()
	}
	<-done[0]
	<-done[1]
	t := trainTagger(exs, len(tagNames.list), *bits, *passes, 1, uint8(*tmin))
	fmt.Println("tagger", len(tagNames.list), time.Since(start))
	class := syntax.NewTagClass(tagNames.list)
	nr := len(relNames.list)
	l := newLearner(everything(20), everything(17), nr, class, 1)
	l.moves.count, l.rels.count = newCounter(), newCounter()
	l.train(exs, 2, func(int) {})
	fmt.Println("count", time.Since(start))
	l = newLearner(l.moves.count.index(*mbits, uint8(*mmin)), l.rels.count.index(*rbits, uint8(*rmin)), nr, class, 1)
	l.train(exs, *ppasses, func(p int) {
		if p == *ppasses-4 || p == *ppasses-1 {
			l2 := *l
			l2.moves, l2.rels = l.moves.averaged(l.step), l.rels.averaged(l.step)
			fmt.Println("pass", p+1, time.Since(start))
			report(&l2, t, test)
			if p == *ppasses-1 {
				liveRows("tags", t)
				liveRows("moves", l2.moves)
				liveRows("rels", l2.rels)
				dump(*out+".gob", dumped{t.index.Keys(), t.weight, t.classes, t.index.Width(), t.uses}, dumped{l2.moves.index.Keys(), l2.moves.weight, l2.moves.classes, l2.moves.index.Width(), l2.moves.uses}, dumped{l2.rels.index.Keys(), l2.rels.weight, l2.rels.classes, l2.rels.index.Width(), l2.rels.uses})
				f := model.File{Tags: tagNames.list, Rels: relNames.list, TagWeights: compress(t, *drop, *cb, *mode), MoveWeights: compress(l2.moves, *drop, *cb, *mode), RelationTable: compress(l2.rels, *drop, *cb, *mode)}
				b := f.Bytes()
				fmt.Println("bytes", len(b), len(f.TagWeights.Append(nil)), len(f.MoveWeights.Append(nil)), len(f.RelationTable.Append(nil)))
				os.WriteFile(*out, b, 0o644)
			}
		}
	})
}

func (l *learner) train(exs []example, passes int, after func(p int)) {
	order := make([]int, len(exs))
	for i := range order {
		order[i] = i
	}
	for p := range passes {
		l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		explore := 0.0
		if p > 0 {
			explore = 0.9
		}
		for _, k := range order {
			l.learn(&exs[k], explore)
		}
		after(p)
	}
}

func liveRows(name string, t *table) {
	rows, nz := 0, 0
	var mags []float64
	for r := range t.index.Rows() {
		any := false
		for _, w := range t.weight[r*t.classes : (r+1)*t.classes] {
			if w != 0 {
				any = true
				nz++
				mags = append(mags, math.Abs(float64(w)))
			}
		}
		if any {
			rows++
		}
	}
	slices.Sort(mags)
	fmt.Println(name, "rows", rows, "nonzero", nz)
	for _, q := range []float64{0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1} {
		fmt.Printf(" %.2f:%.3f", q, mags[int(q*float64(len(mags)-1))])
	}
	fmt.Println()
}

type dumped struct {
	Keys    []uint32
	Weight  []float32
	Classes int
	Width   uint
	Count   []float32
}

func dump(p string, d ...dumped) {
	f, _ := os.Create(p)
	gob.NewEncoder(f).Encode(struct {
		Tags, Rels []string
		D          []dumped
	}{tagNames.list, relNames.list, d})
	f.Close()
}

func recompress(p string, drop float64, cb uint, mode string, out string) {
	f, _ := os.Open(p)
	var v struct {
		Tags, Rels []string
		D          []dumped
	}
	if err := gob.NewDecoder(f).Decode(&v); err != nil {
		panic(err)
	}
	var ws []*syntax.Weights
	for _, d := range v.D {
		t := &table{index: syntax.NewIndex(d.Width, d.Keys), classes: d.Classes, weight: d.Weight, uses: d.Count}
		w := compress(t, drop, cb, mode)
		fmt.Println(len(w.Append(nil)), len(w.Keys), len(w.Code))
		ws = append(ws, w)
	}
	mf := model.File{Tags: v.Tags, Rels: v.Rels, TagWeights: ws[0], MoveWeights: ws[1], RelationTable: ws[2]}
	b := mf.Bytes()
	fmt.Println("bytes", len(b))
	os.WriteFile(out, b, 0o644)
}

func report(l *learner, t *table, test []treebank.File) {
	type tally struct{ n, tag, uas, las, roots, sents, rlas int }
	tot := map[string]*tally{}
	var sent syntax.Sentence
	scores := make([]float32, t.classes)
	for _, f := range test {
		for si := range f.Sentences {
			s := &f.Sentences[si]
			ex := convert(s)
			tags := tagWith(t, ex.words, &sent, scores)
			heads, rels := make([]int32, len(ex.words)+2), make([]uint8, len(ex.words)+2)
			l.parse(ex.words, tags, heads, rels)
			for _, k := range []string{f.Bank, f.Bank + "-" + f.Genre} {
				c := tot[k]
				if c == nil {
					c = &tally{}
					tot[k] = c
				}
				c.sents++
				for i := range ex.words {
					c.n++
					if tags[i] == ex.tags[i] {
						c.tag++
					}
					if heads[i+1] == int32(len(ex.words)+1) {
						c.roots++
					}
					if heads[i+1] == ex.heads[i+1] {
						c.uas++
						if rels[i+1] == ex.rels[i+1] {
							c.las++
						}
					}
				}
			}
		}
	}
	for _, k := range []string{"ewt", "gum", "gum-news"} {
		c := tot[k]
		n := float64(c.n)
		fmt.Printf("%-9s tags %.2f uas %.2f las %.2f  roots/sent %.2f\n", k, 100*float64(c.tag)/n, 100*float64(c.uas)/n, 100*float64(c.las)/n, float64(c.roots)/float64(c.sents))
	}
}
