package ingest

import (
	"context"
	"errors"
	"slices"

	"crosscheck/news"
)

// Batch is what one source of a stream holds: its documents, or why there are
// none.
type Batch struct {
	Path      string
	Documents []*news.Document
	Unread    []news.Unread
	Notes     []string
}

// Each reads the sources that paths name one at a time, in the order Load has
// them, and hands each over before the next is read, so memory does not grow
// with their number. Sources for which skip is true are not opened. It stops
// when yield returns false or the context ends.
//
// Ids are unique over the whole stream as long as every source holds one
// document; copies are not looked for and packets' parents not resolved.
func (l *Loader) Each(ctx context.Context, paths []string, skip func(path string) bool, yield func(Batch) bool) error {
	run := newLoad(l)
	run.ctx = ctx
	if len(paths) == 0 {
		return errors.New("no sources; name files, a folder, or - for standard input")
	}
	for _, p := range paths {
		if err := run.expand(p); err != nil {
			return err
		}
	}
	early := Batch{Unread: run.packet.Unread, Notes: run.packet.Notes}
	if skip != nil {
		early.Unread = slices.DeleteFunc(early.Unread, func(u news.Unread) bool { return skip(u.Path) })
	}
	if len(early.Unread)+len(early.Notes) > 0 && !yield(early) {
		return nil
	}
	ids, err := run.names()
	if err != nil {
		return err
	}
	for _, id := range ids {
		run.ids[id] = true // of a source: no article of another may bring it or be given it
	}
	for i, s := range run.queue {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if src := run.lines(s, ids[i]); src != nil {
			if !src.each(run, skip, yield) {
				return ctx.Err()
			}
			continue
		}
		if skip != nil && skip(s.path) {
			continue
		}
		run.packet = Packet{}
		run.read(s)
		docs := run.packet.Documents
		if err := nameAfter(docs, ids[i]); err != nil {
			return err
		}
		for _, doc := range docs {
			delete(run.info, doc)
			delete(run.from, doc)
		}
		if !yield(Batch{s.path, docs, run.packet.Unread, run.packet.Notes}) {
			return nil
		}
	}
	return ctx.Err()
}

// Count is how many batches Each will hand over, before any source is read
// but for the lines of files with one article a line.
func (l *Loader) Count(paths []string) int {
	run := newLoad(l)
	for _, p := range paths {
		if run.expand(p) != nil {
			break
		}
	}
	n := 0
	for _, s := range run.queue {
		if src := run.lines(s, ""); src != nil {
			n += src.count()
			continue
		}
		n++
	}
	return n
}

// names gives every queued source the id a single document of it will have.
func (run *load) names() ([]string, error) {
	stubs := make([]*news.Document, len(run.queue))
	for i, s := range run.queue {
		stubs[i] = &news.Document{Path: s.path}
		if s.decl != nil {
			s.decl.apply(stubs[i])
		}
	}
	if err := nameDocuments(stubs); err != nil {
		return nil, err
	}
	ids := make([]string, len(stubs))
	for i, doc := range stubs {
		ids[i] = doc.ID
	}
	return ids, nil
}

// nameAfter names the documents of one source after it.
func nameAfter(docs []*news.Document, id string) error {
	if len(docs) == 1 && docs[0].ID == "" {
		docs[0].ID = id
	}
	return nameDocuments(docs)
}
