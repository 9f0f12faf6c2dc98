package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed hedge_added.md
var hedgeAddedDoc string

// HedgeAdded finds a statement that a later copy hedges where its original
// made it bare.
var HedgeAdded = compare.Define("hedge.added", hedgeAddedDoc, hedgeAdded)

func hedgeAdded(pass *compare.Pass, _ none) {
	for _, h := range lexisOf(pass.Lex).lostHedges(pass) {
		if later(h.from.Doc, h.to.Doc) {
			pass.Report(hedgeReport(pass, h, news.Changed))
		}
	}
}
