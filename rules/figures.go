package rules

// Figures is the lexicon of quantities: number words, units, currencies,
// bounds, roles, and names that only look like numbers.
type Figures struct{}
