package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed headline_body.md
var headlineBodyDoc string

// HeadlineBody finds a headline that states what its own story only reports
// with a doubt.
var HeadlineBody = compare.Define("headline.body", headlineBodyDoc, headlineBody)

func headlineBody(pass *compare.Pass, _ none) {
	l := lexisOf(pass.Lex)
	told := map[*compare.Sent]bool{}
	for _, p := range pass.Pairs {
		if p.A.Doc != p.B.Doc || p.A.Region != news.Headline || p.B.Region != news.Body || told[p.A] {
			continue
		}
		m := match(p.A, p.B)
		for _, h := range l.hedgesWithout(pass, m, p.B, p.A, m.toA) {
			told[p.A] = true
			d := hedgeReport(pass, h, news.Changed)
			d.Sides[0], d.Sides[1] = d.Sides[1], d.Sides[0] // the headline first
			pass.Report(d)
			break
		}
	}
}
