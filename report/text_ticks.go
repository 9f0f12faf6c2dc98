package report

import (
	"fmt"
	"strings"

	"crosscheck/news"
)

// tickWords says in plain words what the sources make of an item.
var tickWords = map[news.TickStatus]string{
	news.Supported: "supported",
	news.Single:    "in one source",
	news.Differs:   "a source differs",
	news.Absent:    "in no source",
}

// tickOrder is how the counts of the tick sheet are told: the worst first.
var tickOrder = []news.TickStatus{news.Differs, news.Absent, news.Single, news.Supported}

// ticks is the tick sheet of a draft: its items in order of place, each with
// what the sources make of it.
func (t *textWriter) ticks() {
	if len(t.rep.Ticks) == 0 {
		return
	}
	t.line("")
	t.paragraph("Tick sheet: ", t.TickTally())
	for _, tick := range t.rep.Ticks {
		doc := t.rep.Document(tick.Item.Document)
		line, _ := t.at.position(doc, tick.Item.Span.Start)
		text := clean(doc.At(tick.Item.Span))
		if names := t.Supporters(tick); names != "" {
			text += " (" + names + ")"
		}
		t.paragraph(fmt.Sprintf("  line %-4d %-16s %-7s ", line, tickWords[tick.Status], tick.Kind), text)
	}
}

// TickTally counts the items of the tick sheet by status.
func (v *view) TickTally() string {
	count := map[news.TickStatus]int{}
	for _, tick := range v.rep.Ticks {
		count[tick.Status]++
	}
	var parts []string
	for _, s := range tickOrder {
		if count[s] > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", tickWords[s], count[s]))
		}
	}
	return plural(len(v.rep.Ticks), "item") + "; " + strings.Join(parts, ", ")
}

// Supporters names the documents that carry an item.
func (v *view) Supporters(tick news.Tick) string {
	var names []string
	for _, p := range tick.Support {
		if name := v.names[p.Document]; !has(names, name) {
			names = append(names, name)
		}
	}
	return and(names)
}
