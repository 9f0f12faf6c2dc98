// Package news is the vocabulary of crosscheck: documents, spans into them,
// what was said in them, and where they diverge.
//
// It promises three things. Text is never changed after it was read: every
// other value points into Document.Text by Span. Values are plain data that
// any package may build by hand in a test. It imports the standard library
// only, so every stage can share it without sharing anything else.
package news
