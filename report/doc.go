// Package report turns a news.Report into what people and programs read:
// text for a terminal, Markdown, a self-contained page, JSON, CSV and lines
// for editors. A saved JSON report reads back into the same value, so every
// other format can be made from it a year later without the articles.
//
// It promises the same bytes for the same report, in every format, and never
// prints, reads the environment or the clock: the caller passes a writer and
// says how wide it is and whether it shows colour.
package report
