package language

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/past.txt
var pastData string

// pastForms are the past forms that are nothing but verbs.
var pastForms = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(pastData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[w] = true
		}
	}
	return out
})

// mendPast turns a past form that was tagged as a noun or adjective into the
// verb it can only be: "quake struck" is no compound. After a form of "have"
// or "be" it is a participle.
func mendPast(toks []Token, tags []string) {
	past := pastForms()
	for i, tag := range tags {
		if tag != "NN" && tag != "JJ" || !past[toks[i].Text] {
			continue
		}
		tags[i] = "VBD"
		for j := i - 1; j >= 0 && j >= i-3; j-- {
			if strings.HasPrefix(tags[j], "RB") {
				continue
			}
			if lemma := Lemma(toks[j].Lower, tags[j]); strings.HasPrefix(tags[j], "VB") && (lemma == "have" || lemma == "be") {
				tags[i] = "VBN"
			}
			break
		}
	}
}
