package rules

// Meaning is the lexicon of comparison: words that are equal, opposite,
// loaded, or carry scope.
type Meaning struct {
	// Stop are words that say nothing about what a sentence is about.
	Stop []string `yaml:"stop"`
	// Same are classes of words taken for one when sentences are aligned
	// ("kill", "die", "death"), never when they are judged. Lemmas.
	Same [][]string `yaml:"same"`
}
