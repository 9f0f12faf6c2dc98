package page

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crosscheck/news"
)

// lead and more are two paragraphs of running text for the rows below.
const (
	lead = "The city council voted on Monday to close the harbour bridge for eleven months while its cables are replaced."
	more = "Traffic will be sent over the old crossing in the north, the mayor told reporters after the meeting."
)

// kinds lists each region as "kind: text".
func kinds(doc *news.Document) []string {
	var out []string
	for _, r := range doc.Regions {
		out = append(out, string(r.Kind)+": "+doc.At(r.Span))
	}
	return out
}

func TestText(t *testing.T) {
	for _, row := range []struct {
		reason string
		lines  []string // joined by line ends; "" is a blank line
		want   []string
	}{
		{"title, then text", []string{"Harbour bridge to close", "", lead, more},
			[]string{"headline: Harbour bridge to close", "body: " + lead, "body: " + more}},
		{"no title: the first paragraph is the story", []string{lead, more}, []string{"body: " + lead, "body: " + more}},
		{"one line alone is the story whatever it says", []string{"Sign up for our newsletter"}, []string{"body: Sign up for our newsletter"}},
		{"a title that is a question", []string{"What next for the bridge?", lead}, []string{"headline: What next for the bridge?", "body: " + lead}},
		{"a title closed by a full stop, as archives do", []string{"Harbour Bridge To Close For Eleven Months.", "", lead}, []string{"headline: Harbour Bridge To Close For Eleven Months.", "body: " + lead}},
		{"date, section and byline stand outside the story", []string{"POLITICS", "Harbour bridge to close for months", "By JANE DOE and John Roe", "Published July 3, 2013 at 3:20 pm EDT", lead, more},
			[]string{"furniture: POLITICS", "headline: Harbour bridge to close for months", "furniture: By JANE DOE and John Roe", "furniture: Published July 3, 2013 at 3:20 pm EDT", "body: " + lead, "body: " + more}},
		{"a date line before the title", []string{"3 July 2013 Last updated at 13:38 GMT", "Harbour bridge to close", lead, more},
			[]string{"furniture: 3 July 2013 Last updated at 13:38 GMT", "headline: Harbour bridge to close", "body: " + lead, "body: " + more}},
		{"a date inside the text heads an entry of a timeline", []string{lead, "July 3", more}, []string{"body: " + lead, "body: July 3", "body: " + more}},
		{"a date at the front of a paragraph", []string{"Harbour bridge to close", "", "Published July 27 2016 " + lead}, []string{"headline: Harbour bridge to close", "furniture: Published July 27 2016", "body: " + lead}},
		{"a sentence that begins with a date is left whole", []string{"Harbour bridge to close", "", "July 27, 2016, was the day on which the old cables were found to be worn."},
			[]string{"headline: Harbour bridge to close", "body: July 27, 2016, was the day on which the old cables were found to be worn."}},
		{"a short line without a stop below the title", []string{"Harbour bridge to close", "Traffic sent north for eleven months", lead, more},
			[]string{"headline: Harbour bridge to close", "deck: Traffic sent north for eleven months", "body: " + lead, "body: " + more}},
		{"a paragraph parted from the text by a byline", []string{"Harbour bridge to close", more, "By Jane Doe", lead},
			[]string{"headline: Harbour bridge to close", "deck: " + more, "furniture: By Jane Doe", "body: " + lead}},
		{"a credit in brackets ends a caption", []string{lead, "The harbour bridge at dusk on Sunday, June 30, 2013. (Jane Doe/AP Photo)", more},
			[]string{"body: " + lead, "caption: The harbour bridge at dusk on Sunday, June 30, 2013. (Jane Doe/AP Photo)", "body: " + more}},
		{"so does one without brackets", []string{lead, "The harbour bridge at dusk. Photograph: Jane Doe/The Gazette", "Workers on the cables. REUTERS/Jane Doe", more},
			[]string{"body: " + lead, "caption: The harbour bridge at dusk. Photograph: Jane Doe/The Gazette", "caption: Workers on the cables. REUTERS/Jane Doe", "body: " + more}},
		{"FILE", []string{lead, "FILE - Workers look at the cables of the harbour bridge on June 30, 2013.", more},
			[]string{"body: " + lead, "caption: FILE - Workers look at the cables of the harbour bridge on June 30, 2013.", "body: " + more}},
		{"the alternative text before a caption", []string{lead, "", "Mayor Jane Doe at Harbour Bridge", "", "Mayor Jane Doe stands below Harbour Bridge, June 30, 2013. (John Roe/Getty Images)", "", more},
			[]string{"body: " + lead, "caption: Mayor Jane Doe at Harbour Bridge", "caption: Mayor Jane Doe stands below Harbour Bridge, June 30, 2013. (John Roe/Getty Images)", "body: " + more}},
		{"a bracket with a party is no credit", []string{lead, "The plan was opposed by the leader of the minority, John Roe (D-Calif.)", more},
			[]string{"body: " + lead, "body: The plan was opposed by the leader of the minority, John Roe (D-Calif.)", "body: " + more}},
		{"a photo that is spoken of is no caption", []string{lead, "She said that the picture had been taken from a boat, and that she had sent the photo.", more},
			[]string{"body: " + lead, "body: She said that the picture had been taken from a boat, and that she had sent the photo.", "body: " + more}},
		{"advertising between paragraphs", []string{lead, "ADVERTISEMENT", more, "___", lead + " Again."}, []string{"body: " + lead, "furniture: ADVERTISEMENT", "body: " + more, "furniture: ___", "body: " + lead + " Again."}},
		{"another story named in a line", []string{lead, "SEE ALSO: Ferry to run again", "Read more: Ferry to run again", "MAYOR SAYS FERRY WILL RUN AGAIN", more},
			[]string{"body: " + lead, "teaser: SEE ALSO: Ferry to run again", "teaser: Read more: Ferry to run again", "teaser: MAYOR SAYS FERRY WILL RUN AGAIN", "body: " + more}},
		{"crossheads belong to the story", []string{lead, "THE FERRY", more, "Power cut", lead + " Again."}, []string{"body: " + lead, "body: THE FERRY", "body: " + more, "body: Power cut", "body: " + lead + " Again."}},
		{"a list of other stories at the end", []string{lead, more, "You May Also Like", "Ferry to run again", "The ferry between the islands is to run again from…", "Two held after brawl"},
			[]string{"body: " + lead, "body: " + more, "furniture: You May Also Like", "teaser: Ferry to run again", "teaser: The ferry between the islands is to run again from…", "teaser: Two held after brawl"}},
		{"a list inside, and the story goes on", []string{lead, "Related", "Ferry to run again", "Two held after brawl", more, lead + " Again."},
			[]string{"body: " + lead, "furniture: Related", "teaser: Ferry to run again", "teaser: Two held after brawl", "body: " + more, "body: " + lead + " Again."}},
		{"a navigation line before the story opens no list", []string{"Top stories", "Harbour bridge to close for months", lead, more},
			[]string{"furniture: Top stories", "headline: Harbour bridge to close for months", "body: " + lead, "body: " + more}},
		{"credits, notes and rights at the end", []string{lead, more, "The Associated Press contributed to this report.", "Roe reported from Washington.", "Correction: An earlier version of this story gave the wrong month.", "Copyright © 2019 The Gazette, LLC.", "Follow Jane Doe on Twitter @janedoe"},
			[]string{"body: " + lead, "body: " + more, "furniture: The Associated Press contributed to this report.", "furniture: Roe reported from Washington.", "furniture: Correction: An earlier version of this story gave the wrong month.", "furniture: Copyright © 2019 The Gazette, LLC.", "furniture: Follow Jane Doe on Twitter @janedoe"}},
		{"the desk's sign-off at the end of a paragraph", []string{lead, more + " (Reporting by Jane Doe; Editing by John Roe)"}, []string{"body: " + lead, "body: " + more, "furniture: (Reporting by Jane Doe; Editing by John Roe)"}},
		{"words that furniture begins with also begin sentences", []string{lead,
			"Sources close to the mayor said the cables had been known to be worn since March.", "By Tuesday the police had counted nine thousand cars on the old crossing.",
			"Contributing to the delay, the contractor said, was a strike at the wire works.", "For the latest figures the mayor pointed to the harbour office, which counts the cars.",
			"Correction of the plans will take until May, the contractor told the council.", "Watch committees were once the police of this town, the historian said."},
			[]string{"body: " + lead,
				"body: Sources close to the mayor said the cables had been known to be worn since March.", "body: By Tuesday the police had counted nine thousand cars on the old crossing.",
				"body: Contributing to the delay, the contractor said, was a strike at the wire works.", "body: For the latest figures the mayor pointed to the harbour office, which counts the cars.",
				"body: Correction of the plans will take until May, the contractor told the council.", "body: Watch committees were once the police of this town, the historian said."}},
		{"a title said twice", []string{"Harbour bridge to close", "", "Harbour bridge to close", "", lead}, []string{"headline: Harbour bridge to close", "furniture: Harbour bridge to close", "body: " + lead}},
		{"lines wrapped at a fixed width are one paragraph", []string{"Harbour bridge to close", "", "The city council voted on Monday to close the harbour", "bridge for eleven months while its worn cables are taken", "down and replaced. Traffic will be sent over the old", "crossing."},
			[]string{"headline: Harbour bridge to close", "body: The city council voted on Monday to close the harbour\nbridge for eleven months while its worn cables are taken\ndown and replaced. Traffic will be sent over the old\ncrossing."}},
		{"every kind of line end", []string{"Harbour bridge to close\r\n\r\n" + lead + "\u2028" + more}, []string{"headline: Harbour bridge to close", "body: " + lead, "body: " + more}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			doc := &news.Document{Text: strings.Join(row.lines, "\n")}
			Text(doc)
			assert.Equal(t, row.want, kinds(doc))
			cover(t, doc)
		})
	}
}

// cover holds the promise: every character that is not white space lies in
// exactly one region, and regions are in order.
func cover(t *testing.T, doc *news.Document) {
	t.Helper()
	at := 0
	for _, r := range doc.Regions {
		require.GreaterOrEqual(t, r.Start, at)
		require.Greater(t, r.End, r.Start)
		require.Empty(t, strings.TrimFunc(doc.Text[at:r.Start], unicode.IsSpace), "words between two regions")
		at = r.End
	}
	require.Empty(t, strings.TrimFunc(doc.Text[at:], unicode.IsSpace), "words after the last region")
}

func TestDeclared(t *testing.T) {
	for _, row := range []struct{ reason, line, source, outlet, day string }{
		{"an address", "Original Source: www.example.org", "www.example.org", "", ""},
		{"a paper inside a sentence", "This article originally appeared in The Gazette and is used with leave.", "The Gazette", "", ""},
		{"a source that names nobody", "Source: Agencies", "", "", ""},
		{"a source in running text is no line of its own", "Source material was scarce, said the historian who wrote the book.", "", "", ""},
		{"copyright", "Copyright © 2019 The Washington Gazette, LLC. All rights reserved.", "", "The Washington Gazette", ""},
		{"copyright in words", "Copyright 2016 The Associated Press. All rights reserved.", "", "The Associated Press", ""},
		{"a day stated", "Published July 3, 2013 at 3:20 pm", "", "", "2013-07-03"},
		{"a day with its weekday", "WEDNESDAY 03 JULY 2013", "", "", "2013-07-03"},
		{"a day of which month and day could be confused", "Published 03/07/2013", "", "", ""},
		{"one of which they cannot", "Published 27/07/2013", "", "", "2013-07-27"},
		{"an outlet somebody spoke to declares nothing", "He told Gazette News Digital that the bridge would close on July 3, 2013, at noon.", "", "", ""},
	} {
		t.Run(row.reason, func(t *testing.T) {
			doc := &news.Document{Text: "Harbour bridge to close\n\n" + lead + "\n\n" + more + "\n\n" + row.line}
			Text(doc)
			assert.Equal(t, row.source, doc.Source)
			assert.Equal(t, row.outlet, doc.Outlet)
			if row.day == "" {
				assert.True(t, doc.Published.IsZero(), doc.Published)
				return
			}
			assert.Equal(t, row.day, doc.Published.Format(time.DateOnly))
		})
	}
}

func TestDateline(t *testing.T) {
	for _, row := range []struct{ text, outlet string }{
		{"WASHINGTON (AP) — " + lead, "AP"},
		{"SIOUX FALLS, S.D. (Reuters) - " + lead, "Reuters"},
		{"BAGHDAD — " + lead, ""},
		{"The board (AP) — as it is called — " + lead, ""},
	} {
		doc := &news.Document{Text: "Harbour bridge to close\n\n" + row.text + "\n\n" + more}
		Text(doc)
		assert.Equal(t, row.outlet, doc.Outlet, row.text)
		assert.Contains(t, kinds(doc), "body: "+row.text, "a dateline belongs to its paragraph")
	}
}

func TestPublishedGoesBeforeUpdated(t *testing.T) {
	doc := &news.Document{Text: "Harbour bridge to close\nUpdated: July 5, 2013 15:01 IST\nJuly 2, 2013\n" + lead + "\n" + more}
	Text(doc)
	assert.Equal(t, "2013-07-02", doc.Published.Format(time.DateOnly))
	doc = &news.Document{Text: "Harbour bridge to close\nUpdated: July 5, 2013 15:01 IST\n" + lead + "\n" + more}
	Text(doc)
	assert.Equal(t, "2013-07-05", doc.Published.Format(time.DateOnly), "the only day stated")
}

func TestMarkdown(t *testing.T) {
	doc := &news.Document{Text: "---\ntitle: \"A title\"\noutlet: The Gazette\ndate: 2013-07-03\nlink: https://example.org/1\ntags: [a, b]\n---\n\n# Harbour bridge to close\n\n*By Jane Doe*\n\n" + lead + "\n\n## The ferry\n\n> " + more + "\n\n- " + lead + "\n\n![The bridge](bridge.jpg)\n"}
	Markdown(doc)
	cover(t, doc)
	assert.Equal(t, []string{
		"furniture: ---\ntitle: \"A title\"\noutlet: The Gazette\ndate: 2013-07-03\nlink: https://example.org/1\ntags: [a, b]\n---",
		"furniture: #", "headline: Harbour bridge to close", "furniture: *By Jane Doe*", "body: " + lead, "furniture: ##", "body: The ferry",
		"furniture: >", "body: " + more, "furniture: -", "body: " + lead, "caption: ![The bridge](bridge.jpg)",
	}, kinds(doc))
	assert.Equal(t, "A title", doc.Title)
	assert.Equal(t, "The Gazette", doc.Outlet)
	assert.Equal(t, "https://example.org/1", doc.URL)
	assert.Equal(t, "2013-07-03", doc.Published.Format(time.DateOnly))

	doc = &news.Document{Text: "---\n[broken: yaml\n---\n" + lead + "\n"}
	Markdown(doc)
	cover(t, doc)
	assert.Empty(t, doc.Title)
}

func TestBuild(t *testing.T) {
	doc := &news.Document{}
	Build(doc, []Part{
		{Text: "Harbour bridge\n  to close", Kind: news.Headline, Page: 1, Paragraph: 1},
		{Text: " \u00a0 "},
		{Text: lead, Page: 1, Paragraph: 2},
		{Text: "A pull quote", Kind: news.Teaser, Page: 2, Paragraph: 1},
		{Text: "Sign up for our newsletter", Page: 2, Paragraph: 2},
	})
	cover(t, doc)
	assert.Equal(t, []string{"headline: Harbour bridge to close", "body: " + lead, "teaser: A pull quote", "furniture: Sign up for our newsletter"}, kinds(doc))
	assert.Equal(t, "Harbour bridge to close", doc.Title)
	assert.Equal(t, news.Origin{Start: strings.Index(doc.Text, lead), Page: 1, Paragraph: 2}, doc.OriginAt(strings.Index(doc.Text, "council")))
	assert.Equal(t, 2, doc.OriginAt(len(doc.Text)-1).Page)
}

func TestParseTime(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"2013-07-03T13:38:00Z", "2013-07-03T13:38:00Z"}, {"2013-07-03T13:38:00+02:00", "2013-07-03T13:38:00+02:00"},
		{"2013-07-03T13:38:00.000+0200", "2013-07-03T13:38:00+02:00"}, {"2013-07-03", "2013-07-03T00:00:00Z"},
		{"Wed, 03 Jul 2013 13:38:00 GMT", "2013-07-03T13:38:00Z"}, {"July 3, 2013", "2013-07-03T00:00:00Z"}, {"3 July 2013, 13:38 BST", "2013-07-03T00:00:00Z"},
		{"last week", ""}, {"", ""}, {"03/07/2013", ""}, {"0001-01-01", ""},
	} {
		got, ok := ParseTime(row.in)
		assert.Equal(t, row.want != "", ok, row.in)
		if ok {
			assert.Equal(t, row.want, got.Format(time.RFC3339), row.in)
		}
	}
}

// TestWordLists holds the shipped lists to their own rule: folded, no doubles
// where a phrase could not match.
func TestWordLists(t *testing.T) {
	lex := english()
	for _, list := range []map[string]bool{lex.furniture, lex.openers, lex.credits} {
		for w := range list {
			assert.Equal(t, fold(w), w)
			assert.Equal(t, bare(w), w, "a phrase is matched without its outer punctuation")
		}
	}
	for _, list := range []phrases{lex.starts, lex.labels, lex.teasers, lex.read, lex.captions, lex.bylines} {
		for first, group := range list {
			for _, p := range group {
				assert.Equal(t, fold(p), p)
				assert.Equal(t, p, list.begin(p), "%s is found by its first word %q", p, first)
			}
		}
	}
}

// TestLargeInput ends in a moment on texts that are no articles.
func TestLargeInput(t *testing.T) {
	for reason, text := range map[string]string{
		"one line of 10 MB": strings.Repeat("word and figure 17, ", 500_000),
		"dashes":            strings.Repeat("—", 350_000),
		"brackets":          strings.Repeat("(", 1<<20) + ")",
		"short lines":       strings.Repeat("Related\nA title\n", 60_000),
		"blank lines":       strings.Repeat("\r\n", 500_000),
		"commas in a block": strings.Repeat("Jul 1 2013 ", 90_000),
	} {
		start := time.Now()
		doc := &news.Document{Text: text}
		Text(doc)
		Markdown(doc)
		cover(t, doc)
		t.Logf("%s: %v", reason, time.Since(start)) // growth beyond linear runs into the deadline of go test
	}
}

func FuzzRegions(f *testing.F) {
	for _, s := range []string{lead, "Title\n\n" + lead + "\nRelated\nMore\n", "---\ntitle: x\n---\n# A\n> b", "Published July 27 2016 A b c d e f g h i", "(Reporting by A)", "\u0085\u2028Ⱥ’s", "![](x)", "27 Jul 2016 27 Jul 2016 A b c d e f g h"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		for _, read := range []func(*news.Document){Text, Markdown} {
			doc := &news.Document{Text: s}
			read(doc)
			require.Equal(t, s, doc.Text)
			cover(t, doc)
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := "Harbour bridge to close\nBy Jane Doe\nPublished July 3, 2013\n\n" + strings.Repeat(lead+"\n"+more+"\n", 20) + "You May Also Like\nA title\nAnother\n"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Text(&news.Document{Text: text})
	}
}
