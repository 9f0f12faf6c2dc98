package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shapeTagger tags by closed-class words, endings and capitals alone. It
// knows little and is never at a loss: the tagger behind the taggers.
type shapeTagger struct{}

// Shape returns the tagger that needs no model.
func Shape() Tagger { return shapeTagger{} }

// Tag gives each word its tag.
func (shapeTagger) Tag(words []string) []string {
	tags := make([]string, len(words))
	for i, word := range words {
		prev := ""
		if i > 0 {
			prev = tags[i-1]
		}
		tags[i] = shapeTag(word, prev, i == 0)
	}
	return tags
}

// shapeTag guesses the tag of one word from its form and the tag before it.
func shapeTag(word, prev string, first bool) string {
	if isMark(word) {
		return markTag(word)
	}
	low := strings.ToLower(word)
	if tag := lists().closed[low]; tag != "" {
		return tag
	}
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(r) && !strings.HasSuffix(low, "th") && !strings.HasSuffix(low, "st") && !strings.HasSuffix(low, "nd") && !strings.HasSuffix(low, "rd"):
		return "CD"
	case unicode.IsUpper(r) && !first:
		return "NNP"
	}
	return endingTag(low, prev)
}

// endingTag guesses the tag of a lower-case word from its ending.
func endingTag(low, prev string) string {
	switch {
	case strings.HasSuffix(low, "ly"):
		return "RB"
	case prev == "MD" || prev == "TO":
		return "VB"
	case strings.HasSuffix(low, "ing"):
		return "VBG"
	case strings.HasSuffix(low, "ed"):
		if strings.HasPrefix(prev, "VB") {
			return "VBN"
		}
		return "VBD"
	case hasAnySuffix(low, "ous", "ful", "ive", "able", "ible", "ic", "al"):
		return "JJ"
	case strings.HasSuffix(low, "s") && !hasAnySuffix(low, "ss", "us", "is"):
		return "NNS"
	}
	return "NN"
}

func hasAnySuffix(word string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// markTag returns the Penn tag of a mark.
func markTag(word string) string {
	switch word {
	case ",":
		return ","
	case `"`, "'", "''":
		return "''"
	case "``", "`":
		return "``"
	case "(", "[", "{":
		return "-LRB-"
	case ")", "]", "}":
		return "-RRB-"
	case "-":
		return "HYPH"
	case ":", ";", "--", "...":
		return ":"
	case "$", "£", "€", "¥", "₴", "₽":
		return "$"
	case "#", "&":
		return map[string]string{"#": "#", "&": "CC"}[word]
	}
	if strings.Trim(word, ".!?") == "" {
		if strings.Trim(word, ".") == "" && len(word) > 1 {
			return ":"
		}
		return "."
	}
	if strings.Trim(word, "-") == "" {
		return ":"
	}
	if word == "%" {
		return "NN"
	}
	return "NFP"
}
