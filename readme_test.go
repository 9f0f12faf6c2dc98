package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"crosscheck/cli"
)

// TestReadmeShowsARealRun holds the run at the top of README.md to what the
// program prints: the summary, then the first finding whole. UPDATE_README=1
// writes it anew.
func TestReadmeShowsARealRun(t *testing.T) {
	var out, messages bytes.Buffer
	if code := cli.Main([]string{"compare", "fixtures/ceasefire"}, strings.NewReader(""), &out, &messages); code != 0 {
		t.Fatalf("exit %d: %s", code, messages.String())
	}
	first, _, ok := strings.Cut(out.String(), "\n2. ")
	if !ok {
		t.Fatal("the report has no second finding")
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(readme), "```console\n")
	shown, after, ok := strings.Cut(rest, "```\n")
	if !ok {
		t.Fatal("README.md has no console block")
	}
	want := "$ go run . compare fixtures/ceasefire\n" + strings.TrimRight(first, "\n") + "\n…\n"
	if shown == want {
		return
	}
	if os.Getenv("UPDATE_README") == "" {
		t.Fatal("README.md shows another run than this program makes; UPDATE_README=1 go test -run Readme . writes it anew")
	}
	if err := os.WriteFile("README.md", []byte(before+"```console\n"+want+"```\n"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
