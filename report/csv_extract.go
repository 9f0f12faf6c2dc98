package report

import (
	"encoding/csv"
	"io"
	"math/big"
	"sort"
	"strconv"
	"strings"

	"crosscheck/news"
)

var extractHead = []string{"kind", "id", "document", "outlet", "path", "line", "column", "start", "end", "text", "speaker", "how", "cue", "form", "strength",
	"voice", "hedged", "negated", "number", "value", "to", "low", "high", "modifier", "direction", "unit", "of", "role", "date", "region", "for"}

// writeExtractCSV writes a row for every claim, statement and figure of an
// extraction, in order of place; cells that a kind does not have are empty.
func writeExtractCSV(w io.Writer, rep *news.Report) error {
	out := csv.NewWriter(w)
	if err := out.Write(extractHead); err != nil {
		return err
	}
	at := locators{}
	for _, doc := range rep.Documents {
		for _, item := range items(doc, rep.Extractions[doc.ID]) {
			line, column := at.position(doc, item.span.Start)
			item.cells["document"], item.cells["outlet"], item.cells["path"] = doc.ID, doc.Outlet, doc.Path
			item.cells["line"], item.cells["column"] = strconv.Itoa(line), strconv.Itoa(column)
			item.cells["start"], item.cells["end"] = strconv.Itoa(item.span.Start), strconv.Itoa(item.span.End)
			row := make([]string, len(extractHead))
			for i, name := range extractHead {
				row[i] = noFormula(item.cells[name])
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// item is one row: where it stands, and its cells by heading.
type item struct {
	span  news.Span
	cells map[string]string
}

// items lists what was found in a document, by place, claims before the
// statements and figures in them.
func items(doc *news.Document, x news.Extraction) []item {
	var out []item
	for _, c := range x.Claims {
		out = append(out, item{c.Span(), map[string]string{
			"kind": "claim", "id": c.ID, "text": joined(doc, c.Content), "speaker": c.Speaker.Credit(), "how": string(c.Speaker.How), "for": strings.TrimPrefix(c.Speaker.For, "the "), "cue": joined(doc, c.Cue),
			"form": string(c.Form), "strength": string(c.Strength), "hedged": yes(c.Hedged), "negated": yes(c.Denied), "region": string(c.Region)}})
	}
	for _, s := range x.Statements {
		out = append(out, item{s.Span, map[string]string{
			"kind": "statement", "id": s.ID, "text": doc.At(s.Span), "speaker": s.Speaker.Credit(), "voice": string(s.Voice),
			"hedged": yes(s.Hedged()), "negated": yes(s.Negated()), "region": string(s.Region)}})
	}
	for _, f := range x.Figures {
		cells := map[string]string{
			"kind": "figure", "id": f.ID, "text": doc.At(f.Span), "number": doc.At(f.Number), "form": string(f.Kind), "low": numeral(f.In.Low), "high": numeral(f.In.High),
			"modifier": boundWords[f.Modifier], "direction": string(f.Direction), "unit": f.Unit, "of": f.Of, "role": f.Role, "date": f.Resolved, "region": string(f.Region)}
		for i, v := range f.Value[:min(2, len(f.Value))] {
			cells[[]string{"value", "to"}[i]] = numeral(v)
		}
		out = append(out, item{f.Span, cells})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].span.Start < out[j].span.Start })
	return out
}

// boundWords says in words what a modifier says in signs, since a cell that
// begins with one could be a formula.
var boundWords = map[news.Modifier]string{
	news.Exactly: "exactly", news.About: "about", news.MoreThan: "more than", news.AtLeast: "at least",
	news.LessThan: "less than", news.AtMost: "at most", news.Range: "range",
}

// numeral is a number as a cell, or "" where there is none.
func numeral(r *big.Rat) string {
	if r == nil {
		return ""
	}
	n, _ := decimal(r)
	return n.String()
}

// joined are the words of several spans.
func joined(doc *news.Document, spans []news.Span) string {
	return strings.Join(list(spans, doc.At), " … ")
}
