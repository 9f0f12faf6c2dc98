// Package feed turns files that carry several articles into documents: RSS and
// Atom feeds with full text, IPTC ninjs, and JSON or JSON lines whose field
// names the caller may give.
//
// An entry that carries only a summary is no article and is left out; the note
// says how many were. Bodies in HTML are read as pages are.
package feed
