package report

import _ "embed"

//go:embed schema.json
var schemaSource string

// Schema is the JSON Schema (2020-12) of what this version writes as JSON:
// reports and extractions.
func Schema() string { return schemaSource }
