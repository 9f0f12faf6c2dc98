package treebank

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sample = `# sent_id = 1
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	_
3.1	there	_	_	_	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_
`

func TestRead(t *testing.T) {
	sents, err := Read(strings.NewReader(sample))
	require.NoError(t, err)
	assert.Equal(t, []Sentence{{
		Words: []string{"Do", "n't", "go", "."},
		Tags:  []string{"VBP", "RB", "VB", "."},
		Heads: []int{2, 2, -1, 2},
		Rels:  []string{"aux", "advmod", "root", "punct"},
	}}, sents, "ranges and empty nodes are passed over, and no blank line is needed at the end")
}

func TestReadRefuses(t *testing.T) {
	for _, row := range []struct{ text, message, reason string }{
		{"1\tword\n", "line 1: 2 columns", "a cut line"},
		{strings.Replace(sample, "\t3\taux", "\tx\taux", 1), `line 3: head "x"`, "a head that is no number"},
		{strings.Replace(sample, "\t3\taux", "\t9\taux", 1), "head 9 of word 1", "a head outside the sentence"},
		{strings.Replace(sample, "\t3\taux", "\t1\taux", 1), "head 1 of word 1", "a word on itself"},
	} {
		_, err := Read(strings.NewReader(row.text))
		assert.ErrorContains(t, err, row.message, row.reason)
	}
}

func TestLoad(t *testing.T) {
	fsys := fstest.MapFS{
		"gum-test-news.conllu":  {Data: []byte(sample)},
		"ewt-test-email.conllu": {Data: []byte(sample)},
		"gum-dev-news.conllu":   {Data: []byte("broken")},
	}
	files, err := Load(fsys, "test")
	require.NoError(t, err)
	require.Len(t, files, 2, "other splits stay unread")
	assert.Equal(t, "ewt email", files[0].Bank+" "+files[0].Genre, "in name order")
	_, err = Load(fsys, "train")
	assert.ErrorContains(t, err, "name the folder of treebanks")
	_, err = Load(fsys, "dev")
	assert.ErrorContains(t, err, "gum-dev-news.conllu: line 1")
}

func TestRecase(t *testing.T) {
	s := &Sentence{
		Words: []string{"the", "ceasefire", "is", "n't", "in", "force", "for", "“", "élan"},
		Tags:  []string{"DT", "NN", "VBZ", "RB", "IN", "NN", "IN", "``", "NN"},
	}
	assert.Equal(t, []string{"The", "Ceasefire", "Is", "n't", "in", "Force", "for", "“", "Élan"}, Recase(s, "title").Words)
	assert.Equal(t, "CEASEFIRE", Recase(s, "upper").Words[1])
	assert.Same(t, s, Recase(s, ""))
	assert.Equal(t, "ceasefire", s.Words[1], "the sentence itself stays")
}
