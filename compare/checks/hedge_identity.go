package checks

import (
	"crosscheck/compare"
	"crosscheck/news"
)

// identity is a noun phrase that says whose somebody or something is: "X's
// daughter", "the leader of X".
type identity struct {
	sent   *compare.Sent
	phrase run
	head   string // key of the noun
	of     string // key of the name
}

// identities lists such phrases of a sentence.
func identities(s *compare.Sent) []identity {
	var out []identity
	keys := map[int]compare.Word{}
	for _, w := range s.Words {
		keys[w.Token] = w
	}
	toks, all := s.Doc.Text.Tokens, tokensOf(s)
	named := func(i int) (string, bool) {
		w, ok := keyAt(s, i, keys)
		return w.Key, ok && len(w.Key) > 0 && w.Key[0] == '@'
	}
	for i := all.first; i < all.last; i++ {
		w, ok := keys[i]
		if !ok || !noun(&toks[i]) || capital(&toks[i]) {
			continue
		}
		first := i
		for first-1 > all.first && (adjective(&toks[first-1]) || noun(&toks[first-1]) && mentionAt(s, first-1) == nil) {
			first--
		}
		if first-2 >= all.first && toks[first-1].Tag == "POS" {
			if of, ok := named(first - 2); ok {
				out = append(out, identity{s, run{first - 2, i + 1}, w.Key, of})
			}
			continue
		}
		if i+2 < all.last && toks[i+1].Lower == "of" && first > all.first && toks[first-1].Lower == "the" {
			for k := i + 2; k < min(all.last, i+4); k++ {
				of, ok := named(k)
				if !ok {
					continue
				}
				end := k + 1
				for end < all.last && mentionAt(s, end) != nil && mentionAt(s, end) == mentionAt(s, k) {
					end++
				}
				out = append(out, identity{s, run{first - 1, end}, w.Key, of})
				break
			}
		}
	}
	return out
}

// claimedIdentities finds "a woman claiming to be X's daughter" where another
// document says "X's daughter" outright.
func (l *lexis) claimedIdentities(pass *compare.Pass) {
	for _, p := range settledPairs(pass) {
		as, bs := identities(p.A), identities(p.B)
		for _, a := range as {
			for _, b := range bs {
				if a.head != b.head || a.of != b.of {
					continue
				}
				if h := l.claimedBefore(a); !h.empty() && !l.hedgedNear(b.sent, b.phrase.first) {
					reportIdentity(pass, a, b, h)
				} else if h := l.claimedBefore(b); !h.empty() && !l.hedgedNear(a.sent, a.phrase.first) {
					reportIdentity(pass, b, a, h)
				}
			}
		}
	}
}

// claimedBefore is the hedge that ends where the phrase begins, or an empty range.
func (l *lexis) claimedBefore(id identity) run {
	toks := id.sent.Doc.Text.Tokens
	all := tokensOf(id.sent)
	for i := max(all.first, id.phrase.first-8); i < id.phrase.first; i++ {
		n := l.hedges.at(id.sent.Doc.Text, i, id.phrase.first)
		if n == 0 {
			continue
		}
		clear := true
		for k := i + n; k < id.phrase.first; k++ {
			switch t := &toks[k]; {
			case t.Tag == "DT", t.Tag == "NNP", adjective(t), t.Lower == "be", t.Lower == "is", t.Lower == "was":
			default:
				clear = false
			}
		}
		if clear {
			return run{i, i + n}
		}
	}
	return run{}
}

func reportIdentity(pass *compare.Pass, from, to identity, hedge run) {
	a := compare.Side{Value: textOf(from.sent.Doc, run{hedge.first, from.phrase.last}), Passages: []compare.Place{
		place(from.sent.Doc, run{hedge.first, from.phrase.last}, speakerAt(pass, from.sent, hedge), hedge)}}
	b := side(to.sent.Doc, to.phrase, to.phrase, speakerAt(pass, to.sent, to.phrase))
	pass.Report(compare.Two(news.Changed, news.Likely, a, b))
}
