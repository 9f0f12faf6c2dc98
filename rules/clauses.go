package rules

// Clauses is the lexicon that statements are cut by.
type Clauses struct {
	// Splits are conjunctions that begin a clause of its own where a verb
	// stands on both sides ("but", "while"). Lower case, as written.
	Splits []string `yaml:"splits"`
	// Joins are conjunctions that do so only before a new subject ("and").
	Joins []string `yaml:"joins"`
	// Relatives begin a clause that says something further of the last noun.
	Relatives []string `yaml:"relatives"`
}

// Aliases are names of one place or organisation, the usual one first.
type Aliases struct {
	Aliases [][]string `yaml:"aliases"`
}
