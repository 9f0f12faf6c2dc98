package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"crosscheck/news"
	"crosscheck/pipeline"
	"crosscheck/report"
)

// stream extracts any number of documents, a line of JSON per source, in the
// order of the sources. With resume, the sources whose lines stand in that
// file already are passed over and the new lines follow there.
func (a *app) stream(ctx context.Context, s *shared, paths []string, resume string) error {
	if err := s.validate(); err != nil {
		return err
	}
	opt, err := a.options(s, paths)
	if err != nil {
		return err
	}
	out, skip, err := a.streamTarget(s, resume)
	if err != nil {
		return err
	}
	progress := a.startProgress()
	opt.Progress = progress.step
	var failed []news.Unread
	lines := 0
	err = pipeline.Stream(ctx, opt, skip, func(rep *news.Report) error {
		failed = append(failed, rep.Unread...)
		lines++
		return report.WriteLine(out, rep)
	})
	progress.stop()
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	switch {
	case errors.Is(err, context.Canceled):
		return hint(fmt.Errorf("stopped after %d sources, which are kept", lines), "give the file they are in to --resume to go on")
	case err != nil:
		return fmt.Errorf("stopped after %d sources: %w", lines, err)
	case len(failed) > 0 && !s.keepGoing:
		return hint(unread(&news.Report{Unread: failed}), "their lines say so; pass --keep-going to accept that")
	}
	return nil
}

// streamTarget opens what the lines are written to and says which sources
// stand there already. A line cut off by the end of an earlier run goes.
func (a *app) streamTarget(s *shared, resume string) (io.WriteCloser, func(string) bool, error) {
	name := s.outputFile
	if resume != "" {
		if name != "" && name != resume {
			return nil, nil, hint(errors.New("--resume and --output-file name two files"), "name one; --resume goes on in its file")
		}
		name = resume
	}
	if name == "" {
		return nopCloser{a.stdout}, nil, nil
	}
	flags := os.O_RDWR | os.O_CREATE
	if resume == "" {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(name, flags, 0o644)
	if err != nil {
		return nil, nil, hint(err, "name a file in a folder that can be written")
	}
	if resume == "" {
		return f, nil, nil
	}
	done, whole, err := report.Finished(f)
	if err == nil {
		err = f.Truncate(whole)
	}
	if err == nil {
		_, err = f.Seek(whole, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("--resume %s: %w", name, err)
	}
	return f, func(path string) bool { return done[path] }, nil
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
