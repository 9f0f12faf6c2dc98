package report

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"crosscheck/news"
)

// WriteLine writes a report as one line of JSON: each line of a stream is an
// extract document of its own, which Read reads.
func WriteLine(w io.Writer, rep *news.Report) error {
	wire, err := encode(rep)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(wire)
}

// writeJSONL writes an extraction a line per document, and a line per source
// that could not be read.
func writeJSONL(w io.Writer, rep *news.Report, _ Options) error {
	for _, doc := range rep.Documents {
		one := &news.Report{Schema: rep.Schema, Version: rep.Version, Documents: []*news.Document{doc},
			Extractions: map[string]news.Extraction{doc.ID: rep.Extractions[doc.ID]}}
		if err := WriteLine(w, one); err != nil {
			return err
		}
	}
	for _, u := range rep.Unread {
		if err := WriteLine(w, &news.Report{Schema: rep.Schema, Version: rep.Version, Unread: []news.Unread{u}}); err != nil {
			return err
		}
	}
	return nil
}

// Finished reads the lines of an earlier stream and returns the paths it is
// done with and how many bytes hold whole lines; what follows them was cut off
// when the run ended.
func Finished(r io.Reader) (paths map[string]bool, whole int64, err error) {
	paths = map[string]bool{}
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return paths, whole, nil
		}
		if err != nil {
			return nil, 0, err
		}
		var one struct {
			Schema    string                  `json:"schema"`
			Documents []struct{ Path string } `json:"documents"`
			Unread    []struct{ Path string } `json:"unread"`
		}
		if err := json.Unmarshal(line, &one); err != nil || one.Schema != SchemaExtract {
			return nil, 0, fmt.Errorf("line %d is no line of crosscheck extract --output jsonl; name the file that such a run wrote", n)
		}
		for _, d := range append(one.Documents, one.Unread...) {
			done(paths, d.Path)
		}
		whole += int64(len(line))
	}
}

// done marks a document's path and whatever holds it: the archive or feed it
// was an entry of.
func done(paths map[string]bool, path string) {
	paths[path] = true
	web := strings.Contains(path, "://") // where a page below another is another page
	for i, c := range path {
		if i > 0 && (c == '/' && !web || c == '#') {
			paths[path[:i]] = true
		}
	}
}
