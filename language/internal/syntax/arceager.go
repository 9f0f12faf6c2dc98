package syntax

// Move is one step of the arc-eager system (Nivre 2003), the root standing
// last in the buffer (Ballesteros & Nivre 2013).
type Move uint8

const (
	Shift  Move = iota // the front of the buffer goes onto the stack
	Left               // the top of the stack hangs on the front of the buffer
	Right              // the front hangs on the top and goes onto the stack
	Reduce             // the top, which has its head, leaves the stack
	Moves
)

// Item is a word on the stack or at the front of the buffer, with what hangs
// on it so far. Items never change once another state may see them.
type Item struct {
	Tok, Below     int32 // index in the sentence; item beneath it, -1 none
	Rel            uint8 // relation to its head; 0 while it has none
	L1Rel, L2Rel   uint8
	R1Rel, R2Rel   uint8
	Lefts, Rights  uint8 // dependents on either side
	L1, L2, R1, R2 int32 // outermost and second dependents, 0 none
	LSet, RSet     uint64
}

// State is a configuration: the item on top of the stack, the item at the
// front of the buffer, and the arc that the last move made.
type State struct {
	Top, Front int32 // items; Top is -1 on an empty stack
	Dep, Head  int32 // Dep is 0 if the last move made no arc
	Rel        uint8
}

// Space holds the items of one sentence's parse.
type Space struct {
	Items []Item
}

// Begin empties the space and returns the first state.
func (sp *Space) Begin() State {
	sp.Items = append(sp.Items[:0], Item{Tok: 1, Below: -1})
	return State{Top: -1}
}

// Allowed tells which moves a state admits, given the root's index, and the
// only one if there is only one: where the front is the root, or the stack is
// empty, nothing is left to choose.
func (sp *Space) Allowed(st *State, root int32) (ok [Moves]bool, only Move, forced bool) {
	atRoot := sp.Items[st.Front].Tok == root
	if st.Top < 0 {
		ok[Shift] = !atRoot
		return ok, Shift, true
	}
	last := Left
	if sp.Items[st.Top].Rel != 0 {
		last = Reduce
	}
	ok[last] = true
	if atRoot {
		return ok, last, true
	}
	ok[Shift], ok[Right] = true, true
	return ok, 0, false
}

// Done tells whether every word has its head.
func (sp *Space) Done(st *State, root int32) bool {
	return st.Top < 0 && sp.Items[st.Front].Tok == root
}

// Arc gives the head and dependent that a move would join, 0 if none.
func (sp *Space) Arc(st *State, m Move) (head, dep int32) {
	switch m {
	case Left:
		return sp.Items[st.Front].Tok, sp.Items[st.Top].Tok
	case Right:
		return sp.Items[st.Top].Tok, sp.Items[st.Front].Tok
	}
	return 0, 0
}

// Apply makes a move; rel is the relation of the arc, if it makes one.
func (sp *Space) Apply(st *State, m Move, rel uint8) State {
	next := State{Top: st.Top, Front: st.Front}
	switch m {
	case Shift:
		next.Top = sp.push(st.Front, st.Top, 0)
		next.Front = sp.front(sp.Items[st.Front].Tok + 1)
	case Right:
		next.Head, next.Dep = sp.Arc(st, m)
		next.Rel = rel
		top := sp.Items[st.Top]
		top.R2, top.R2Rel = top.R1, top.R1Rel
		top.R1, top.R1Rel = next.Dep, rel
		top.Rights = min(top.Rights+1, 7)
		top.RSet |= 1 << rel
		sp.Items = append(sp.Items, top)
		next.Top = sp.push(st.Front, int32(len(sp.Items)-1), rel)
		next.Front = sp.front(next.Dep + 1)
	case Left:
		next.Head, next.Dep = sp.Arc(st, m)
		next.Rel = rel
		next.Top = sp.Items[st.Top].Below
		front := sp.Items[st.Front]
		front.L2, front.L2Rel = front.L1, front.L1Rel
		front.L1, front.L1Rel = next.Dep, rel
		front.Lefts = min(front.Lefts+1, 7)
		front.LSet |= 1 << rel
		sp.Items = append(sp.Items, front)
		next.Front = int32(len(sp.Items) - 1)
	case Reduce:
		next.Top = sp.Items[st.Top].Below
	}
	return next
}

func (sp *Space) push(item, below int32, rel uint8) int32 {
	it := sp.Items[item]
	it.Below, it.Rel = below, rel
	sp.Items = append(sp.Items, it)
	return int32(len(sp.Items) - 1)
}

func (sp *Space) front(tok int32) int32 {
	sp.Items = append(sp.Items, Item{Tok: tok, Below: -1})
	return int32(len(sp.Items) - 1)
}
