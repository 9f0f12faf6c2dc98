package compare

import (
	"slices"

	"crosscheck/news"
)

// Matrix is the coverage of the packet: a row per figure that is more than
// one document's or telling, per quotation, and per speaker (the attribution
// grid), with the words each document uses. Silence is an empty cell, never a
// finding.
func (p *Packet) Matrix() []news.Row {
	out := p.figureRows()
	out = append(out, p.quoteRows()...)
	return append(out, p.speakerRows()...)
}

func (p *Packet) row(kind, item string, cells []news.Cell) news.Row {
	lineages := map[int]bool{}
	for _, c := range cells {
		lineages[p.Docs[slices.IndexFunc(p.Docs, func(d *Doc) bool { return d.ID == c.Document })].Lineage] = true
	}
	return news.Row{Kind: kind, Item: item, Sources: len(lineages), Cells: cells}
}

func (p *Packet) figureRows() []news.Row {
	var out []news.Row
	for _, g := range p.Figures {
		var cells []news.Cell
		for _, ref := range g.Refs {
			if len(cells) > 0 && cells[len(cells)-1].Document == ref.Sent.Doc.ID {
				continue
			}
			cells = append(cells, news.Cell{Document: ref.Sent.Doc.ID, Span: ref.Figure.Span, Words: ref.Sent.At(ref.Figure.Span)})
		}
		if len(cells) > 0 {
			out = append(out, p.row("figure", cells[0].Words, cells))
		}
	}
	return out
}

// quoteRows follows each quotation of at least four words through the packet.
func (p *Packet) quoteRows() []news.Row {
	var out []news.Row
	seen := map[string]bool{}
	for _, d := range p.Docs {
		for _, q := range d.Quotes() {
			words := lowerWords(d, q.First, q.Last)
			key := ""
			for _, w := range words {
				key += w.lower + " "
			}
			if len(words) < 4 || seen[key] {
				continue
			}
			seen[key] = true
			var cells []news.Cell
			for _, o := range p.Docs {
				if span, ok := findWords(o, words); ok {
					cells = append(cells, news.Cell{Document: o.ID, Span: span, Words: o.At(span)})
				}
			}
			if len(cells) > 0 {
				out = append(out, p.row("quote", d.At(q.Span), cells))
			}
		}
	}
	return out
}

// speakerRows is the attribution grid: who is reported as speaking, and where
// first in each document.
func (p *Packet) speakerRows() []news.Row {
	cells := map[string][]news.Cell{}
	var order []string
	for _, d := range p.Docs {
		for i := range d.Extraction.Claims {
			c := &d.Extraction.Claims[i]
			name := p.Names.Speaker(d, c.Speaker)
			if name == "" || !c.Region.Story() {
				continue
			}
			have := cells[name]
			if have == nil {
				order = append(order, name)
			}
			if len(have) > 0 && have[len(have)-1].Document == d.ID {
				continue
			}
			cells[name] = append(have, news.Cell{Document: d.ID, Span: c.Content[0], Words: d.At(c.Content[0])})
		}
	}
	var out []news.Row
	for _, name := range order {
		out = append(out, p.row("speaker", name, cells[name]))
	}
	return out
}
