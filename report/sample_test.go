package report

import (
	"strings"

	"crosscheck/news"
)

// The sample is a small packet about a ferry, built by hand so that nothing in
// a golden depends on what the program finds.
var sampleTexts = []struct{ id, outlet, text string }{
	{"000", "The Harbour Post", `Ferry runs aground off Sundholm

The ferry Alma ran aground on Monday with 212 people on board, the coast guard said.

“Nobody was in danger at any time, and all passengers and crew were taken off within two hours,” said Captain Ida Brandt, who was on the bridge when the ship left its lane in thick fog shortly before the harbour and who has sailed the route for nineteen years without an accident of any kind.
`},
	{"001", "", `Alma aground

The ferry Alma ran aground with 212 people on board.

Captain Ida Brandt said that all passengers were taken off within two hours.
`},
	{"002", "Nordic Wire", `Hundreds rescued

At least 220 people were on board when the Alma ran aground on Monday, police said.
`},
}

func sampleDocs() []*news.Document {
	var docs []*news.Document
	for _, s := range sampleTexts {
		docs = append(docs, &news.Document{ID: s.id, Title: s.text[:strings.IndexByte(s.text, '\n')], Path: "packet/" + s.id + ".txt", Outlet: s.outlet, Text: s.text,
			Regions: []news.Region{{Kind: news.Body, Span: news.Span{Start: 0, End: len(s.text)}}}})
	}
	return docs
}

// passageOf finds words and the differing words in them.
func passageOf(docs []*news.Document, id, side, speaker, words string, marks ...string) news.Passage {
	for _, doc := range docs {
		if doc.ID != id {
			continue
		}
		at := strings.Index(doc.Text, words)
		p := news.Passage{Document: id, Side: side, Speaker: speaker, Span: news.Span{Start: at, End: at + len(words)}}
		start := strings.LastIndexByte(doc.Text[:at], '\n') + 1
		p.Context = news.Span{Start: start, End: start + strings.IndexByte(doc.Text[start:], '\n')}
		for _, m := range marks {
			from := p.Context.Start + strings.Index(doc.At(p.Context), m)
			p.Marks = append(p.Marks, news.Span{Start: from, End: from + len(m)})
		}
		return p
	}
	panic("no document " + id)
}

func sampleReport() *news.Report {
	docs := sampleDocs()
	at := func(id, side, speaker, words string, marks ...string) news.Passage {
		return passageOf(docs, id, side, speaker, words, marks...)
	}
	return &news.Report{
		Schema: SchemaReport, Version: "test", Documents: docs,
		Extractions: map[string]news.Extraction{"000": {Statements: make([]news.Statement, 3)}, "001": {Statements: make([]news.Statement, 2)}, "002": {Statements: make([]news.Statement, 1)}},
		Lineages: []news.Lineage{
			{ID: "L1", Documents: []string{"000", "001"}, Basis: []news.Basis{
				{Kind: "quotation", Text: "both quote Ida Brandt alone", Evidence: []news.Passage{at("000", "", "", "Ida Brandt")}},
				{Kind: "figure", Text: "both have the figure 212"}}},
			{ID: "L2", Documents: []string{"002"}},
		},
		Findings: []news.Finding{
			{ID: "number.conflict-5b1c", Type: "number.conflict", Rule: "number.conflict", Severity: news.High, Relation: news.Conflict, Reach: news.AcrossSources, Confidence: news.Sure,
				Message: "The sources give different numbers of people on board: “212” and “at least 220”.", Why: "Both count the people on board the Alma, and no number is both 212 and at least 220.", Settle: "The passenger list of the shipping line.",
				Evidence: []news.Passage{at("000", "a", "the coast guard", "212 people on board", "212 people"), at("001", "a", "", "212 people on board", "212 people"), at("002", "b", "police", "At least 220 people", "At least 220 people")}},
			{ID: "scope.coordination-77aa", Type: "scope.coordination", Rule: "scope.coordination", Severity: news.Medium, Relation: news.Changed, Reach: news.InLineage, Confidence: news.Likely,
				Message: "“all passengers and crew” became “all passengers” in 001.", Why: "The copy has lost one of two things joined by “and”.", Settle: "A recording of Ida Brandt's words.",
				Evidence: []news.Passage{at("000", "a", "Ida Brandt", "all passengers and crew were taken off", "passengers and crew"), at("001", "b", "Ida Brandt", "all passengers were taken off", "passengers")}},
			{ID: "date.omitted-0c0c", Type: "date.omitted", Rule: "date.omitted", Severity: news.Low, Relation: news.Missing, Reach: news.InLineage, Confidence: news.Sure, Message: "The day is gone.",
				Evidence: []news.Passage{at("000", "a", "", "on Monday"), at("001", "b", "", "ran aground")}},
		},
		Matrix: []news.Row{{Kind: "figure", Item: "people on board", Sources: 2, Cells: []news.Cell{{Document: "000", Span: at("000", "", "", "212").Span, Words: "212"}}}},
		Unread: []news.Unread{{Path: "packet/scan.pdf", Reason: "no text in it; run it through text recognition first"}},
	}
}

// checkReport holds the wire story up against the other two, as a draft.
func checkReport() *news.Report {
	rep := sampleReport()
	rep.Draft = "002"
	rep.Findings = rep.Findings[:1]
	rep.Unread = nil
	item := func(words string) news.Passage { return passageOf(rep.Documents, "002", "", "", words) }
	rep.Ticks = []news.Tick{
		{Kind: "figure", Item: item("220 people"), Status: news.Differs, Findings: []string{"number.conflict-5b1c"}},
		{Kind: "name", Item: item("Alma"), Status: news.Single, Sources: 1, Support: []news.Passage{
			passageOf(rep.Documents, "000", "", "", "Alma"), passageOf(rep.Documents, "001", "", "", "Alma")}},
		{Kind: "date", Item: item("Monday"), Status: news.Single, Sources: 1, Support: []news.Passage{passageOf(rep.Documents, "000", "", "", "Monday")}},
		{Kind: "name", Item: item("police"), Status: news.Absent},
	}
	return rep
}

// traceReport follows the number of people on board.
func traceReport() *news.Report {
	rep := sampleReport()
	rep.Unread, rep.Findings = nil, rep.Findings[:1]
	row := news.Row{Kind: "trace", Item: "212 people", Sources: 1}
	for _, id := range []string{"000", "001"} {
		p := passageOf(rep.Documents, id, "", "", "212 people")
		row.Cells = append(row.Cells, news.Cell{Document: id, Span: p.Span, Words: "212 people"})
		rep.Extractions[id] = news.Extraction{Statements: []news.Statement{{ID: id + "#s1", Span: p.Context, Sentence: p.Context}}}
	}
	x := rep.Extractions["000"]
	x.Claims = []news.Claim{{ID: "000#c1", Speaker: news.Speaker{Name: "the coast guard"}, Content: []news.Span{x.Statements[0].Span}}}
	rep.Extractions["000"] = x
	rep.Matrix = []news.Row{row}
	return rep
}
