package model

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	m, err := Load()
	require.NoError(t, err)
	words := strings.Fields(`Volodymyr Zelenskyy said Russia had not agreed to a full ceasefire .`)
	tags := m.Tag(words, nil)
	heads, rels := m.Parse(words, tags)
	t.Log(tags, heads, rels)
	assert.Equal(t, "VBD", tags[2])
	assert.Equal(t, -1, heads[2])
	assert.Equal(t, "nsubj", rels[0])
	assert.Equal(t, "ccomp", rels[6])
	assert.Equal(t, 6, heads[5])
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		_, err := Read(weights)
		require.NoError(b, err)
	}
}

var sample = strings.Fields(`The Kremlin announced on Tuesday that both sides had agreed to a 30-day halt in strikes on energy infrastructure , though Zelenskyy , who spoke to reporters in Helsinki , said that attacks on hospitals and homes went on through the night .`)

func BenchmarkTag(b *testing.B) {
	m, _ := Load()
	var tags []string
	for b.Loop() {
		tags = m.Tag(sample, tags[:0])
	}
	b.ReportMetric(float64(len(sample)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTagAndParse(b *testing.B) {
	m, _ := Load()
	var tags []string
	for b.Loop() {
		tags = m.Tag(sample, tags[:0])
		m.Parse(sample, tags)
	}
	b.ReportMetric(float64(len(sample)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
