package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDocsNameWhatThereIs holds commands and flags in running text to those
// the program has.
func TestDocsNameWhatThereIs(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.md")
	require.NoError(t, err)
	root := (&app{stdin: &bytes.Buffer{}, stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}, getenv: os.Getenv}).root()
	root.InitDefaultCompletionCmd()
	flags := map[string]bool{}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, set := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) { flags["--"+f.Name] = true })
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(root)
	span := regexp.MustCompile("`([^`\n]+)`")
	flag := regexp.MustCompile(`(?:^|\s)(--[a-z-]+)`)
	seen := 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		for _, m := range span.FindAllStringSubmatch(string(text), -1) {
			for _, f := range flag.FindAllStringSubmatch(m[1], -1) {
				seen++
				assert.True(t, flags[f[1]], "%s: %s: there is no flag %s", page, m[1], f[1])
			}
			words := strings.Fields(m[1])
			if len(words) < 2 || words[0] != "crosscheck" || strings.HasPrefix(words[1], "-") {
				continue
			}
			seen++
			cmd, _, err := root.Find(words[1:])
			assert.True(t, err == nil && cmd != root, "%s: %s: there is no such command", page, m[1])
		}
	}
	assert.Greater(t, seen, 10)
}
