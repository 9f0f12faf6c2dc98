package ingest

import (
	"fmt"
	"path"
	"strings"

	"crosscheck/news"
)

// nameDocuments gives every document without an id the shortest name that no
// other has: the front of its file's stem where the rest is only a key
// ("000_1a6f51c2f8250816" is 000), the stem, the stem with as many folders as
// it takes, the file name with its extension, a number. Two packets that give
// one id to different sources are an error.
func nameDocuments(docs []*news.Document) error {
	level := make([]int, len(docs))
	fixed := make([]bool, len(docs))
	given := map[string]string{}
	for i, doc := range docs {
		if fixed[i] = doc.ID != ""; !fixed[i] {
			continue
		}
		if other := given[doc.ID]; other != "" {
			return fmt.Errorf("%s and %s both have the id %q; give each its own", other, doc.Path, doc.ID)
		}
		given[doc.ID] = doc.Path
	}
	for again := true; again; {
		taken := map[string][]int{}
		for i, doc := range docs {
			if !fixed[i] {
				doc.ID = candidate(doc.Path, level[i])
			}
			taken[doc.ID] = append(taken[doc.ID], i)
		}
		again = false
		for i, doc := range docs {
			if same := taken[doc.ID]; len(same) > 1 && !fixed[i] && (same[0] != i || level[i] < lastLevel) {
				level[i]++
				again = true
			}
		}
	}
	return nil
}

// Levels of candidate: the short stem, the stem, up to this many folders
// before it, the file name; from lastLevel on a number is added.
const (
	maxFolders = 8
	lastLevel  = maxFolders + 2
)

func candidate(file string, level int) string {
	if _, rest, ok := strings.Cut(file, "://"); ok && isURL(file) {
		rest, _, _ = strings.Cut(rest, "?")
		file = strings.TrimRight(rest, "/")
	}
	base := path.Base(file)
	name, entry, _ := strings.Cut(base, "#") // an entry of a feed
	stem := strings.TrimSuffix(name, path.Ext(name))
	if entry != "" {
		stem += "-" + entry
	}
	if stem == "" {
		stem = base
	}
	switch {
	case file == "-":
		stem, base = "stdin", "stdin"
	case level == 0:
		return shortStem(stem)
	}
	switch {
	case level <= 1:
		return stem
	case level <= maxFolders+1:
		parts := strings.Split(strings.Trim(path.Dir(path.Clean(file)), "/"), "/")
		return strings.TrimPrefix(strings.Join(append(parts[max(0, len(parts)-level+1):], stem), "/"), "./")
	case level == lastLevel:
		return base
	default:
		return fmt.Sprintf("%s~%d", base, level-lastLevel+1)
	}
}

// shortStem cuts a stem before an underscore or hyphen that only a key follows:
// at least eight letters of a hexadecimal number, a digit among them.
func shortStem(stem string) string {
	i := strings.LastIndexAny(stem, "_-")
	if i <= 0 {
		return stem
	}
	key := stem[i+1:]
	if len(key) < 8 || strings.Trim(key, "0123456789abcdefABCDEF") != "" || !strings.ContainsAny(key, "0123456789") {
		return stem
	}
	if strings.Trim(key, "0123456789") == "" && len(key) == 8 {
		return stem // a date, 20250318
	}
	return stem[:i]
}
