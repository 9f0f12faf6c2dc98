package model

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sentences makes sentences of ever different words in the shapes of news, so
// that a benchmark does not run on one sentence in the processor's cache.
func sentences(n int) (out [][]string, words int) {
	shapes := []string{
		`The A announced on Tuesday that both Bs had agreed to a 30-day C in strikes on energy D , though A , who spoke to reporters in A , said that attacks on Bs and Bs went on through the night .`,
		`" We will not C , " said A A , the B of the D , adding : " It is not a question of Ds . "`,
		`At least 44 people were Ced when a D hit a B in A on Monday , officials said .`,
		`A has denied it .`,
	}
	stems := strings.Fields("minister agree strike infrastructure market govern election court soldier report power tower border bank grain party school hospital vote region budget weapon treaty")
	rng := rand.New(rand.NewPCG(1, 1))
	for range n {
		sent := strings.Fields(shapes[rng.IntN(len(shapes))])
		for i, w := range sent {
			stem := stems[rng.IntN(len(stems))] + string(rune('a'+rng.IntN(26)))
			switch w {
			case "A":
				sent[i] = strings.ToUpper(stem[:1]) + stem[1:]
			case "B", "C", "D", "Bs", "Ds", "Ced":
				sent[i] = stem + w[1:]
			}
		}
		out = append(out, sent)
		words += len(sent)
	}
	return out, words
}

func BenchmarkTag(b *testing.B) {
	m := loaded(b)
	sents, words := sentences(2000)
	var tags []string
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sents {
			tags = m.Tag(s, tags[:0])
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTagAndParse(b *testing.B) {
	m := loaded(b)
	sents, words := sentences(1000)
	var tags []string
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sents {
			tags = m.Tag(s, tags[:0])
			m.Parse(s, tags)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		_, err := Read(weights)
		require.NoError(b, err)
	}
}
