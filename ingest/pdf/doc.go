// Package pdf turns a PDF that holds text into a document: its paragraphs in
// reading order, columns followed, words that were broken at line ends put
// together again, running heads and page numbers left out, each paragraph with
// its page.
//
// It is a reader of its own, and small, because files come from strangers: the
// libraries at hand follow whatever a file claims, and a file may claim that
// its tables lead round in a circle or that an object is a gigabyte. Here
// objects are found by looking through the file once, its own tables being
// believed in nothing; chains, nesting and sizes are bounded; and the work on
// one file is counted and ends.
//
// A file without text is a picture of pages and says so. One that is locked
// says so too.
package pdf
