package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"golang.org/x/tools/txtar"

	"crosscheck/news"
)

// casesSuffix ends the name of a file that holds cases: cases.txtar beside a
// rule.yaml, or the name of a check, its dot an underscore, beside the check.
const casesSuffix = ".txtar"

// CaseKind says what a case expects.
type CaseKind string

// The kinds of case: the divergence is found; nothing is found; it ought to be
// so and is not yet, which does not fail.
const (
	Found CaseKind = "found"
	Quiet CaseKind = "quiet"
	Todo  CaseKind = "todo"
)

// Case is a small packet of documents with the findings that it must give. In
// a txtar archive the files of one case stand under "kind/name/": its
// documents, a packet.yaml where it needs one, and, unless the case is quiet,
// the file "want":
//
//	-- found/and-lost/a.txt --
//	The truce covers all energy and infrastructure, he said.
//	-- found/and-lost/b.txt --
//	The truce covers all energy infrastructure, he said.
//	-- found/and-lost/want --
//	scope.coordination: energy and infrastructure | energy infrastructure
//
// A line of want is a type of finding and, between bars, words that stand on
// different sides of one finding of that type. A quiet case says in want, or
// by the rule's own check where it has no want, which types may not be found.
type Case struct {
	Kind  CaseKind
	Name  string
	File  string
	Files []CaseFile // documents and packet.yaml, in name order
	Want  []Want
}

// CaseFile is one file of a case.
type CaseFile struct {
	Name string
	Data []byte
}

// Want is one expected finding.
type Want struct {
	Type  string
	Sides []string // words on different sides; none means anywhere
	Line  int      // in the case's file
}

// LoadCases reads every file of cases under a folder, in name order.
func LoadCases(fsys fs.FS) ([]Case, error) {
	var out []Case
	var errs []error
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != casesSuffix {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		cases, err := ParseCases(pathIn(fsys, name), data)
		out, errs = append(out, cases...), append(errs, err)
		return nil
	})
	return out, errors.Join(append(errs, err)...)
}

// ParseCases reads one archive and returns every mistake in it.
func ParseCases(file string, data []byte) ([]Case, error) {
	byName := map[string]*Case{}
	var names []string
	var errs []error
	archive := txtar.Parse(data)
	line := 1 + strings.Count(string(archive.Comment), "\n")
	for _, f := range archive.Files {
		kind, rest, _ := strings.Cut(f.Name, "/")
		name, base, ok := strings.Cut(rest, "/")
		if !ok || name == "" || base == "" || kind != string(Found) && kind != string(Quiet) && kind != string(Todo) {
			errs = append(errs, fmt.Errorf("%s:%d: %q is no file of a case; write found/NAME/FILE, quiet/NAME/FILE or todo/NAME/FILE", file, line, f.Name))
			line += 1 + strings.Count(string(f.Data), "\n")
			continue
		}
		id := kind + "/" + name
		c := byName[id]
		if c == nil {
			c = &Case{Kind: CaseKind(kind), Name: name, File: file}
			byName[id] = c
			names = append(names, id)
		}
		if base == "want" {
			want, err := parseWant(file, line+1, string(f.Data))
			c.Want, errs = want, append(errs, err)
		} else {
			c.Files = append(c.Files, CaseFile{base, f.Data})
		}
		line += 1 + strings.Count(string(f.Data), "\n")
	}
	var out []Case
	for _, id := range names {
		c := byName[id]
		sort.Slice(c.Files, func(i, j int) bool { return c.Files[i].Name < c.Files[j].Name })
		if len(c.Files) == 0 {
			errs = append(errs, fmt.Errorf("%s: case %s has no documents", file, id))
		}
		if c.Kind == Found && len(c.Want) == 0 {
			errs = append(errs, fmt.Errorf("%s: case %s wants nothing; add a file %s/want with \"type: words | words\"", file, id, id))
		}
		out = append(out, *c)
	}
	return out, errors.Join(errs...)
}

func parseWant(file string, line int, text string) ([]Want, error) {
	var out []Want
	var errs []error
	for i, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		typ, words, _ := strings.Cut(l, ":")
		w := Want{Type: strings.TrimSpace(typ), Line: line + i}
		if w.Type == "" || strings.ContainsAny(w.Type, " \t") {
			errs = append(errs, fmt.Errorf("%s:%d: %q is no expectation; write type: words | words", file, w.Line, l))
			continue
		}
		for _, side := range strings.Split(words, "|") {
			if side = strings.TrimSpace(side); side != "" {
				w.Sides = append(w.Sides, side)
			}
		}
		out = append(out, w)
	}
	return out, errors.Join(errs...)
}

// Verdict says what is wrong with a report on the case's documents: what was
// expected and not found, or found and not allowed. Check is the type a quiet
// case without want is about.
func (c *Case) Verdict(rep *news.Report, check string) []string {
	var out []string
	want := c.Want
	quiet := c.Kind == Quiet || c.Kind == Todo && len(want) == 0
	if len(want) == 0 {
		want = []Want{{Type: check}}
	}
	for _, w := range want {
		f := w.match(rep)
		switch {
		case quiet && f != nil:
			out = append(out, fmt.Sprintf("%s was found and must not be: %s", w.Type, f.Message))
		case !quiet && f == nil:
			out = append(out, fmt.Sprintf("%s was not found: %s", w.Type, strings.Join(w.Sides, " | ")))
		}
	}
	return out
}

// match returns the first finding of the type that has the words on different
// sides.
func (w *Want) match(rep *news.Report) *news.Finding {
	for i := range rep.Findings {
		f := &rep.Findings[i]
		if f.Type == w.Type && w.standsIn(rep, f, 0, map[string]bool{}) {
			return f
		}
	}
	return nil
}

// standsIn assigns the words from the k-th on to sides not taken yet.
func (w *Want) standsIn(rep *news.Report, f *news.Finding, k int, taken map[string]bool) bool {
	if k == len(w.Sides) {
		return true
	}
	for _, p := range f.Evidence {
		doc := rep.Document(p.Document)
		if taken[p.Side] || doc == nil || !touches(doc.Text, w.Sides[k], p.Span) {
			continue
		}
		taken[p.Side] = true
		if w.standsIn(rep, f, k+1, taken) {
			return true
		}
		delete(taken, p.Side)
	}
	return false
}

// touches reports whether an occurrence of words in text overlaps span.
func touches(text, words string, span news.Span) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		if span.Overlaps(news.Span{Start: at + i, End: at + i + len(words)}) {
			return true
		}
		at += i + 1
	}
}
