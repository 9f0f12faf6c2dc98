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
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	loader := opt.loader()
	total := 0
	if opt.Progress != nil {
		total = loader.Count(opt.Paths)
	}
	x := extraction{language.New(), extractor.New(rules.English())}
	ordered := make(chan chan *news.Report, jobs*window)
	free := make(chan struct{}, jobs)
	var readErr error
	go func() {
		defer close(ordered)
		readErr = loader.Each(ctx, opt.Paths, skip, func(batch ingest.Batch) bool {
			out := make(chan *news.Report, 1)
			select {
			case ordered <- out:
			case <-ctx.Done():
				return false
			}
			free <- struct{}{}
			go func() {
				defer func() { <-free }()
				out <- x.report(batch)
			}()
			return true
		})
	}()
	done := 0
	var emitErr error
	for out := range ordered {
		rep := <-out
		if emitErr != nil {
			continue
		}
		if emitErr = emit(rep); emitErr != nil {
			cancel()
		}
		done++
		if opt.Progress != nil {
			opt.Progress(done, max(done, total))
		}
	}
	if emitErr != nil {
		return emitErr
	}
	return readErr
}

// extraction is what turns documents into extractions.
type extraction struct {
	reader *language.Reader
	x      *extractor.Extractor
}

func (e extraction) report(batch ingest.Batch) *news.Report {
	var sources []source
	for _, doc := range batch.Documents {
		text := e.reader.Read(doc)
		sources = append(sources, source{text, e.x.Extract(text)})
	}
	return newReport(ExtractSchema, "", sources, batch.Unread)
}
