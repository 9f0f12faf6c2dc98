package syntax

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWord(t *testing.T) {
	var b buffers
	for _, row := range []struct {
		a, b, reason string
		form, lower  bool // the same
	}{
		{"1,200", "3,456", "digits are one digit", true, true},
		{"Kyiv", "kyiv", "case counts in the form only", false, true},
		{"“", `"`, "curly double quote marks", true, true},
		{"``", `"`, "treebank quote marks", true, true},
		{"don’t", "don't", "an apostrophe inside", true, true},
		{"—", "--", "long dashes", true, true},
		{"-", "--", "a hyphen is no dash", false, false},
		{"Ünal", "ünal", "letters beyond ASCII", false, true},
	} {
		x, y := b.read(row.a), b.read(row.b)
		assert.Equal(t, row.form, x.Form == y.Form, "%s: %s, %s", row.reason, row.a, row.b)
		assert.Equal(t, row.lower, x.Lower == y.Lower, "%s: %s, %s", row.reason, row.a, row.b)
	}
	kind := func(w string) Kind { return b.read(w).Kind }
	assert.Equal(t, Initial|Capitals|Letter, kind("NATO"))
	assert.Equal(t, Initial|Small|Letter, kind("Kyiv"))
	assert.Equal(t, Digit|Hyphen|Letter|Small, kind("30-day"))
}

func TestCaseMode(t *testing.T) {
	for _, row := range []struct {
		text string
		want CaseMode
	}{
		{"Putin Agrees to Partial Ceasefire in Ukraine", Title},
		{"Putin agrees to a partial ceasefire in Ukraine", Mixed},
		{"PUTIN AGREES TO A CEASEFIRE", Upper},
		{"he did not say why", LowerOnly},
		{"Kyiv said no", Mixed},
	} {
		var s Sentence
		s.Reset(strings.Fields(row.text))
		assert.Equal(t, row.want, s.Case, row.text)
	}
}

func TestIndex(t *testing.T) {
	keys := []uint32{0, 3, 63, 64, 700, 1023}
	ix := NewIndex(10, keys)
	assert.Equal(t, len(keys)+1, ix.Rows())
	assert.Equal(t, keys, ix.Keys())
	want := map[uint32]uint32{}
	for i, k := range keys {
		want[k] = uint32(i + 1)
	}
	for k := range uint32(1024) {
		assert.Equal(t, want[k], ix.Row(k<<22|5), "key %d", k)
	}
}

// randomWeights makes a table of so many classes, some rows full.
func randomWeights(classes int) *Weights {
	rng := rand.New(rand.NewPCG(5, 5))
	w := &Weights{Classes: classes, Codebook: []float32{-2, -1, 1, 2.5}}
	var keys []uint32
	for k := range uint32(1 << 8) {
		if rng.IntN(3) > 0 {
			continue
		}
		keys = append(keys, k)
		first := rng.IntN(classes)
		w.Counts = append(w.Counts, uint8(classes-first))
		for c := first; c < classes; c++ {
			w.Class, w.Code = append(w.Class, uint8(c)), append(w.Code, uint8(rng.IntN(4)))
		}
	}
	w.Index = NewIndex(8, keys)
	return w
}

func TestWeightsRoundTrip(t *testing.T) {
	for _, classes := range []int{4, 50, 64} {
		w := randomWeights(classes)
		b := w.Append(nil)
		got, rest, err := ReadWeights(append(b, "next"...))
		require.NoError(t, err)
		assert.Equal(t, w, got)
		assert.Equal(t, "next", string(rest), "what follows the table is left")
	}
}

func FuzzReadWeights(f *testing.F) {
	f.Add(randomWeights(4).Append(nil))
	f.Add(randomWeights(50).Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		w, _, err := ReadWeights(b)
		if err != nil {
			return
		}
		total := 0
		for _, n := range w.Counts {
			total += int(n)
		}
		require.Equal(t, len(w.Code), total)
		require.Equal(t, w.Index.Rows(), len(w.Counts)+1)
	})
}
