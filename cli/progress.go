package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a run may stay silent; then it says how far it is, and
// where nothing can be rewritten in place, again after every further remark.
const (
	patience = time.Second
	remark   = 10 * time.Second
)

// progress tells how many documents were read, on standard error, once a run
// takes longer than anybody waits without a word.
type progress struct {
	mu      sync.Mutex
	out     io.Writer
	fancy   bool
	started time.Time
	said    time.Time
	bar     *progressbar.ProgressBar
}

func (a *app) startProgress() *progress {
	if a.quiet {
		return &progress{out: io.Discard, started: time.Now()}
	}
	return &progress{out: a.stderr, fancy: isTerminal(a.stderr), started: time.Now()}
}

// step is told after each document.
func (p *progress) step(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Sub(p.started) < patience {
		return
	}
	if p.fancy {
		if p.bar == nil {
			p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription("reading"),
				progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("documents"),
				progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
		}
		_ = p.bar.Set(done)
		return
	}
	if p.said.IsZero() || now.Sub(p.said) >= remark {
		p.said = now
		rate := float64(done) / now.Sub(p.started).Seconds()
		left := time.Duration(float64(total-done) / rate * float64(time.Second)).Round(time.Second)
		fmt.Fprintf(p.out, "crosscheck: %d of %d documents read, %.0f a second, %s left\n", done, total, rate, left)
	}
}

// stop takes the bar away.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
