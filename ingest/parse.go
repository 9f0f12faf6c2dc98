package ingest

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"crosscheck/ingest/docx"
	"crosscheck/ingest/feed"
	"crosscheck/ingest/page"
	"crosscheck/ingest/pdf"
	"crosscheck/ingest/web"
	"crosscheck/news"
)

// parse turns the bytes of one file into documents. The note says what a
// person should be told besides, or "". contentType is what a web server said
// of it, or "".
func (run *load) parse(file string, data []byte, contentType string) (docs []*news.Document, note string, err error) {
	if len(data) == 0 {
		return nil, "", errors.New("the file is empty; save the article again or leave it out")
	}
	doc := &news.Document{Path: file}
	switch k := kindFor(file, data, contentType); k {
	case closed:
		name := closedName(data)
		if name == "" {
			name = "a " + path.Ext(file) + " file"
		}
		return nil, "", fmt.Errorf("%s is not read here; save it as text, HTML or DOCX", name)
	case feedFile:
		return feed.Feed(file, data)
	case jsonFile:
		return feed.JSON(file, data, run.Fields)
	case htmlPage:
		err = web.Read(doc, data, contentType)
	case pdfFile:
		err = pdf.Read(doc, data)
	case word:
		err = docx.Read(doc, data)
	default:
		note, err = readText(doc, data, k == markdown)
	}
	if err != nil {
		return nil, "", err
	}
	return []*news.Document{doc}, note, nil
}

// readText reads plain text or Markdown.
func readText(doc *news.Document, data []byte, marked bool) (note string, err error) {
	doc.Text, note, err = Decode(data)
	if err != nil {
		return "", err
	}
	if strings.TrimSpace(doc.Text) == "" {
		return "", errors.New("the file holds no words; save the article again or leave it out")
	}
	if marked {
		page.Markdown(doc)
	} else {
		page.Text(doc)
	}
	return note, nil
}
