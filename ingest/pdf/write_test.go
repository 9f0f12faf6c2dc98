package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// writer writes small PDFs for tests, object by object.
type writer struct{ bytes.Buffer }

func newFile() *writer {
	w := &writer{}
	w.WriteString("%PDF-1.7\n")
	return w
}

func (w *writer) object(id int, body string) { fmt.Fprintf(w, "%d 0 obj\n%s\nendobj\n", id, body) }

func (w *writer) stream(id int, head, data string) {
	w.object(id, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", head, len(data), data))
}

func (w *writer) close() []byte {
	w.WriteString("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
	return w.Bytes()
}

func deflate(t testing.TB, s string) string {
	t.Helper()
	var buf bytes.Buffer
	z := zlib.NewWriter(&buf)
	_, err := z.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return buf.String()
}

// shown is text at a place of a page.
type shown struct {
	x, y, size float64
	text       string
}

// helvetica is a font that all readers have.
const helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

var escaped = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "—", "\x97", "–", "\x96", "“", "\x93", "”", "\x94", "’", "\x92")

// pages writes a file of pages in Helvetica.
func pages(t testing.TB, list ...[]shown) []byte {
	w := newFile()
	w.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i, items := range list {
		id := 10 + 2*i
		kids += fmt.Sprintf("%d 0 R ", id)
		w.object(id, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", id+1))
		content := "BT\n"
		for _, s := range items {
			content += fmt.Sprintf("/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n", s.size, s.x, s.y, escaped.Replace(s.text))
		}
		w.stream(id+1, "/Filter/FlateDecode", deflate(t, content+"ET"))
	}
	w.object(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/Resources<</Font<</F1 3 0 R>>>>>>", len(list), kids))
	w.object(3, helvetica)
	return w.close()
}

// column sets lines below each other.
func column(x, y float64, lines ...string) []shown {
	var out []shown
	for i, l := range lines {
		if l != "" {
			out = append(out, shown{x, y - 14*float64(i), 11, l})
		}
	}
	return out
}
