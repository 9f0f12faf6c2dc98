package report

import (
	"fmt"
	"strings"

	"crosscheck/news"
)

// table is a part of the matrix as people read it: a row per item, a column
// per document; an empty cell is silence.
type table struct {
	Title   string
	Columns []string // how the documents are called
	Rows    []tableRow
}

type tableRow struct {
	Item    string
	Sources int
	Cells   []tableCell
}

type tableCell struct{ Words, Place string }

// tables are the parts of the matrix that were asked for.
func (v *view) tables() []table {
	var out []table
	add := func(wanted bool, title string, kinds ...string) {
		if !wanted {
			return
		}
		t := table{Title: title}
		for _, doc := range v.rep.Documents {
			t.Columns = append(t.Columns, v.names[doc.ID])
		}
		for _, row := range v.rep.Matrix {
			if has(kinds, row.Kind) {
				t.Rows = append(t.Rows, v.tableRow(row))
			}
		}
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	add(v.opt.Matrix, "Who has which figure and quotation", "figure", "quote")
	add(v.opt.Grid, "Who is heard in which source", "speaker")
	return out
}

func (v *view) tableRow(row news.Row) tableRow {
	out := tableRow{Item: short(row.Item), Sources: row.Sources}
	for _, doc := range v.rep.Documents {
		var cell tableCell
		for _, c := range row.Cells {
			if c.Document == doc.ID {
				cell = tableCell{short(c.Words), v.where(doc, c.Span.Start)}
				break
			}
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}

// shortWords is how many words of a quotation stand in a table.
const shortWords = 16

func short(s string) string {
	words := strings.Fields(clean(s))
	if len(words) > shortWords {
		words = append(words[:shortWords:shortWords], "…")
	}
	return strings.Join(words, " ")
}

// narrowColumn is the least width of a table's column in text; with more
// documents than fit, a row lists those that have the item.
const narrowColumn = 9

// tables writes the parts of the matrix as columns.
func (t *textWriter) tables() {
	for _, tab := range t.view.tables() {
		t.line("")
		t.line(t.paint(bold, tab.Title))
		item := max(20, t.width/4)
		each := (t.width - item) / len(tab.Columns)
		if each < narrowColumn {
			t.list(tab)
			continue
		}
		head := pad("", item)
		for _, c := range tab.Columns {
			head += pad(c, each)
		}
		t.line(t.paint(dim, strings.TrimRight(head, " ")))
		for _, row := range tab.Rows {
			line := pad(row.Item, item)
			for _, c := range row.Cells {
				words := c.Words
				if words == "" {
					words = "–"
				}
				line += pad(words, each)
			}
			t.line(line)
		}
	}
}

// list writes a table with too many columns as a line per item.
func (t *textWriter) list(tab table) {
	for _, row := range tab.Rows {
		var in []string
		for i, c := range row.Cells {
			if c.Words != "" {
				in = append(in, tab.Columns[i])
			}
		}
		t.paragraph("  ", fmt.Sprintf("%s: in %d of %d (%s)", row.Item, len(in), len(row.Cells), and(in)))
	}
}

// pad cuts words to a column, one blank between it and the next.
func pad(s string, columns int) string {
	room := columns - 1
	if width(s) > room {
		rows := wrap(plainWords(s), room-1)
		s = rows[0].text(nil) + "…"
	}
	return s + strings.Repeat(" ", max(1, columns-width(s)))
}

func (v *view) markdownTables(b *strings.Builder) {
	for _, tab := range v.tables() {
		fmt.Fprintf(b, "\n## %s\n\n| |", tab.Title)
		for _, c := range tab.Columns {
			fmt.Fprintf(b, " %s |", escape(c))
		}
		b.WriteString("\n|" + strings.Repeat(" --- |", len(tab.Columns)+1) + "\n")
		for _, row := range tab.Rows {
			fmt.Fprintf(b, "| %s |", escape(row.Item))
			for _, c := range row.Cells {
				fmt.Fprintf(b, " %s |", escape(c.Words))
			}
			b.WriteString("\n")
		}
	}
}
