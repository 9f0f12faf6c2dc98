package cli

import (
	"fmt"
	"strings"

	"crosscheck/news"
	"crosscheck/pipeline"
)

// tell says what a run read, with --verbose.
func (a *app) tell(rep *news.Report, opt pipeline.Options) {
	if len(rep.Documents) == 1 && rep.Schema == pipeline.ReportSchema && !a.quiet {
		fmt.Fprintln(a.stderr, "crosscheck: one article has only itself to be compared with; name others on the same event too")
	}
	if !a.verbose {
		return
	}
	settings := opt.Config.File
	if settings == "" {
		settings = "none"
	}
	fmt.Fprintf(a.stderr, "crosscheck: settings: %s\n", settings)
	for _, doc := range rep.Documents {
		x := rep.Extractions[doc.ID]
		published := "no date"
		if !doc.Published.IsZero() {
			published = doc.Published.Format("2006-01-02")
		}
		fmt.Fprintf(a.stderr, "crosscheck: %s: read as %s (%s, %s): %d words, %d statements, %d claims, %d figures\n",
			doc.Path, doc.ID, doc.Name(), published, len(strings.Fields(doc.Text)), len(x.Statements), len(x.Claims), len(x.Figures))
	}
	for _, l := range rep.Lineages {
		if len(l.Documents) > 1 {
			fmt.Fprintf(a.stderr, "crosscheck: one story: %s\n", strings.Join(l.Documents, ", "))
		}
	}
}
