package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"

	"crosscheck/language/internal/syntax"
)

// compress makes a table ready to be stored: weights closer to zero than the
// given share of all are dropped, the others take one of 2^bits values.
func compress(t *table, drop float64, bits uint, mode string) *syntax.Weights {
	var pa, pb float64
	fmt.Sscanf(mode, "%g,%g", &pa, &pb)
	worth := func(row int, w float32) float32 {
		return float32(math.Pow(float64(t.uses[row]), pa)) * w * w
	}
	var sizes []float32
	for i, w := range t.weight {
		if w != 0 {
			sizes = append(sizes, worth(i/t.classes, w))
		}
	}
	slices.Sort(sizes)
	least := sizes[int(drop*float64(len(sizes)-1))]
	var kept []weighted
	for i, w := range t.weight {
		if w != 0 && worth(i/t.classes, w) >= least {
			kept = append(kept, weighted{w, math.Pow(float64(t.uses[i/t.classes]), pb)})
		}
	}
	out := &syntax.Weights{Width: t.index.Width(), Classes: t.classes, Codebook: codebook(kept, 1<<bits)}
	for i, key := range t.index.Keys() {
		n := uint8(0)
		for c, w := range t.weight[(i+1)*t.classes : (i+2)*t.classes] {
			if w == 0 || worth(i+1, w) < least {
				continue
			}
			out.Class = append(out.Class, uint8(c))
			out.Code = append(out.Code, nearest(out.Codebook, w))
			n++
		}
		if n > 0 {
			out.Keys = append(out.Keys, key)
			out.Counts = append(out.Counts, n)
		}
	}
	return out
}

type weighted struct {
	w float32
	n float64
}

func abs(w float32) float32 {
	if w < 0 {
		return -w
	}
	return w
}

// codebook chooses the n values that come closest to the weights, by squared
// distance (Lloyd 1982), from evenly filled bins on.
func codebook(weights []weighted, n int) []float32 {
	slices.SortFunc(weights, func(a, b weighted) int { return cmp.Compare(a.w, b.w) })
	sums := make([]float64, len(weights)+1)
	mass := make([]float64, len(weights)+1)
	for i, w := range weights {
		sums[i+1] = sums[i] + float64(w.w)*w.n
		mass[i+1] = mass[i] + w.n
	}
	book := make([]float32, n)
	for i := range book {
		want := mass[len(weights)] * float64(2*i+1) / float64(2*n)
		book[i] = weights[sort.SearchFloat64s(mass[1:], want)].w
	}
	for range 100 {
		from := 0
		for i := range book {
			to := len(weights)
			if i+1 < n {
				middle := (book[i] + book[i+1]) / 2
				to = from + sort.Search(len(weights)-from, func(k int) bool { return weights[from+k].w > middle })
			}
			if to > from {
				book[i] = float32((sums[to] - sums[from]) / (mass[to] - mass[from]))
			}
			from = to
		}
		slices.Sort(book)
	}
	return book
}

// nearest returns the place of the value closest to w.
func nearest(book []float32, w float32) uint8 {
	i := sort.Search(len(book), func(k int) bool { return book[k] >= w })
	if i == len(book) || i > 0 && w-book[i-1] < book[i]-w {
		i--
	}
	return uint8(i)
}
