// Package figure turns the tokens of a text into its figures: every quantity,
// date, clock time and ordinal with its value, what the words admit, its unit,
// what it counts and which way it goes.
//
// It promises that a figure's spans lie in the text, Number inside Span; that
// values are exact; that low is never above high; and that cost grows linearly
// with the text. Any text is valid: nothing here returns an error.
//
// A sentence that holds no digit and no number word costs one look-up a token.
// In the others the words are cut finer than tokens, into atoms (see atom),
// so that "80km/h", "5-10W" and "$8bn" read alike however they were tokenised;
// tags and lemmas come from the tokens. Then, in order: dates and clock times
// are taken out, numbers are read, those that are part of names are dropped,
// units are attached, ranges and lists joined, bounds, changes and counted
// nouns read around them.
package figure
