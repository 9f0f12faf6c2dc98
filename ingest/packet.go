package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"crosscheck/ingest/page"
	"crosscheck/internal/yamlx"
	"crosscheck/news"
)

// packetFile is the name that makes a directory a packet.
const packetFile = "packet.yaml"

// declared is what a packet file says of one source.
type declared struct {
	Path        yamlx.At[string] `yaml:"path"`
	ID          yamlx.At[string] `yaml:"id"`
	Title       string           `yaml:"title"`
	Outlet      string           `yaml:"outlet"`
	Published   yamlx.At[string] `yaml:"published"`
	URL         string           `yaml:"url"`
	Source      string           `yaml:"source"`
	Primary     bool             `yaml:"primary"`
	DerivedFrom yamlx.At[string] `yaml:"derived_from"`

	file      string // the packet file, for messages
	published time.Time
}

// readPacket reads a packet file into its sources, paths joined to its folder.
// It returns every mistake at once, each with file and line.
func readPacket(file string, data []byte) ([]declared, error) {
	var packet struct {
		Sources []declared `yaml:"sources"`
	}
	if err := yamlx.Decode(file, data, &packet); err != nil {
		return nil, err
	}
	if len(packet.Sources) == 0 {
		return nil, fmt.Errorf("%s:1: no sources; write a list under \"sources:\", each with a \"path:\"", file)
	}
	var errs []error
	ids := map[string]bool{}
	for i := range packet.Sources {
		d := &packet.Sources[i]
		d.file = file
		errs = append(errs, d.check(i, ids))
		if d.Path.Value != "" && !isURL(d.Path.Value) && !path.IsAbs(d.Path.Value) {
			d.Path.Value = path.Join(path.Dir(file), strings.ReplaceAll(d.Path.Value, `\`, "/"))
		}
	}
	return packet.Sources, errors.Join(errs...)
}

// check checks the values of one source.
func (d *declared) check(i int, ids map[string]bool) error {
	if d.Path.Value == "" {
		return fmt.Errorf("%s:%d: source %d has no path; write \"path: article.txt\"", d.file, max(1, d.Path.Line, d.ID.Line), i+1)
	}
	var errs []error
	if d.ID.Value != "" && ids[d.ID.Value] {
		errs = append(errs, fmt.Errorf("%s:%d: id %q is given twice; give every source its own", d.file, d.ID.Line, d.ID.Value))
	}
	ids[d.ID.Value] = true
	if s := d.Published.Value; s != "" {
		t, ok := page.ParseTime(s)
		if !ok {
			errs = append(errs, fmt.Errorf("%s:%d: published %q is not a date; write it as 2025-03-18", d.file, d.Published.Line, s))
		}
		d.published = t
	}
	return errors.Join(errs...)
}

// apply writes what the packet declares over what the file says of itself.
func (d *declared) apply(doc *news.Document) {
	set := func(s *string, v string) {
		if v != "" {
			*s = v
		}
	}
	set(&doc.ID, d.ID.Value)
	set(&doc.Title, d.Title)
	set(&doc.Outlet, d.Outlet)
	set(&doc.URL, d.URL)
	set(&doc.Source, d.Source)
	set(&doc.DerivedFrom, d.DerivedFrom.Value)
	if !d.published.IsZero() {
		doc.Published = d.published
	}
	doc.Primary = d.Primary
}

// resolveParents turns every derived_from into the id of the document it
// means, by id or by path, and reports those that mean none.
func resolveParents(docs []*news.Document, from map[*news.Document]*declared) error {
	known := map[string]string{}
	var ids []string
	for _, doc := range docs {
		known[path.Base(doc.Path)], known[doc.Path] = doc.ID, doc.ID
		ids = append(ids, doc.ID)
	}
	for _, doc := range docs {
		known[doc.ID] = doc.ID
	}
	var errs []error
	for _, doc := range docs {
		d := from[doc]
		if doc.DerivedFrom == "" || d == nil {
			continue
		}
		id, ok := known[doc.DerivedFrom]
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("%s:%d: derived_from %q is no source of this packet%s", d.file, d.DerivedFrom.Line, doc.DerivedFrom, yamlx.Nearest(doc.DerivedFrom, ids)))
		case id == doc.ID:
			errs = append(errs, fmt.Errorf("%s:%d: %s is derived from itself; name the source it was copied from", d.file, d.DerivedFrom.Line, doc.ID))
		}
		doc.DerivedFrom = id
	}
	return errors.Join(errs...)
}

// packetIn returns the path of the packet file in dir, if there is one.
func packetIn(fsys fs.FS, dir string) (string, bool) {
	file := path.Join(dir, packetFile)
	info, err := fs.Stat(fsys, file)
	return file, err == nil && !info.IsDir()
}
