// Package treebank turns CoNLL-U files into sentences with tags and trees, for
// training and for evaluation. It reads syntactic words only: multiword ranges
// and empty nodes are passed over.
package treebank

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// Sentence is one tree. The slices have one entry a word; Heads holds indices
// in Words, -1 for the root.
type Sentence struct {
	Words, Tags, Rels []string
	Heads             []int
}

// File is one file's sentences. Bank, Split and Genre are the parts of its
// name: "gum-test-news.conllu".
type File struct {
	Bank, Split, Genre string
	Sentences          []Sentence
}

// Load reads every file named bank-split-genre.conllu of one split, in name
// order.
func Load(fsys fs.FS, split string) ([]File, error) {
	names, err := fs.Glob(fsys, "*-"+split+"-*.conllu")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no *-%s-*.conllu here; name the folder of treebanks", split)
	}
	slices.Sort(names)
	files := make([]File, 0, len(names))
	for _, name := range names {
		bank, rest, _ := strings.Cut(name, "-")
		genre := strings.TrimSuffix(strings.TrimPrefix(rest, split+"-"), ".conllu")
		r, err := fsys.Open(name)
		if err != nil {
			return nil, err
		}
		sents, err := Read(r)
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, File{Bank: bank, Split: split, Genre: genre, Sentences: sents})
	}
	return files, nil
}

// Read reads CoNLL-U. It refuses a line without ten columns and a head outside
// its sentence.
func Read(r io.Reader) ([]Sentence, error) {
	var sents []Sentence
	var sent Sentence
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if line == "" {
			if err := finish(&sents, &sent); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			continue
		}
		if line[0] == '#' {
			continue
		}
		if err := addWord(&sent, line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return sents, finish(&sents, &sent)
}

// addWord reads one word's line, and nothing from a range or an empty node.
func addWord(sent *Sentence, line string) error {
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return fmt.Errorf("%d columns; a word has ten, parted by tabs", len(cols))
	}
	if strings.ContainsAny(cols[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil || head < 0 {
		return fmt.Errorf("head %q; it must be a word's number or 0", cols[6])
	}
	sent.Words = append(sent.Words, cols[1])
	sent.Tags = append(sent.Tags, cols[4])
	sent.Heads = append(sent.Heads, head-1)
	sent.Rels = append(sent.Rels, cols[7])
	return nil
}

// finish checks the sentence read so far and begins a new one.
func finish(sents *[]Sentence, sent *Sentence) error {
	if len(sent.Words) == 0 {
		return nil
	}
	for i, head := range sent.Heads {
		if head >= len(sent.Words) || head == i {
			return fmt.Errorf("head %d of word %d; the sentence has %d words", head+1, i+1, len(sent.Words))
		}
	}
	*sents = append(*sents, *sent)
	*sent = Sentence{}
	return nil
}
