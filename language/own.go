package language

import "crosscheck/language/model"

// ownModel is the tagger and parser trained on the English treebanks, whose
// weights are part of the program. It is loaded at its first use. Measured on
// GUM news it has 95.5 % of tags right where prose has 92.6; asking prose about
// the words whose tag leads by little gains nothing (24 of 40 right against 20
// on news, 73 of 170 against 79 on EWT), so prose is asked only where the model
// cannot be had.
type ownModel struct{}

// Own returns the tagger of our own model.
func Own() Tagger { return ownModel{} }

// OwnParser returns the parser of our own model.
func OwnParser() Parser { return ownModel{} }

// Tag gives each word its tag.
func (ownModel) Tag(words []string) []string {
	m, err := model.Load()
	if err != nil { // only where the program was built with a damaged model
		return Prose().Tag(words)
	}
	return m.Tag(words, make([]string, 0, len(words)))
}

// Parse gives each word its head and relation.
func (ownModel) Parse(words, tags []string) (heads []int, rels []string) {
	m, err := model.Load()
	if err != nil {
		return nil, nil
	}
	return m.Parse(words, tags)
}
