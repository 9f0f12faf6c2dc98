package yamlx_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/internal/yamlx"
)

type list struct {
	Items []struct {
		Path yamlx.At[string] `yaml:"path"`
		Main bool             `yaml:"main"`
	} `yaml:"items"`
}

func TestDecode(t *testing.T) {
	for _, row := range []struct{ reason, in, err string }{
		{"good", "items:\n  - path: a\n    main: true\n", ""},
		{"nothing is an empty value", "\n", ""},
		{"an unknown key stands at its line with the nearest name", "items:\n  - pth: a\n", "f.yaml:2: unknown key \"pth\"; did you mean \"path\"?"},
		{"every mistake at once", "itms: 1\nitems:\n  - main: maybe\n", "f.yaml:1: unknown key \"itms\"; did you mean \"items\"?\nf.yaml:3: cannot unmarshal !!str `maybe` into bool"},
		{"broken YAML stands at its line", "items:\n\t- a\n", "f.yaml:2: found character that cannot start any token"},
		{"nothing near: the whole list", "items:\n  - zzzzzz: a\n", "f.yaml:2: unknown key \"zzzzzz\"; it could be main, path"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			var out list
			err := yamlx.Decode("f.yaml", []byte(row.in), &out)
			if row.err == "" {
				assert.NoError(t, err)
				return
			}
			assert.EqualError(t, err, row.err)
		})
	}
}

func TestAtKeepsTheLine(t *testing.T) {
	var out list
	require.NoError(t, yamlx.Decode("f.yaml", []byte("items:\n\n  - main: true\n    path: a\n"), &out))
	assert.Equal(t, yamlx.At[string]{Value: "a", Line: 4}, out.Items[0].Path)
}
