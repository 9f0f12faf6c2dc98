package rules

// Capacities are the words by which a person speaks for an organisation.
type Capacities struct {
	// Agents are the roles of those who speak for or lead an organisation;
	// Corporate those of them that no state and no person has.
	Agents    []string `yaml:"agents"`
	Corporate []string `yaml:"corporate"`
	// Bodies are nouns that make an organisation of the name before them.
	Bodies []string `yaml:"bodies"`
	// Articled are those of them, as last words of names, that take "the".
	Articled []string `yaml:"articled"`
	// Spelled are organisations said letter by letter, without stops, that take
	// "the" though their letters do not show it.
	Spelled []string `yaml:"spelled"`
	// Arms are the parts of an organisation.
	Arms []string `yaml:"arms"`
	// Modifiers stand between an organisation and the role in it.
	Modifiers []string `yaml:"modifiers"`
	// Past says that a capacity is over, or not yet.
	Past []string `yaml:"past"`
	// Legislatures and Committees are bodies of lawmakers, who do not speak for
	// them; a word of National beside a committee makes it none of those.
	Legislatures []string `yaml:"legislatures"`
	Committees   []string `yaml:"committees"`
	National     []string `yaml:"national"`
	// Papers are written and shown things, in lists of words that can name one.
	Papers [][]string `yaml:"papers"`
	// Issue are the verbs of those whose paper it is, IssueWith those that take
	// it after "with".
	Issue     []string `yaml:"issue"`
	IssueWith []string `yaml:"issueWith"`
	// State are last words of bodies of a state, which no "group" is.
	State []string `yaml:"state"`
	// Groups are nouns for an organisation named before.
	Groups []string `yaml:"groups"`
}
