package rules

import (
	"slices"
	"strings"
)

// People are persons whose names houses spell in several ways.
type People struct {
	People []Person `yaml:"people"`
}

// Spellings are the ways a surname is spelled, where it is one of theirs.
func (p People) Spellings(word string) []string {
	var out []string
	for i := range p.People {
		if slices.ContainsFunc(p.People[i].Surname, func(s string) bool { return strings.EqualFold(s, word) }) {
			out = append(out, p.People[i].Surname...)
		}
	}
	return out
}

// Person is one of them, with the spelling shown and those met beside it.
type Person struct {
	// Name is the spelling shown.
	Name string `yaml:"name"`
	// Given and Surname are spellings of the parts of a name: each of the one
	// goes with each of the other, Name's own parts among them.
	Given   []string `yaml:"given"`
	Surname []string `yaml:"surname"`
	// Whole are spellings that do not part into a given name and a surname.
	Whole []string `yaml:"whole"`
	// Common marks a surname that many bear, so that alone it names nobody.
	Common bool `yaml:"common"`
}
