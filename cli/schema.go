package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscheck/report"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of what --output json writes",
		Example: "  crosscheck schema > crosscheck.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(a.stdout, report.Schema())
			return err
		},
	}
}
