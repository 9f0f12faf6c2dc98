package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
	"crosscheck/rules"
)

const archive = `Two things joined by "and".
-- found/and-lost/b.txt --
All energy infrastructure.
-- found/and-lost/a.txt --
All energy and infrastructure.
-- found/and-lost/want --
# the two sides
scope.coordination: energy and infrastructure | energy infrastructure
-- quiet/same/a.txt --
All energy infrastructure.
-- todo/later/a.txt --
Energy.
-- todo/later/want --
scope.narrowed: Energy
`

func TestParseCases(t *testing.T) {
	cases, err := rules.ParseCases("cases.txtar", []byte(archive))
	require.NoError(t, err)
	require.Len(t, cases, 3)
	assert.Equal(t, rules.Found, cases[0].Kind)
	assert.Equal(t, "a.txt", cases[0].Files[0].Name, "documents stand in name order")
	assert.Equal(t, []rules.Want{{Type: "scope.coordination", Sides: []string{"energy and infrastructure", "energy infrastructure"}, Line: 8}}, cases[0].Want)
	assert.Equal(t, rules.Todo, cases[2].Kind)

	_, err = rules.ParseCases("c", []byte("-- lost/x/a.txt --\nA.\n-- found/y/a.txt --\nB.\n-- found/z/want --\nnot an expectation: x\n"))
	assert.ErrorContains(t, err, `c:1: "lost/x/a.txt" is no file of a case`)
	assert.ErrorContains(t, err, "case found/y wants nothing")
	assert.ErrorContains(t, err, `c:6: "not an expectation: x" is no expectation`)
	assert.ErrorContains(t, err, "case found/z has no documents")
}

func TestVerdict(t *testing.T) {
	cases, err := rules.ParseCases("cases.txtar", []byte(archive))
	require.NoError(t, err)
	found, quiet := cases[0], cases[1]
	rep := &news.Report{Documents: []*news.Document{{ID: "a", Text: "All energy and infrastructure.\n"}, {ID: "b", Text: "All energy infrastructure.\n"}}}
	assert.Equal(t, []string{"scope.coordination was not found: energy and infrastructure | energy infrastructure"}, found.Verdict(rep, "scope.coordination"))
	assert.Empty(t, quiet.Verdict(rep, "scope.coordination"))

	whole := news.Span{Start: 4, End: 20}
	rep.Findings = []news.Finding{{Type: "scope.coordination", Message: "m", Evidence: []news.Passage{{Document: "a", Side: "a", Span: whole}, {Document: "b", Side: "a", Span: whole}}}}
	assert.NotEmpty(t, found.Verdict(rep, "scope.coordination"), "both words on one side are no divergence")
	assert.Equal(t, []string{"scope.coordination was found and must not be: m"}, quiet.Verdict(rep, "scope.coordination"))
	rep.Findings[0].Evidence[1].Side = "b"
	assert.Empty(t, found.Verdict(rep, "scope.coordination"))
}
