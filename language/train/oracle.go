package main

import "crosscheck/language/internal/syntax"

// costs counts, for each move, the gold arcs that it puts out of reach: the
// dynamic oracle of Goldberg & Nivre (2013), with the root last in the buffer.
func costs(sp *syntax.Space, st *syntax.State, heads []int32) (cost [syntax.Moves]int) {
	front := sp.Items[st.Front].Tok
	if st.Top < 0 {
		return cost
	}
	top := &sp.Items[st.Top]
	onStack := false // the front's head is on the stack
	waiting := 0     // words on the stack that wait for the front
	for i := st.Top; i >= 0; i = sp.Items[i].Below {
		it := &sp.Items[i]
		if heads[front] == it.Tok {
			onStack = true
		}
		if heads[it.Tok] == front && it.Rel == 0 {
			waiting++
		}
	}
	later := 0 // words in the buffer that hang on the top
	for k := front; int(k) < len(heads); k++ {
		if heads[k] == top.Tok {
			later++
		}
	}
	if onStack {
		cost[syntax.Shift]++
	}
	cost[syntax.Shift] += waiting
	if heads[front] != top.Tok && (onStack || heads[front] > front) {
		cost[syntax.Right]++
	}
	cost[syntax.Right] += waiting
	if heads[top.Tok] > front {
		cost[syntax.Left]++
	}
	cost[syntax.Left] += later
	cost[syntax.Reduce] = later
	return cost
}
