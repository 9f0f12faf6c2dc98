package pipeline

import (
	"context"
	"runtime"

	"crosscheck/extractor"
	"crosscheck/ingest"
	"crosscheck/language"
	"crosscheck/news"
	"crosscheck/rules"
)

// window is how many sources per worker may be read ahead of the one that is
// handed over next: it bounds memory while a long document is at work.
const window = 4

// Stream extracts any number of documents with bounded memory and hands a
// report for each source to emit, in the order of the sources: its documents
// with their extractions, or under Unread why there are none. Sources for
// which skip is true are passed over. An error of emit ends the stream.
func Stream(ctx context.Context, opt Options, skip func(path string) bool, emit func(*news.Report) error) error {
	work := func(x extraction, docs []*news.Document, unread []news.Unread) (*news.Report, error) {
		var sources []source
		for _, doc := range docs {
			sources = append(sources, x.read(doc))
		}
		return newReport(ExtractSchema, "", sources, unread), nil
	}
	return stream(ctx, opt, skip, work, emit)
}

// extraction is what turns documents into extractions.
type extraction struct {
	reader *language.Reader
	x      *extractor.Extractor
}

func newExtraction() extraction {
	return extraction{language.New(), extractor.New(rules.English())}
}

func (x extraction) read(doc *news.Document) source {
	text := x.reader.Read(doc)
	return source{text, x.x.Extract(text)}
}

// stream does work on each source, several at once, and hands the results to
// emit in the order of the sources. It returns when all its goroutines have.
func stream[T any](ctx context.Context, opt Options, skip func(string) bool, work func(extraction, []*news.Document, []news.Unread) (T, error), emit func(T) error) error {
	asked := ctx
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	loader, total := opt.loader(), 0
	if opt.Progress != nil {
		total = loader.Count(opt.Paths)
	}
	type result struct {
		value T
		err   error
	}
	x := newExtraction()
	ordered := make(chan chan result, jobs*window)
	free := make(chan struct{}, jobs)
	var readErr error
	go func() {
		defer close(ordered)
		readErr = loader.Each(ctx, opt.Paths, skip, func(batch ingest.Batch) bool {
			if len(batch.Documents)+len(batch.Unread) == 0 {
				return true // notes alone make no line
			}
			out := make(chan result, 1)
			select {
			case ordered <- out:
			case <-ctx.Done():
				return false
			}
			free <- struct{}{}
			go func() {
				defer func() { <-free }()
				value, err := work(x, batch.Documents, batch.Unread)
				out <- result{value, err}
			}()
			return true
		})
	}()
	done := 0
	var failed error
	for out := range ordered {
		res := <-out
		if failed != nil {
			continue
		}
		if failed = res.err; failed == nil {
			failed = emit(res.value)
		}
		if failed != nil {
			cancel()
			continue
		}
		if done++; opt.Progress != nil {
			opt.Progress(done, max(done, total))
		}
	}
	if failed != nil {
		return failed
	}
	if readErr == nil {
		return asked.Err() // the reader ends quietly where nobody takes what it reads
	}
	return readErr
}
