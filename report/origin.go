package report

import (
	"fmt"

	"crosscheck/news"
)

// originWords says where words stood in the original file: "page 2, paragraph
// 3", or "" where that is not known.
func originWords(o news.Origin) string {
	switch {
	case o.Page > 0 && o.Paragraph > 0:
		return fmt.Sprintf("page %d, paragraph %d", o.Page, o.Paragraph)
	case o.Page > 0:
		return fmt.Sprintf("page %d", o.Page)
	case o.Paragraph > 0:
		return fmt.Sprintf("paragraph %d", o.Paragraph)
	}
	return ""
}
