package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

func decision(id string) news.Decision {
	return news.Decision{Finding: id, Type: "number.conflict", Verdict: news.Dismiss, Reason: "the later count stands", Who: "me", When: time.Unix(0, 0).UTC()}
}

// TestMain lets the test binary play a second process: with STORE_WRITER set
// it appends decisions and acknowledges each on standard output.
func TestMain(m *testing.M) {
	path := os.Getenv("STORE_WRITER")
	if path == "" {
		os.Exit(m.Run())
	}
	n, _ := strconv.Atoi(os.Getenv("STORE_COUNT"))
	log := &Log{path}
	for i := range n {
		id := fmt.Sprintf("%s-%d", os.Getenv("STORE_NAME"), i)
		if err := log.Append(decision(id)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(id)
	}
	os.Exit(0)
}

func writer(path, name string, n int) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "STORE_WRITER="+path, "STORE_NAME="+name, fmt.Sprintf("STORE_COUNT=%d", n))
	return cmd
}

func TestTwoProcessesLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	a, b := writer(path, "a", 1000), writer(path, "b", 1000)
	require.NoError(t, a.Start())
	require.NoError(t, b.Start())
	require.NoError(t, a.Wait())
	require.NoError(t, b.Wait())
	got, damage, err := (&Log{path}).Read()
	require.NoError(t, err)
	assert.Empty(t, damage)
	assert.Len(t, got, 2000)
}

func TestKilledWritersLoseNothingAcknowledged(t *testing.T) {
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	path := filepath.Join(t.TempDir(), FileName)
	acknowledged := map[string]bool{}
	for round := range rounds {
		cmd := writer(path, fmt.Sprintf("r%d", round), 1<<30)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for range 1 + round%4 {
			if lines.Scan() {
				acknowledged[lines.Text()] = true
			}
		}
		require.NoError(t, cmd.Process.Kill()) // SIGKILL
		for lines.Scan() {                     // what was said before it died counts
			acknowledged[lines.Text()] = true
		}
		_ = cmd.Wait()
	}
	got, _, err := (&Log{path}).Read()
	require.NoError(t, err)
	present := map[string]bool{}
	for _, d := range got {
		present[d.Finding] = true
	}
	for id := range acknowledged {
		assert.True(t, present[id], "%s was acknowledged and is gone", id)
	}
	assert.GreaterOrEqual(t, len(acknowledged), rounds)
}

func TestHalfWrittenLineIsSetAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	log := &Log{path}
	require.NoError(t, log.Append(decision("one")))
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	require.NoError(t, err)
	_, err = f.WriteString(`{"finding":"two","verd`)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	require.NoError(t, log.Append(decision("three")))
	got, damage, err := log.Read()
	require.NoError(t, err)
	require.Len(t, damage, 1)
	assert.Equal(t, 2, damage[0].Line)
	assert.Contains(t, damage[0].String(), "left out")
	assert.Equal(t, []string{"one", "three"}, []string{got[0].Finding, got[1].Finding})
}

func TestAppendRefuses(t *testing.T) {
	log := In(t.TempDir())
	for reason, d := range map[string]news.Decision{
		"needs the id":   {Verdict: news.Confirm},
		"is no verdict":  {Finding: "x", Verdict: "maybe"},
		"say why":        {Finding: "x", Verdict: news.Dismiss},
		"cannot be kept": decision("x"),
	} {
		l := log
		if reason == "cannot be kept" {
			l = In(filepath.Join(t.TempDir(), "no", "such", "folder"))
		}
		assert.ErrorContains(t, l.Append(d), reason)
	}
	got, _, err := log.Read()
	require.NoError(t, err)
	assert.Empty(t, got, "nothing refused was written")
}

// report has one finding per pair of words, on a document that holds them.
func report(pairs ...[2]string) *news.Report {
	rep := &news.Report{}
	doc := &news.Document{ID: "d"}
	rep.Documents = []*news.Document{doc}
	for i, p := range pairs {
		f := news.Finding{ID: fmt.Sprintf("f%d", i), Type: "number.conflict"}
		for side, w := range p {
			start := len(doc.Text)
			doc.Text += w + ". "
			f.Evidence = append(f.Evidence, news.Passage{Document: "d", Side: string(rune('a' + side)), Span: news.Span{Start: start, End: start + len(w)}})
		}
		rep.Findings = append(rep.Findings, f)
	}
	return rep
}

func TestFoldFollowsIdThenWords(t *testing.T) {
	old := report([2]string{"nine died", "ten died"})
	d := decision("f0")
	d.Words = old.Anchors(&old.Findings[0])

	same := Fold(old, []news.Decision{d})
	assert.True(t, same.States["f0"].Dismissed())
	assert.False(t, same.States["f0"].Moved)

	moved := report([2]string{"nine died", "ten died"})
	moved.Findings[0].ID = "other"
	got := Fold(moved, []news.Decision{d})
	assert.True(t, got.States["other"].Moved, "one finding has all the words")

	twice := report([2]string{"nine died", "ten died"}, [2]string{"nine died", "ten died"})
	twice.Findings[0].ID, twice.Findings[1].ID = "x", "y"
	got = Fold(twice, []news.Decision{d})
	assert.Empty(t, got.States, "two candidates: no guess")
	assert.Len(t, got.Orphans, 1)

	grown := report([2]string{"nine died", "eleven died"})
	grown.Findings[0].ID, grown.Findings[0].Replaces = "new", []string{"f0"}
	assert.True(t, Fold(grown, []news.Decision{d}).States["new"].Dismissed(), "a finding that replaces another inherits")
}

func TestUndoTakesTheLastBack(t *testing.T) {
	rep := report([2]string{"a", "b"})
	confirm, undo := decision("f0"), decision("f0")
	confirm.Verdict, undo.Verdict = news.Confirm, news.Undo
	s := Fold(rep, []news.Decision{confirm, decision("f0"), undo}).States["f0"]
	assert.Equal(t, news.Confirm, s.Current.Verdict)
	assert.Len(t, s.History, 3, "the log forgets nothing")
	assert.True(t, Fold(rep, []news.Decision{confirm, undo, undo}).States["f0"].Open())
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"finding":"x","verdict":"confirm"}` + "\n" + `{"fin`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, damage := Parse(data)
		lines := 0
		for _, l := range strings.Split(string(data), "\n") {
			if strings.TrimSpace(l) != "" {
				lines++
			}
		}
		if len(got)+len(damage) > lines {
			t.Fatalf("%d decisions and %d damaged of %d lines", len(got), len(damage), lines)
		}
	})
}

func TestFoldJoinsHistoriesOfOneFinding(t *testing.T) {
	old := report([2]string{"nine died", "ten died"})
	d := decision("f0")
	d.Words = old.Anchors(&old.Findings[0])
	now := report([2]string{"nine died", "ten died"})
	now.Findings[0].ID = "other"
	undo := news.Decision{Finding: "other", Type: "number.conflict", Verdict: news.Undo}
	got := Fold(now, []news.Decision{d, undo})
	assert.True(t, got.States["other"].Open(), "an undo under the new id takes back what was decided under the old")
	assert.Len(t, got.States["other"].History, 2)
	assert.Empty(t, got.Orphans)

	Fold(now, []news.Decision{d}).Mark(now)
	assert.True(t, now.Findings[0].Decision.Dismisses())
}

// BenchmarkFold joins a thousand findings with five thousand decisions.
func BenchmarkFold(b *testing.B) {
	var pairs [][2]string
	for i := range 1000 {
		pairs = append(pairs, [2]string{fmt.Sprintf("%d died", i), fmt.Sprintf("%d fled", i)})
	}
	rep := report(pairs...)
	var decisions []news.Decision
	for i := range 5000 {
		decisions = append(decisions, decision(fmt.Sprintf("f%d", i%1000)))
	}
	for b.Loop() {
		Fold(rep, decisions)
	}
}
