// Package language turns a document's text into sentences and tokens with
// their tags, lemmas and, on demand, dependency trees. Every value carries its
// byte span in the document; the text itself is never changed, folded or
// copied back. Any text is valid input: nothing here returns an error or
// panics, and cost grows linearly with length.
package language
