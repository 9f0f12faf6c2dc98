package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed agent_omitted.md
var agentOmittedDoc string

// AgentOmitted finds a deed whose doer one copy names and the other hides in a
// passive.
var AgentOmitted = compare.Define("agent.omitted", agentOmittedDoc, agentOmitted)

func agentOmitted(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	for _, p := range settledPairs(pass) {
		if !p.Copy || p.Score < 0.45 {
			continue
		}
		m := match(p.A, p.B)
		for _, pair := range m.words {
			l.hiddenAgent(pass, p.A, p.B, p.A.Words[pair[0]].Token, p.B.Words[pair[1]].Token)
			l.hiddenAgent(pass, p.B, p.A, p.B.Words[pair[1]].Token, p.A.Words[pair[0]].Token)
		}
	}
}

// hiddenAgent reports the verb at i in a, whose subject is a name, where its
// counterpart at j in b is a passive without an agent.
func (l *lexis) hiddenAgent(pass *compare.Pass, a, b *compare.Sent, i, j int) {
	ta := &a.Doc.Text.Tokens[i]
	if !verb(ta) || passive(a, i) || !passive(b, j) || byAgent(b, j) || l.cues[stemOf(ta)] {
		return
	}
	for _, f := range l.frames(pass, a) {
		if f.verb != i || !f.named() || f.pronoun {
			continue
		}
		for _, w := range b.Words {
			if w.Key == f.subject {
				return
			}
		}
		r := verbGroup(b, run{j, j + 1})
		pass.Report(compare.Two(news.Missing, news.Likely, side(a.Doc, f.span, run{f.span.first, f.verb + 1}, ""),
			compare.Side{Value: textOf(b.Doc, clauseAround(b, r)), Passages: []compare.Place{place(b.Doc, clauseAround(b, r), "", r)}}))
	}
}

// passive reports whether a verb is a participle under a form of be.
func passive(s *compare.Sent, i int) bool {
	toks := s.Doc.Text.Tokens
	if toks[i].Tag != "VBN" && toks[i].Tag != "VBD" {
		return false
	}
	for k := i - 1; k >= max(tokensOf(s).first, i-3); k-- {
		if toks[k].Lemma == "be" {
			return true
		}
		if !adverb(&toks[k]) {
			return false
		}
	}
	return false
}

// byAgent reports whether "by" follows within reach.
func byAgent(s *compare.Sent, i int) bool {
	toks := s.Doc.Text.Tokens
	for k := i + 1; k < min(tokensOf(s).last, i+10); k++ {
		if toks[k].Lower == "by" {
			return true
		}
	}
	return false
}
