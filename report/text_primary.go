package report

import (
	"strings"

	"crosscheck/news"
)

// quoteSigns stand before a quotation held against the primary documents.
var quoteSigns = map[news.QuoteStatus]string{
	news.Verbatim: "✓", news.Trimmed: "…", news.Altered: "✗", news.NotThere: "?",
}

// quotations tells what each article did to the words of the primary documents.
func (t *textWriter) quotations() {
	if len(t.rep.Quotations) == 0 {
		return
	}
	t.line("")
	t.paragraph("Quotations against the primary documents: ", t.QuotationTally())
	for _, q := range t.rep.Quotations {
		t.paragraph("  "+quoteSigns[q.Status]+" ", t.QuotationLine(q))
	}
}

// QuotationTally counts the quotations by what was done to them.
func (v *view) QuotationTally() string {
	count := map[news.QuoteStatus]int{}
	for _, q := range v.rep.Quotations {
		count[q.Status]++
	}
	var parts []string
	for _, s := range []news.QuoteStatus{news.Verbatim, news.Trimmed, news.Altered, news.NotThere} {
		if count[s] > 0 {
			parts = append(parts, news.Plural(count[s], "quotation")+" "+string(s))
		}
	}
	return strings.Join(parts, ", ")
}

// QuotationLine says where a quotation stands, what was done to it and what
// was cut or exchanged.
func (v *view) QuotationLine(q news.Quotation) string {
	doc := v.rep.Document(q.Item.Document)
	text := v.names[q.Item.Document] + ", " + v.where(doc, q.Item.Span.Start) + ": “" + clean(doc.At(q.Item.Span)) + "” – " + string(q.Status)
	original := v.rep.Document(q.Original.Document)
	if original == nil {
		return text
	}
	text += " (" + v.names[original.ID] + ", " + v.where(original, q.Original.Span.Start) + ")"
	switch words := quotedAll(original, q.Original.Marks); {
	case q.Status == news.Trimmed:
		text += "; cut: " + words
	case q.Status == news.Altered && words != "":
		text += "; there: " + words
	}
	if here := quotedAll(doc, q.Item.Marks); q.Status == news.Altered && here != "" {
		text += "; here: " + here
	}
	return text
}

func quotedAll(doc *news.Document, spans []news.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, "“"+clean(doc.At(s))+"”")
	}
	return and(out)
}
