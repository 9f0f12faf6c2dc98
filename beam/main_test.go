package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTheProgramStaysSmall holds that nothing of Beam is a dependency of
// crosscheck itself: it is what this module is apart for.
func TestTheProgramStaysSmall(t *testing.T) {
	cmd := exec.Command("go", "list", "-m", "all")
	cmd.Dir = ".."
	cmd.Env = append(cmd.Environ(), "GOWORK=off")
	out, err := cmd.Output()
	require.NoError(t, err)
	require.Contains(t, string(out), "crosscheck\n")
	for _, of := range []string{"apache/beam", "google.golang.org/grpc", "cloud.google.com", "go.opentelemetry.io"} {
		assert.False(t, strings.Contains(string(out), of), "%s has come into the main module", of)
	}
}
