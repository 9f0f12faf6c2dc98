package review

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"crosscheck/news"
	"crosscheck/store"
)

// watched bounds how many files are looked after; beyond it a change in the
// others is not noticed.
const watched = 2000

// data are the endings of files that are never articles: the decisions
// themselves, reports that were saved beside them, tables.
var data = map[string]bool{filepath.Ext(store.FileName): true, ".json": true, ".csv": true, ".tsv": true, ".sarif": true, ".xlsx": true}

// stamp is what a file looked like when it was read.
type stamp struct {
	size int64
	when time.Time
	sum  [sha256.Size]byte
}

// watcher notices that the files of a packet are not what they were. A file
// that was only touched is no change.
type watcher struct {
	mu    sync.Mutex
	paths []string // as given: files and folders
	files map[string]stamp
	stale bool
}

// watch looks at every file that the paths name.
func watch(paths []string) *watcher {
	w := &watcher{files: map[string]stamp{}}
	for _, p := range paths {
		if p != "" && p != "-" {
			w.paths = append(w.paths, p)
		}
	}
	for _, file := range w.list() {
		w.look(file)
	}
	return w
}

// add looks after the files a packet file names elsewhere, too.
func (w *watcher) add(rep *news.Report) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, doc := range rep.Documents {
		file := filepath.FromSlash(doc.Path)
		if _, known := w.files[filepath.Clean(file)]; !known && file != "-" && file != "" {
			w.paths = append(w.paths, file)
			w.look(filepath.Clean(file))
		}
	}
}

// list is every file the paths name now.
func (w *watcher) list() []string {
	var out []string
	for _, p := range w.paths {
		_ = filepath.WalkDir(filepath.FromSlash(p), func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil
			case d.IsDir() && file != p && strings.HasPrefix(d.Name(), "."):
				return filepath.SkipDir
			case d.IsDir() || strings.HasPrefix(d.Name(), ".") || data[filepath.Ext(d.Name())]:
				return nil
			case len(out) == watched:
				return filepath.SkipAll
			}
			out = append(out, filepath.Clean(file))
			return nil
		})
	}
	return out
}

func (w *watcher) look(file string) {
	if s, ok := stampOf(file); ok {
		w.files[file] = s
	}
}

func stampOf(file string) (stamp, bool) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return stamp{}, false
	}
	s := stamp{size: info.Size(), when: info.ModTime()}
	f, err := os.Open(file)
	if err != nil {
		return s, true
	}
	defer f.Close()
	h := sha256.New()
	_, _ = io.Copy(h, f)
	h.Sum(s.sum[:0])
	return s, true
}

// changed reports whether a file is new, gone or has other words.
func (w *watcher) changed() bool {
	if w == nil {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stale {
		return true
	}
	now := w.list()
	seen := map[string]bool{}
	for _, file := range now {
		seen[file] = true
		old, known := w.files[file]
		info, err := os.Stat(file)
		switch {
		case !known:
			w.stale = true
		case err != nil:
			w.stale = true
		case info.Size() != old.size || !info.ModTime().Equal(old.when):
			fresh, ok := stampOf(file)
			w.stale = w.stale || !ok || fresh.sum != old.sum
			w.files[file] = fresh
		}
	}
	for file := range w.files {
		w.stale = w.stale || !seen[file]
	}
	return w.stale
}
