package report

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

func TestJSONPassesOurSchema(t *testing.T) {
	schema := compileSchema(t, Schema())
	decided := fullReport()
	decided.Findings[0].Decision = news.Decision{Finding: "number.conflict-5b1c", Type: "number.conflict", Verdict: news.Dismiss, Reason: "old", Words: []news.Anchor{{Document: "000", Side: "a", Exact: "212"}}}
	decided.Documents[0].Origins = []news.Origin{{Start: 0, Page: 1}, {Start: 34, Page: 2, Paragraph: 1}}
	extract := fullReport()
	extract.Schema, extract.Draft = SchemaExtract, ""
	for _, row := range []struct {
		rep    *news.Report
		reason string
	}{
		{decided, "a draft with everything, decided"}, {hostileReport(), "words that mean harm"}, {extract, "an extraction"}, {&news.Report{}, "nothing"},
	} {
		for _, dismissed := range []bool{true, false} {
			assert.NoError(t, validate(t, schema, write(t, "json", row.rep, Options{Dismissed: dismissed})), row.reason)
		}
	}
	for line := range strings.Lines(write(t, "jsonl", extract, Options{})) {
		assert.NoError(t, validate(t, schema, line), "a line of a stream is an extraction")
	}
}

// TestSchemaRefuses holds that the schema notices what is wrong.
func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t, Schema())
	good := write(t, "json", fullReport(), Options{})
	require.NoError(t, validate(t, schema, good))
	for _, row := range []struct{ old, new, reason string }{
		{`"severity": "high"`, `"severity": "grave"`, "an unknown severity"},
		{`"start": 2`, `"start": -2`, "an offset before the text"},
		{`"kind": "count"`, `"kind": "number"`, "an unknown kind of figure"},
		{`"value": 220`, `"value": "220"`, "a number as words"},
		{`"status": "absent"`, `"status": ""`, "a tick without a status"},
		{`"matrix": [`, `"rows": [`, "a list that is missing"},
		{`crosscheck/report/1`, `crosscheck/report/2`, "another schema"},
		{`crosscheck/report/1`, `crosscheck/extract/1`, "an extraction with findings"},
		{`"settle": `, `"settled": `, "a renamed field"},
	} {
		bad := strings.Replace(good, row.old, row.new, 1)
		require.NotEqual(t, good, bad, row.reason)
		assert.Error(t, validate(t, schema, bad), row.reason)
	}
}

// TestSchemaIsComplete holds the schema to the very fields the program writes,
// each described, those always written required.
func TestSchemaIsComplete(t *testing.T) {
	type object struct {
		Properties  map[string]json.RawMessage
		Required    []string
		Description string
		Defs        map[string]object `json:"$defs"`
	}
	var root object
	require.NoError(t, json.Unmarshal([]byte(Schema()), &root))
	seen := map[string]bool{}
	var walk func(name string, def object, typ reflect.Type)
	walk = func(name string, def object, typ reflect.Type) {
		var names []string
		for _, f := range reflect.VisibleFields(typ) {
			tag, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Anonymous || tag == "" {
				continue
			}
			names = append(names, tag)
			if name != "" {
				assert.Equal(t, rest != "omitempty", slices.Contains(def.Required, tag), "%s.%s: required where always written", name, tag)
			}
			inner := f.Type
			for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
				inner = inner.Elem()
			}
			if inner.Kind() != reflect.Struct || inner.PkgPath() == "time" {
				continue
			}
			in := strings.ToLower(strings.TrimPrefix(inner.Name(), "wire"))
			if !seen[in] {
				seen[in] = true
				require.Contains(t, root.Defs, in)
				walk(in, root.Defs[in], inner)
			}
		}
		var described []string
		for p := range def.Properties {
			described = append(described, p)
		}
		assert.ElementsMatch(t, names, described, "%q: what is written and what is described", name)
		assert.NotEmpty(t, def.Description, name)
	}
	walk("", root, reflect.TypeFor[wireReport]())
	for name := range root.Defs {
		assert.True(t, seen[name], "%s is described and never written", name)
	}
}
