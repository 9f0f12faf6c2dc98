// Crosscheck-beam finds the events in an archive of JSON articles, one a line,
// and what diverges in each, on Apache Beam: on this machine, or on the runner
// that --runner names.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"crosscheck/beam/events"
)

var (
	input  = flag.String("input", "", "files of JSON articles, one a line; * stands for any name")
	output = flag.String("output", "", "file for the events, one report a line")
	window = flag.Duration("window", 72*time.Hour, "how far apart two documents of one event may be published")
)

func main() {
	flag.Parse()
	beam.Init()
	if *input == "" || *output == "" {
		fmt.Fprintln(os.Stderr, "crosscheck-beam: no input or no output; name files with --input and --output")
		os.Exit(2)
	}
	p, s := beam.NewPipelineWithRoot()
	textio.Write(s, *output, events.Find(s, textio.Read(s, *input), *window))
	if err := beamx.Run(context.Background(), p); err != nil {
		fmt.Fprintln(os.Stderr, "crosscheck-beam:", err)
		os.Exit(2)
	}
}
