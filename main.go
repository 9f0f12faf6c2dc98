// Crosscheck compares news articles on one event and shows where they diverge.
package main

import (
	"os"

	"crosscheck/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
