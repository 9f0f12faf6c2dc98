package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/language/internal/treebank"
	"crosscheck/language/model"
)

const sample = "1\tHe\t_\t_\tPRP\t_\t2\tnsubj\t_\t_\n2\tleft\t_\t_\tVBD\t_\t0\troot\t_\t_\n3\tearly\t_\t_\tNN\t_\t2\tobj\t_\t_\n4\t.\t_\t_\t.\t_\t2\tpunct\t_\t_\n\n"

func TestRun(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "gum-test-news.conllu"), []byte(sample), 0o600))
	var out bytes.Buffer
	require.NoError(t, run([]string{"-treebanks", dir}, &out))
	assert.Regexp(t, `gum news +1 +4 +75\.00 +100\.00 +75\.00 +75\.00`, out.String(), "one tag and one relation are wrong in this gold")
	assert.Regexp(t, `nsubj +100\.0 \( +1\)`, out.String())
	assert.ErrorContains(t, run([]string{"-treebanks", dir, "-split", "dev"}, &out), "no *-dev-*.conllu")
	assert.ErrorContains(t, run([]string{"-treebanks", dir, "-weights", dir}, &out), "directory")
}

func TestNegationCounts(t *testing.T) {
	m, err := model.Load()
	require.NoError(t, err)
	tally := newTally("x")
	score(m, &treebank.Sentence{
		Words: []string{"He", "did", "not", "go"}, Tags: []string{"PRP", "VBD", "RB", "VB"},
		Heads: []int{3, 3, 3, -1}, Rels: []string{"nsubj", "aux", "advmod", "root"},
	}, tally)
	assert.Equal(t, counts{1, 1, 1}, *tally.rels["neg"])
	assert.Equal(t, counts{1, 1, 1}, *tally.rels["advmod"], "a negation is an advmod too")
	assert.InDelta(t, 100, tally.rels["neg"].f1(), 0)
	assert.Zero(t, tally.rels["appos"].f1(), "nothing given and nothing gold")
}
