package ingest_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// row is one row of a gold table, by column name.
type row map[string]string

func (r row) number(column string) int {
	n, _ := strconv.Atoi(r[column])
	return n
}

func readTSV(t *testing.T, file string) []row {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	var out []row
	for _, line := range lines[1:] {
		r := row{}
		for i, cell := range strings.Split(line, "\t") {
			r[header[i]] = cell
		}
		out = append(out, r)
	}
	return out
}
