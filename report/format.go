package report

import (
	"fmt"
	"io"
	"strings"

	"crosscheck/news"
)

// Options say how a report is shown. The zero value is a pipe: no colour,
// 100 columns, everything from medium up in what people read.
type Options struct {
	// Min is the least severity shown one by one; "" is medium in text,
	// Markdown and HTML and everything in the formats programs read.
	Min news.Severity
	// Width is the number of columns of text; 0 is 100.
	Width int
	// Colour allows ANSI colours in text.
	Colour bool
}

// format is one way to write a report. A new format is one line of formats
// and one file that holds its writer.
type format struct {
	name  string
	write func(io.Writer, *news.Report, Options) error
	// extract says whether it can show an extraction, which has no findings.
	extract bool
}

var formats = []format{
	{"text", writeText, true},
	{"json", writeJSON, true},
}

// Formats lists the names of the formats, the default first; extract asks for
// those that can show an extraction.
func Formats(extract bool) []string {
	var out []string
	for _, f := range formats {
		if f.extract || !extract {
			out = append(out, f.name)
		}
	}
	return out
}

// Write writes rep in the named format.
func Write(w io.Writer, name string, rep *news.Report, opt Options) error {
	f, err := lookup(name, rep.Schema == SchemaExtract)
	if err != nil {
		return err
	}
	if opt.Width <= 0 {
		opt.Width = 100
	}
	return f.write(w, rep, opt)
}

// Known returns nil for the name of a format, else an error that names them.
func Known(name string, extract bool) error {
	_, err := lookup(name, extract)
	return err
}

func lookup(name string, extract bool) (format, error) {
	for _, f := range formats {
		if f.name == name && (f.extract || !extract) {
			return f, nil
		}
	}
	return format{}, fmt.Errorf("unknown format %q; it could be %s", name, strings.Join(Formats(extract), ", "))
}
