package web

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"

	"crosscheck/internal/yamlx"
)

//go:embed classes.yaml
var classesFile []byte

// classLists is classes.yaml.
type classLists struct {
	Deck      []string `yaml:"deck"`
	Caption   []string `yaml:"caption"`
	Pull      []string `yaml:"pull"`
	Teaser    []string `yaml:"teaser"`
	Furniture []string `yaml:"furniture"`
	Byline    []string `yaml:"byline"`
}

// classes returns the shipped lists, read once. They are tested to load.
var classes = sync.OnceValue(func() classLists {
	var c classLists
	if err := yamlx.Decode("classes.yaml", classesFile, &c); err != nil {
		panic("shipped class list: " + err.Error())
	}
	return c
})

// nameWords is the names an element goes by, cut into words: " article
// related-links " becomes " article | related links ".
func nameWords(n *html.Node) string {
	var b strings.Builder
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "itemprop", "data-component", "data-testid", "data-type", "role":
		default:
			continue
		}
		const most = 400 // bytes of one attribute
		for name := range strings.FieldsSeq(a.Val[:min(len(a.Val), most)]) {
			b.WriteString(" |")
			before := ' '
			for _, r := range name {
				switch {
				case r == '-' || r == '_' || r == ':' || r == '.' || r == '/':
					b.WriteByte(' ')
				case unicode.IsUpper(r) && unicode.IsLower(before):
					b.WriteByte(' ')
					b.WriteRune(unicode.ToLower(r))
				case before == ' ':
					b.WriteByte(' ')
					b.WriteRune(unicode.ToLower(r))
				default:
					b.WriteRune(unicode.ToLower(r))
				}
				before = r
			}
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// label is what an element's names say it holds; an element may have several.
type label uint8

// The labels, one for each list of classes.yaml.
const (
	deckLabel label = 1 << iota
	captionLabel
	pullLabel
	teaserLabel
	furnitureLabel
	bylineLabel
)

// labelsOf settles the labels of cut names.
func labelsOf(names string) label {
	if names == "" {
		return 0
	}
	var out label
	c := classes()
	for i, list := range [][]string{c.Deck, c.Caption, c.Pull, c.Teaser, c.Furniture, c.Byline} {
		for _, w := range list {
			if strings.Contains(names, " "+w+" ") {
				out |= 1 << i
				break
			}
		}
	}
	return out
}
