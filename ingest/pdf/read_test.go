package pdf

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

func read(t *testing.T, data []byte) *news.Document {
	t.Helper()
	doc := &news.Document{}
	require.NoError(t, Read(doc, data))
	return doc
}

func TestLayout(t *testing.T) {
	left := column(50, 700, "The city council voted on Monday to", "close the harbour bridge for eleven", "months, while its cables are taken", "down and replaced.", "Traffic will be sent over the old cross-", "ing in the north, the mayor said.")
	right := column(320, 700, "The north-south line runs again from", "May, and the bridge has a new north-", "south lane for bicycles. The 30-", "day closure of the tunnel is over, and", "the one-", "sided parking rule ends with it.")
	for _, row := range []struct {
		reason string
		pages  [][]shown
		want   []string
	}{
		{"two columns below a headline, words put together again", [][]shown{append(append([]shown{{50, 740, 22, "Harbour bridge to close in the spring"}}, left...), right...)}, []string{
			"Harbour bridge to close in the spring",
			"The city council voted on Monday to close the harbour bridge for eleven months, while its cables are taken down and replaced.",
			"Traffic will be sent over the old crossing in the north, the mayor said.",
			"The north-south line runs again from May, and the bridge has a new north-south lane for bicycles. The 30-day closure of the tunnel is over, and the one-sided parking rule ends with it."}},
		{"columns drawn line by line", [][]shown{interleaved(left, right)}, []string{
			"The city council voted on Monday to close the harbour bridge for eleven months, while its cables are taken down and replaced.",
			"Traffic will be sent over the old crossing in the north, the mayor said.",
			"The north-south line runs again from May, and the bridge has a new north-south lane for bicycles. The 30-day closure of the tunnel is over, and the one-sided parking rule ends with it."}},
		{"a paragraph over two pages; running heads and page numbers left out", [][]shown{
			append([]shown{{50, 800, 9, "The Gazette, July 3, 2013"}, {290, 30, 9, "1"}}, column(50, 700, "The city council voted on Monday to close the harbour bridge", "for eleven months, while its cables are taken")...),
			append([]shown{{50, 800, 9, "The Gazette, July 3, 2013"}, {290, 30, 9, "2"}}, column(50, 700, "down and replaced.", "", "Traffic will be sent over the old crossing in the north, he said.")...)}, []string{
			"The city council voted on Monday to close the harbour bridge for eleven months, while its cables are taken down and replaced.",
			"Traffic will be sent over the old crossing in the north, he said."}},
		{"paragraphs set in at their first line", [][]shown{{
			{62, 700, 11, "The city council voted on Monday to close the harbour bridge"}, {50, 686, 11, "for eleven months, while its cables are taken down, and there"},
			{62, 672, 11, "Traffic will be sent over the old crossing in the north, he said,"}, {50, 658, 11, "and over the bridge by the mill."}}}, []string{
			"The city council voted on Monday to close the harbour bridge for eleven months, while its cables are taken down, and there",
			"Traffic will be sent over the old crossing in the north, he said, and over the bridge by the mill."}},
		{"quote marks and dashes of the encoding", [][]shown{column(50, 700, "“We agreed,” he said — or so it’s told.")}, []string{"“We agreed,” he said — or so it’s told."}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			doc := read(t, pages(t, row.pages...))
			assert.Equal(t, row.want, strings.Split(doc.Text, "\n\n"))
		})
	}
}

func interleaved(a, b []shown) []shown {
	var out []shown
	for i := range a {
		out = append(out, a[i], b[i])
	}
	return out
}

// TestPrintedByABrowser reads a file that Chromium printed: two justified
// columns, hyphenated, fonts of double bytes.
func TestPrintedByABrowser(t *testing.T) {
	data, err := os.ReadFile("testdata/columns.pdf")
	require.NoError(t, err)
	want, err := os.ReadFile("testdata/columns.txt")
	require.NoError(t, err)
	doc := read(t, data)
	assert.Equal(t, strings.TrimSpace(string(want)), doc.Text)
	assert.Equal(t, "Ferry fire off Port Lanner kills at least nine, dozens missing", doc.Title)
	assert.Equal(t, 1, doc.OriginAt(10).Page)
}

func TestObjectStreamsAndMaps(t *testing.T) {
	w := newFile()
	inner := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[4 0 R]>>", "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 600/W[1[500 500]]>>]/ToUnicode 7 0 R>>"}
	heads, body := "", ""
	for i, s := range inner {
		heads += fmt.Sprintf("%d %d ", i+1, len(body))
		body += s + " "
	}
	w.stream(9, fmt.Sprintf("/Type/ObjStm/N 3/First %d/Filter/FlateDecode", len(heads)), deflate(t, heads+body))
	w.object(4, "<</Type/Page/Resources<</Font<</F 3 0 R>>>>/Contents[5 0 R 6 0 R]>>")
	w.stream(5, "/Filter[/ASCIIHexDecode/FlateDecode]", fmt.Sprintf("%X>", deflate(t, "BT /F 12 Tf 100 700 Td [<0001> -20 <0002>] TJ")))
	w.stream(6, "", " 0 -14 Td <00030004> Tj ET")
	w.stream(7, "", "1 beginbfrange <0001> <0002> <0041> endbfrange 1 beginbfrange <0003> <0004> [<00660069> <201D>] endbfrange")
	assert.Equal(t, "AB fi”", read(t, w.close()).Text)
}

func TestHostileFiles(t *testing.T) {
	words := column(50, 700, "The city council voted on Monday to close the bridge.")
	good := string(pages(t, words))
	broken := func(old, new string) []byte {
		require.Contains(t, good, old)
		return []byte(strings.Replace(good, old, new, 1))
	}
	bomb := newFile()
	bomb.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	bomb.object(2, "<</Type/Pages/Kids["+strings.Repeat("4 0 R 5 0 R ", 3)+"]>>")
	for id := 4; id < 6; id++ {
		bomb.object(id, "<</Type/Page/Contents["+strings.Repeat("6 0 R ", 2000)+"]>>")
	}
	bomb.stream(6, "/Filter/FlateDecode", deflate(t, strings.Repeat(" ", 40<<20)))
	scan := newFile()
	scan.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	scan.object(2, "<</Type/Pages/Kids[4 0 R]>>")
	scan.object(4, "<</Type/Page/Resources<</XObject<</I 5 0 R>>>>/Contents 6 0 R>>")
	scan.stream(5, "/Subtype/Image/Width 9/Height 9", "pixels")
	scan.stream(6, "", "q 600 0 0 800 0 0 cm /I Do Q")
	form := newFile()
	form.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	form.object(2, "<</Type/Pages/Kids[4 0 R]/Resources<</Font<</F1 3 0 R>>/XObject<</X 5 0 R>>>>>>")
	form.object(3, helvetica)
	form.object(4, "<</Type/Page/Contents 6 0 R>>")
	form.stream(5, "/Subtype/Form", strings.Repeat("/X Do ", 50)+"BT /F1 9 Tf 9 9 Td (x) Tj ET")
	form.stream(6, "", "/X Do BT /F1 12 Tf 50 700 Td (The council voted on Monday to close the bridge.) Tj ET")
	for _, row := range []struct {
		reason string
		data   []byte
		want   string // of the error; "" reads the text
	}{
		{"pages that hold each other", broken("/Kids[10 0 R ]", "/Kids[2 0 R 10 0 R 2 0 R ]"), ""},
		{"a length that needs itself", broken("/Length", "/Length 11 0 R/Len"), ""},
		{"a gigabyte declared", broken("/Length", "/Length 1073741824/Len"), ""},
		{"references that run in a circle", append([]byte(strings.Replace(good, "/Contents 11 0 R", "/Contents 90 0 R", 1)), []byte("\n90 0 obj 91 0 R endobj 91 0 obj 90 0 R endobj")...), "holds no text"},
		{"forms that draw themselves", form.close(), ""},
		{"a table of a gigabyte", broken("trailer\n<<", "trailer\n<</Size 1073741824/Prev 5 "), ""},
		{"a bomb", bomb.close(), "draws more than an article does"},
		{"only pictures", scan.close(), "pictures of pages and no text"},
		{"locked", broken("<</Root", "<</Encrypt 5 0 R/Root"), "the PDF is locked"},
		{"cut off", []byte(good[:len(good)/3]), "the PDF is damaged"},
		{"not one at all", []byte("%PDF-1.7 nothing"), "the PDF is damaged"},
		{"arrays inside arrays", broken("/Kids[10 0 R ]", "/Kids"+strings.Repeat("[", 200_000)), ""},
		{"no end of anything", []byte("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> 2 0 obj <</Kids[" + strings.Repeat("<<", 100_000)), "the PDF"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			start := time.Now()
			doc := &news.Document{}
			err := Read(doc, row.data)
			t.Log(time.Since(start)) // growth beyond linear runs into the deadline of go test
			if row.want == "" && row.reason != "arrays inside arrays" {
				require.NoError(t, err)
				assert.Contains(t, doc.Text, "voted on Monday to close the bridge.")
				return
			}
			if row.want != "" {
				require.Error(t, err)
				assert.Contains(t, err.Error(), row.want)
			}
		})
	}
}

func TestManyPagesAreBounded(t *testing.T) {
	list := slices.Repeat([][]shown{column(50, 700, "The council voted on Monday.")}, 300)
	doc := read(t, pages(t, list...))
	assert.Equal(t, 300, doc.OriginAt(len(doc.Text)-1).Page)
}

func FuzzRead(f *testing.F) {
	f.Add(pages(f, column(50, 700, "The city council voted", "on Mon-", "day.")))
	if data, err := os.ReadFile("testdata/columns.pdf"); err == nil {
		f.Add(data)
	}
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Pages 2 0 R>>2 0 obj<</Contents 3 0 R>>3 0 obj<<>>stream\nBT (x) Tj\nendstream trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := &news.Document{}
		if Read(doc, data) == nil {
			require.NotEmpty(t, doc.Text)
		}
	})
}

// FuzzContent draws whatever operators come.
func FuzzContent(f *testing.F) {
	f.Add("BT /F1 12 Tf 50 700 Td [(a) -300 (b)] TJ T* (c) ' ET q 1 0 0 -1 0 0 cm Q /X Do BI x ID y EI")
	f.Fuzz(func(t *testing.T, content string) {
		w := newFile()
		w.object(1, "<</Type/Catalog/Pages 2 0 R>>")
		w.object(2, "<</Type/Pages/Kids[4 0 R]/Resources<</Font<</F1 3 0 R>>/XObject<</X 5 0 R>>>>>>")
		w.object(3, helvetica)
		w.object(4, "<</Type/Page/Contents 5 0 R>>")
		w.stream(5, "/Subtype/Form", content)
		_ = Read(&news.Document{}, w.close())
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/columns.pdf")
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := Read(&news.Document{}, data); err != nil {
			b.Fatal(err)
		}
	}
}
