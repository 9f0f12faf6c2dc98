package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/cli"
	"crosscheck/report"
)

// TestRunsPassTheSchema holds what every command writes about every fixture to
// the schema that the program prints.
func TestRunsPassTheSchema(t *testing.T) {
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(report.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("schema.json", parsed))
	schema, err := c.Compile("schema.json")
	require.NoError(t, err)

	folders, err := filepath.Glob("../fixtures/*/packet.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, folders)
	for _, packet := range folders {
		folder := filepath.Dir(packet)
		drafts, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		require.NoError(t, err)
		for _, args := range [][]string{{"compare", folder}, {"extract", folder}, {"trace", "Monday", folder}, {"check", drafts[0], "--against", folder, "--fail-on", "never"}} {
			var out, messages bytes.Buffer
			code := cli.Main(append(args, "--quiet", "--output", "json"), os.Stdin, &out, &messages)
			require.Zero(t, code, "%v: %s", args, messages.String())
			value, err := jsonschema.UnmarshalJSON(&out)
			require.NoError(t, err)
			assert.NoError(t, schema.Validate(value), "%v", args)
		}
	}
}
