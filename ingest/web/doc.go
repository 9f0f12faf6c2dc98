// Package web turns a news page in HTML into a document: its title, deck, body,
// captions and teasers as regions, its date, outlet and address from what the
// page declares (JSON-LD, OpenGraph, meta tags, visible date lines).
//
// Readability (the algorithm of Mozilla's reader view) says where the story
// is. Its own output drops captions and pull quotes and cuts some paragraphs
// off, so its answer is only taken as a mark on the elements of the page: the
// text is then read from the page itself, with those elements' kinds settled
// by what they are, and what readability left out between two paragraphs of
// the story taken back in.
//
// Scripts, styles, forms, frames and hidden elements never give text, so no
// handler or address of theirs can reach a report.
package web
