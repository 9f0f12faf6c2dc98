package rules

// Meaning is the lexicon of comparison: words that are opposites, equal,
// loaded, or carry scope.
type Meaning struct{}
