// Makearchive writes an archive for measuring: JSON articles, one a line, in
// files of five hundred, made from the project's packets (package made).
//
//	go run ./bench/makearchive -events 2000 -into /tmp/archive
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"crosscheck/bench/made"
)

const perFile = 500

func main() {
	events := flag.Int("events", 200, "how many events of five articles")
	fixtures := flag.String("fixtures", "fixtures", "folder of the packets")
	into := flag.String("into", "", "folder to write to")
	texts := flag.Bool("texts", false, "write each article as a text file, without its date")
	flag.Parse()
	if err := write(*fixtures, *into, *events, *texts); err != nil {
		fmt.Fprintln(os.Stderr, "makearchive:", err)
		os.Exit(1)
	}
}

func write(fixtures, into string, events int, texts bool) error {
	if into == "" {
		return errors.New("no folder to write to; name one with -into")
	}
	articles, err := made.Archive(os.DirFS(fixtures), events)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(into, 0o755); err != nil {
		return err
	}
	if texts {
		for _, a := range articles {
			if err := os.WriteFile(filepath.Join(into, a.ID+".txt"), []byte(a.Text), 0o644); err != nil {
				return err
			}
		}
		return nil
	}
	for n := 0; n < len(articles); n += perFile {
		if err := writeFile(filepath.Join(into, fmt.Sprintf("articles-%05d.jsonl", n)), articles[n:min(n+perFile, len(articles))]); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(file string, articles []made.Article) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, a := range articles {
		if err := enc.Encode(a); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}
