package review

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"crosscheck/news"
	"crosscheck/pipeline"
	"crosscheck/report"
)

// run is one reading of the sources, under way.
type run struct{ done, total atomic.Int64 }

type runView struct{ Done, Total int }

func (r *run) view() *runView { return &runView{int(r.done.Load()), int(r.total.Load())} }

// start reads a source in the background; while it is under way a second one
// is not begun.
func (s *Server) start(ctx context.Context, src Source) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.run != nil {
		return
	}
	job := &run{}
	s.src, s.run, s.err = src, job, nil
	s.runs.Go(func() {
		sess, err := s.read(ctx, src, job)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.run = nil
		if err != nil {
			s.err = err
			return
		}
		s.generation++
		sess.generation = s.generation
		s.sess = sess
	})
}

// read makes a report of a source and a session of the report.
func (s *Server) read(ctx context.Context, src Source, job *run) (*session, error) {
	if src.Report != "" {
		rep, err := readReport(src.Report)
		if err != nil {
			return nil, err
		}
		return newSession(rep, s.opt.Who, s.opt.Now, nil)
	}
	opt, err := s.opt.Settings(src.Paths)
	if err != nil {
		return nil, err
	}
	// What changes while the run is under way has to be noticed after it.
	before := watch(append([]string{src.Draft}, src.Paths...))
	opt.Paths = src.Paths
	opt.Progress = func(done, total int) {
		job.done.Store(int64(done))
		job.total.Store(int64(total))
	}
	var rep *news.Report
	if src.Draft != "" {
		rep, err = pipeline.Check(ctx, src.Draft, opt)
	} else {
		rep, err = pipeline.Compare(ctx, opt)
	}
	if err != nil {
		return nil, err
	}
	before.add(rep)
	return newSession(rep, s.opt.Who, s.opt.Now, before)
}

// readReport reads a saved report; its decisions are kept beside it.
func readReport(path string) (*news.Report, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	rep, err := report.Read(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if rep.Schema != report.SchemaReport {
		return nil, fmt.Errorf("%s holds no comparison; write one with crosscheck compare --output json", path)
	}
	rep.Root = filepath.Dir(path)
	return rep, nil
}

// rerun reads the sources again and comes back to the page it was asked on.
func (s *Server) rerun(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	src := s.src
	s.mu.Unlock()
	if src.empty() {
		http.Redirect(w, r, "/start", http.StatusSeeOther)
		return
	}
	s.start(ctx, src)
	http.Redirect(w, r, local(r.FormValue("back")), http.StatusSeeOther)
}

// local is a path on this page, whatever was sent.
func local(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.Contains(path, `\`) {
		return "/"
	}
	return path
}

// state is what an open page asks for now and then.
type state struct {
	Generation int  `json:"generation"`
	Running    bool `json:"running"`
	Changed    bool `json:"changed"`
	Decided    int  `json:"decided"`
}

func (s *Server) tellState(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	sess := s.sess
	out := state{Generation: s.generation, Running: s.run != nil}
	s.mu.Unlock()
	if sess != nil {
		out.Changed = sess.changed()
		if sess.refresh() == nil {
			out.Decided = sess.decided()
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(out)
}
