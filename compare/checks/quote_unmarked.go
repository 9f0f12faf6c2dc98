package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed quote_unmarked.md
var quoteUnmarkedDoc string

// QuoteUnmarked finds a source's judgement, quoted in one copy, that another
// copy makes in its own voice.
var QuoteUnmarked = compare.Define("quote.unmarked", quoteUnmarkedDoc, quoteUnmarked)

// longestJudgement bounds, in words, the quoted judgements that are looked for.
const longestJudgement = 3

func quoteUnmarked(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	bySent := map[*compare.Sent][]*quotation{}
	for _, doc := range pass.Docs {
		for _, q := range l.quotations(pass, doc) {
			bySent[q.sent()] = append(bySent[q.sent()], q)
		}
	}
	for _, p := range settledPairs(pass) {
		if !p.Copy {
			continue
		}
		for _, q := range bySent[p.A] {
			l.unmarked(pass, q, p.B, bySent[p.B])
		}
		for _, q := range bySent[p.B] {
			l.unmarked(pass, q, p.A, bySent[p.A])
		}
	}
}

func (l *lexis) unmarked(pass *compare.Pass, q *quotation, other *compare.Sent, quotes []*quotation) {
	words := wordsIn(q.doc.Text, q.words)
	if len(words) > longestJudgement || q.speaker == "" {
		return
	}
	last := &q.doc.Text.Tokens[words[len(words)-1]]
	if !adjective(last) && !verb(last) || l.stop[last.Lower] {
		return
	}
	all := tokensOf(other)
	for i := all.first; i < all.last; i++ {
		t := &other.Doc.Text.Tokens[i]
		if t.Lower != last.Lower || !adjective(t) && !verb(t) || insideQuote(quotes, i) || claimAt(other, run{i, i + 1}) != nil {
			continue
		}
		r := clauseAround(other, run{i, i + 1})
		pass.Report(compare.Two(news.Changed, news.Likely, side(q.doc, clip(q.sent(), q.words), clip(q.sent(), q.words), q.speaker),
			compare.Side{Value: textOf(other.Doc, r), Passages: []compare.Place{place(other.Doc, r, "", run{i, i + 1})}}))
	}
}
