package language

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLemma(t *testing.T) {
	for _, row := range []struct{ reason, word, tag, want string }{
		{"irregular past", "said", "VBD", "say"},
		{"irregular participle", "taken", "VBN", "take"},
		{"to be", "'s", "VBZ", "be"},
		{"to be, past", "were", "VBD", "be"},
		{"to have", "has", "VBZ", "have"},
		{"to have, short", "'ve", "VBP", "have"},
		{"modal, short", "'d", "MD", "would"},
		{"modal before n't", "wo", "MD", "will"},
		{"modal before n't", "ca", "MD", "can"},
		{"not, short", "n't", "RB", "not"},
		{"possessive", "'s", "POS", "'s"},
		{"regular third person", "agrees", "VBZ", "agree"},
		{"third person in -es", "reaches", "VBZ", "reach"},
		{"third person in -ies", "denies", "VBZ", "deny"},
		{"silent e", "announced", "VBD", "announce"},
		{"silent e", "urged", "VBD", "urge"},
		{"silent e", "noting", "VBG", "note"},
		{"silent e by rule", "negotiated", "VBN", "negotiate"},
		{"silent e by rule", "neutralizing", "VBG", "neutralize"},
		{"no e", "visited", "VBD", "visit"},
		{"no e", "reported", "VBD", "report"},
		{"no e", "sounding", "VBG", "sound"},
		{"no e", "opened", "VBD", "open"},
		{"doubled", "stopped", "VBD", "stop"},
		{"doubled", "planning", "VBG", "plan"},
		{"doubled by the verb itself", "killed", "VBN", "kill"},
		{"doubled by the verb itself", "pressing", "VBG", "press"},
		{"British doubling", "travelled", "VBD", "travel"},
		{"y", "denied", "VBD", "deny"},
		{"ee", "agreed", "VBD", "agree"},
		{"die", "dying", "VBG", "die"},
		{"irregular plural", "children", "NNS", "child"},
		{"irregular plural", "men", "NNS", "man"},
		{"plural in -ies", "parties", "NNS", "party"},
		{"plural in -ves", "lives", "NNS", "life"},
		{"plural in -sses", "losses", "NNS", "loss"},
		{"plural in -ches", "speeches", "NNS", "speech"},
		{"plural in -ses", "houses", "NNS", "house"},
		{"plural in -ses", "viruses", "NNS", "virus"},
		{"regular plural", "ceasefires", "NNS", "ceasefire"},
		{"plural without an s", "people", "NNS", "person"},
		{"a name keeps its s", "nations", "NNPS", "nations"},
		{"comparative", "larger", "JJR", "large"},
		{"comparative", "earlier", "JJR", "early"},
		{"superlative", "deadliest", "JJS", "deadly"},
		{"superlative", "biggest", "JJS", "big"},
		{"superlative", "latest", "JJS", "late"},
		{"comparative", "broader", "JJR", "broad"},
		{"irregular comparative", "worse", "JJR", "bad"},
		{"adverb", "further", "RBR", "far"},
		{"pronoun", "him", "PRP", "he"},
		{"determiner", "these", "DT", "this"},
		{"a verb read as an adjective stays", "used", "JJ", "used"},
		{"a noun stays", "saw", "NN", "saw"},
	} {
		assert.Equal(t, row.want, Lemma(row.word, row.tag), row.reason+": "+row.word)
	}
}
