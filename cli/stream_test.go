package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/report"
)

// folderOf writes n articles and one file that is none.
func folderOf(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("The mayor of town %d said %d people were missing.\n", i, i+13)
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("a%03d.txt", i)), []byte(text), 0o644))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a005x.txt"), []byte("\x00\x01\x02"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.py"), []byte("1"), 0o644)) // noted and left out: no line of the stream
	return dir
}

func extractLines(t *testing.T, args ...string) (code int, out, messages string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Main(append([]string{"extract", "--output", "jsonl"}, args...), strings.NewReader(""), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestStreamKeepsOrderAndSaysWhatFailed(t *testing.T) {
	dir := folderOf(t, 40)
	code, out, messages := extractLines(t, dir)
	assert.Equal(t, exitFailed, code, "one source could not be read")
	assert.Contains(t, messages, "a005x.txt")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 41, "a line per source, the failed one too")
	var ids []string
	for _, line := range lines {
		rep, err := report.Read(strings.NewReader(line))
		require.NoError(t, err)
		if len(rep.Documents) == 0 {
			assert.Contains(t, rep.Unread[0].Path, "a005x.txt")
			continue
		}
		ids = append(ids, rep.Documents[0].ID)
	}
	assert.IsIncreasing(t, ids, "in the order of the sources")
	code, _, _ = extractLines(t, "--keep-going", dir)
	assert.Equal(t, exitRan, code)
}

func TestStreamResumes(t *testing.T) {
	dir := folderOf(t, 12)
	_, whole, _ := extractLines(t, dir)
	file := filepath.Join(t.TempDir(), "out.jsonl")
	half := whole[:len(whole)/2] // ends inside a line
	require.NoError(t, os.WriteFile(file, []byte(half), 0o644))
	_, _, _ = extractLines(t, "--resume", file, dir)
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, whole, string(got), "what was cut off is read again, the rest is not")

	require.NoError(t, os.WriteFile(file, []byte("{}\n"), 0o644))
	code, _, messages := extractLines(t, "--resume", file, dir)
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, messages, "no line of crosscheck extract")
	kept, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "{}\n", string(kept), "a file of something else is left as it was")
}
