package checks

import (
	_ "embed"

	"crosscheck/compare"
	"crosscheck/news"
)

//go:embed number_conflict.md
var numberConflictDoc string

// NumberConflict finds two figures that answer one question and cannot both be right.
var NumberConflict = compare.Define("number.conflict", numberConflictDoc, numberConflict)

// numberParams tunes the checks of figures that differ.
type numberParams struct {
	// Floor is the least score at which two figures are reported; what lies
	// below it, and above the packet's own floor, is unjudged.
	Floor float64 `yaml:"floor"`
}

func numberConflict(pass *compare.Pass, params numberParams) {
	unjudged := func(c clash, why string) { pass.Unjudged(c.unjudged(pass, why)) }
	for _, d := range disputes(pass, unjudged) {
		switch {
		case d.relation != news.Conflict:
		case d.score < params.Floor:
			unjudged(d.clashes[0], "the two figures may count different things")
		default:
			d.report(pass)
		}
	}
}

func (c clash) unjudged(pass *compare.Pass, why string) news.Unjudged {
	a, b := figurePlace(pass, c.a), figurePlace(pass, c.b)
	return news.Unjudged{Type: pass.Rule.Check, Reason: why, Evidence: []news.Passage{
		{Document: a.Doc.ID, Side: "a", Span: a.Span, Speaker: a.Speaker, Marks: a.Marks, Context: c.a.Sent.Span},
		{Document: b.Doc.ID, Side: "b", Span: b.Span, Speaker: b.Speaker, Marks: b.Marks, Context: c.b.Sent.Span},
	}}
}
