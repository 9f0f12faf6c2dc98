package compare

// Memo is what several checks read from a packet: it is made by the first that
// asks and handed to the others, which must not change it. A Memo is a
// constant value; what it made lives and dies with its packet.
type Memo[T any] struct{ make func(*Pass) T }

// NewMemo returns a Memo that is made by the function, which must use nothing
// of the pass but its packet.
func NewMemo[T any](make func(*Pass) T) *Memo[T] { return &Memo[T]{make} }

// Of returns what the memo holds for the packet of the pass.
func (m *Memo[T]) Of(p *Pass) T {
	if kept, ok := p.memos[m].(T); ok {
		return kept
	}
	made := m.make(&Pass{Packet: p.Packet})
	if p.memos == nil {
		p.memos = map[memoKey]memoValue{}
	}
	p.memos[m] = made
	return made
}

// memoKey is a *Memo, memoValue what it made.
type (
	memoKey   interface{}
	memoValue interface{}
)
