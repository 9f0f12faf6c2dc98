package report

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// sarifStandard is the schema of OASIS, as the library carries it in a
// constant: no copy of ours can go stale.
func sarifStandard(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	require.NoError(t, err)
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	require.NoError(t, err)
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err = strconv.Unquote(lit.Value)
		}
		return true
	})
	require.NoError(t, err)
	return compileSchema(t, text)
}

func compileSchema(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("schema.json", parsed))
	schema, err := c.Compile("schema.json")
	require.NoError(t, err)
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, text string) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	return schema.Validate(value)
}

func TestSARIFIsValid(t *testing.T) {
	schema := sarifStandard(t)
	require.Error(t, validate(t, schema, `{"version": "2.1.0", "runs": [{"results": []}]}`), "a schema that refuses nothing proves nothing")
	empty := &news.Report{Schema: SchemaReport}
	decided := sampleReport()
	decided.Findings[0].Decision = news.Decision{Verdict: news.Dismiss, Reason: "old"}
	decided.Findings[1].Decision = news.Decision{Verdict: news.Ask, Reason: "when?"}
	decided.Findings[2].Relation = news.Compatible
	for _, row := range []struct {
		rep    *news.Report
		reason string
	}{
		{sampleReport(), "a comparison"}, {checkReport(), "a draft"}, {traceReport(), "a trace"},
		{empty, "nothing at all"}, {decided, "decisions and compatible findings"}, {hostileReport(), "words that mean harm"},
	} {
		text := write(t, "sarif", row.rep, Options{})
		assert.NoError(t, validate(t, schema, text), row.reason)
	}
}

// TestSARIFReadsBack holds that another reader of the format finds what was
// meant in it.
func TestSARIFReadsBack(t *testing.T) {
	rep := checkReport()
	rep.Findings[0].Decision = news.Decision{Verdict: news.Dismiss, Reason: "the later count stands", Who: "Ana"}
	rep.Documents[0].Path = "packet/a page of the web.html"
	rep.Documents[0].Origins = []news.Origin{{Start: 0, Page: 1, Paragraph: 1}, {Start: 34, Page: 1, Paragraph: 2}}
	log, err := sarif.FromBytes([]byte(write(t, "sarif", rep, Options{})))
	require.NoError(t, err)
	require.Len(t, log.Runs[0].Results, 1)
	got := log.Runs[0].Results[0]
	assert.Equal(t, "number.conflict-5b1c", got.PartialFingerprints["crosscheckFinding/v1"])
	assert.Equal(t, "error", got.Level)

	home := got.Locations[0].PhysicalLocation
	assert.Equal(t, "packet/002.txt", *home.ArtifactLocation.URI, "shown at the draft's words")
	assert.Equal(t, []int{3, 1, 3, 20}, []int{*home.Region.StartLine, *home.Region.StartColumn, *home.Region.EndLine, *home.Region.EndColumn})
	assert.Equal(t, "At least 220 people", *home.Region.Snippet.Text)

	require.Len(t, got.RelatedLocations, 2, "the other sides")
	page := got.RelatedLocations[0]
	assert.Equal(t, "packet/a%20page%20of%20the%20web.html", *page.PhysicalLocation.ArtifactLocation.URI)
	assert.Nil(t, page.PhysicalLocation.Region, "a line of the extracted text is no line of the page")
	assert.Equal(t, "page 1, paragraph 2", *page.LogicalLocations[0].FullyQualifiedName)

	require.Len(t, got.Suppressions, 1)
	assert.Equal(t, "Dismissed by Ana: the later count stands", *got.Suppressions[0].Justification)
}

// TestSARIFSnippets holds that every snippet is the document's words at its
// place.
func TestSARIFSnippets(t *testing.T) {
	rep := sampleReport()
	var log sarifLog
	require.NoError(t, json.Unmarshal([]byte(write(t, "sarif", rep, Options{})), &log))
	n := 0
	for _, r := range log.Runs[0].Results {
		for _, l := range append(r.Locations, r.Related...) {
			doc := rep.Documents[l.Physical.Artifact.Index]
			assert.Equal(t, doc.Path, l.Physical.Artifact.URI)
			line := strings.Split(doc.Text, "\n")[l.Physical.Region.StartLine-1]
			runes := []rune(line)[l.Physical.Region.StartColumn-1:]
			assert.True(t, strings.HasPrefix(string(runes), l.Physical.Region.Snippet.Text), l.Physical.Region.Snippet.Text)
			n++
		}
	}
	assert.Equal(t, 7, n)
}

func TestSARIFPlaces(t *testing.T) {
	s := &sarifWriter{index: map[string]int{}}
	for _, row := range []struct{ path, want, reason string }{
		{"packet/a.txt", "packet/a.txt", "as written"},
		{`packet\a b.txt`, "packet/a%20b.txt", "slashes turned, blanks escaped"},
		{"/home/x/a.txt", "file:///home/x/a.txt", "an absolute path is a file address"},
		{"https://example.org/a?b=1", "https://example.org/a?b=1", "an address stays one"},
		{"a:b.txt", "./a:b.txt", "a colon makes no scheme"},
		{"", "000", "a document without a path has its id"},
	} {
		assert.Equal(t, row.want, s.file(&news.Document{ID: "000", Path: row.path}).URI, row.reason)
	}
}

// hostileReport has words of every sort that means harm in every place.
func hostileReport() *news.Report {
	evil := "=HYPERLINK(\"http://x\") ]]> <script>alert(1)</script> \x00\x0b\x1b[2J & \u202eevil\u202c \ufffe end."
	doc := &news.Document{ID: "e", Path: "e.txt", Outlet: "=<b>", Title: "@SUM(1)", Text: evil + "\n-2+3\n"}
	whole := news.Span{Start: 0, End: len(evil)}
	p := news.Passage{Document: "e", Side: "a", Span: whole, Context: whole, Marks: []news.Span{whole}, Speaker: evil}
	return &news.Report{Schema: SchemaReport, Draft: "e", Documents: []*news.Document{doc}, Extractions: map[string]news.Extraction{}, Findings: []news.Finding{{
		ID: "x-1", Type: "x", Severity: news.High, Relation: news.Conflict, Reach: news.InDocument, Confidence: news.Sure, Message: evil, Why: evil, Settle: evil,
		Evidence: []news.Passage{p}}}, Matrix: []news.Row{{Kind: "figure", Item: evil, Cells: []news.Cell{{Document: "e", Span: whole, Words: evil}}}},
		Ticks: []news.Tick{{Kind: "figure", Item: p, Status: news.Absent}}}
}
