package rules

// Speech is the lexicon of attribution: cues with their frames and strengths,
// titles, metonyms, refusals, hedges.
type Speech struct{}
