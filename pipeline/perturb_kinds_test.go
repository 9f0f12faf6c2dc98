package pipeline

import (
	"regexp"
	"slices"
	"strings"

	"crosscheck/news"
)

// replace changes the first place where a whole word stands in the story, one
// way per pair, keeping the capital.
func replace(pairs ...string) func(source) [][]edit {
	return func(base source) [][]edit {
		var out [][]edit
		for i := 0; i+1 < len(pairs); i += 2 {
			for _, span := range words(base, pairs[i]) {
				to := pairs[i+1]
				if at := base.text.Doc.At(span); at[:1] != strings.ToLower(at[:1]) && to != "" {
					to = strings.ToUpper(to[:1]) + to[1:]
				}
				out = append(out, []edit{{span, to}})
			}
		}
		return out
	}
}

// words are the places where a pattern stands as whole words in the body.
func words(base source, pattern string) []news.Span {
	var out []news.Span
	re := regexp.MustCompile(`(?i)\b(?:` + pattern + `)`)
	doc := base.text.Doc
	for _, m := range re.FindAllStringIndex(doc.Text, -1) {
		if doc.RegionAt(m[0]) == news.Body {
			out = append(out, news.Span{Start: m[0], End: m[1]})
		}
	}
	return out
}

// plain are the figures of the body that are one number of things.
func plain(base source) []news.Figure {
	var out []news.Figure
	for _, f := range base.ext.Figures {
		switch f.Kind {
		case news.Count, news.Money, news.Percent, news.Measure, news.Duration, news.Age:
			if f.Region == news.Body && len(f.Value) == 1 {
				out = append(out, f)
			}
		}
	}
	return out
}

var digits = regexp.MustCompile(`[1-9]`)

var numberWords = map[string]string{"six": "nine", "seven": "twelve", "eleven": "thirty", "nine": "nineteen", "fourteen": "forty", "seventeen": "seventy", "twenty-six": "sixty-two", "twenty-two": "thirty-two", "two": "five", "three": "six"}

func otherNumbers(base source) [][]edit {
	var out [][]edit
	for _, f := range plain(base) {
		n := base.text.Doc.At(f.Number)
		if at := digits.FindStringIndex(n); at != nil {
			d := n[at[0]] + 2
			if d > '9' {
				d -= 6
			}
			out = append(out, []edit{{news.Span{Start: f.Number.Start + at[0], End: f.Number.Start + at[1]}, string(d)}})
		} else if other := numberWords[strings.ToLower(n)]; other != "" {
			if n[:1] != strings.ToLower(n[:1]) {
				other = strings.ToUpper(other[:1]) + other[1:]
			}
			out = append(out, []edit{{f.Number, other}})
		}
	}
	return out
}

// misspelt writes a person's surname wrong wherever the article has it.
func misspelt(base source) [][]edit {
	var out [][]edit
	seen := map[string]bool{}
	for _, m := range base.ext.Mentions {
		parts := strings.Fields(m.Name)
		if m.Kind != news.Person || len(parts) < 2 || seen[m.Name] {
			continue
		}
		seen[m.Name] = true
		last := parts[len(parts)-1]
		wrong := last[:1] + last[2:3] + last[1:2] + last[3:]
		if wrong == last {
			continue
		}
		var edits []edit
		for _, span := range words(base, regexp.QuoteMeta(last)) {
			edits = append(edits, edit{span, wrong})
		}
		if len(edits) > 0 {
			out = append(out, edits)
		}
	}
	return out
}

// quoted are the spans between curly marks in the body.
func quoted(base source) []news.Span {
	var out []news.Span
	doc := base.text.Doc
	for _, m := range regexp.MustCompile(`“([^”]+)”`).FindAllStringSubmatchIndex(doc.Text, -1) {
		if doc.RegionAt(m[0]) == news.Body {
			out = append(out, news.Span{Start: m[2], End: m[3]})
		}
	}
	return out
}

// substitutes put a word of another sense in a word's place, by tag.
var substitutes = map[string]string{"NN": "harbour", "NNS": "harbours", "VB": "abandon", "VBD": "abandoned", "VBN": "abandoned", "JJ": "purple", "VBG": "abandoning"}

func quoteWords(base source) [][]edit {
	var out [][]edit
	for _, q := range quoted(base) {
		first, last := base.text.Range(q)
		for i := first; i < last; i++ {
			tok := base.text.Tokens[i]
			if sub := substitutes[tok.Tag]; sub != "" && len(tok.Text) >= 5 && last-first >= 4 {
				out = append(out, []edit{{tok.Span, sub}})
				break
			}
		}
	}
	return out
}

// turns are ends of quotations that limit or turn what stands before them.
var turns = []*regexp.Regexp{
	regexp.MustCompile(`,? (?:but|unless|without|until) .*$`),
	regexp.MustCompile(`,? in or near .*$`),
	regexp.MustCompile(`,? at all times[.,]?$`),
}

// middles are words inside a quotation that limit the rest.
var middles = regexp.MustCompile(` (?:required by law|no longer|or near|every one of|in this room|of this company|nobody|will not|does not)\b`)

// cutQuotes cuts the end, or words in the middle, out of a quotation without a sign.
func cutQuotes(base source) [][]edit {
	var out [][]edit
	for _, q := range quoted(base) {
		words := base.text.Doc.At(q)
		for _, turn := range turns {
			if m := turn.FindStringIndex(words); m != nil && m[0] > 10 {
				end := ""
				if strings.HasSuffix(words, ",") || strings.HasSuffix(words, ".") {
					end = words[len(words)-1:]
				}
				out = append(out, []edit{{news.Span{Start: q.Start + m[0], End: q.End}, end}})
			}
		}
		if m := middles.FindStringIndex(words); m != nil {
			out = append(out, []edit{{news.Span{Start: q.Start + m[0], End: q.Start + m[1]}, ""}})
		}
	}
	return out
}

// sourced are the claims of the body whose one source is named in the same
// sentence.
func sourced(base source) []news.Claim {
	var out []news.Claim
	for _, c := range base.ext.Claims {
		if c.Region == news.Body && len(c.Source) == 1 && len(c.Cue) == 1 && c.Speaker.How == news.ByName && c.Parent == "" {
			out = append(out, c)
		}
	}
	return out
}

func otherSources(to string, kinds ...news.SpeakerKind) func(source) [][]edit {
	return func(base source) [][]edit {
		var out [][]edit
		for _, c := range sourced(base) {
			for _, k := range kinds {
				if c.Speaker.Kind == k {
					name := to
					if base.text.Doc.At(c.Source[0])[:1] == "t" || k == news.Person {
						out = append(out, []edit{{c.Source[0], name}})
					}
				}
			}
		}
		return out
	}
}

// droppedSources takes ", X said" off the end of a statement that is not quoted.
func droppedSources(base source) [][]edit {
	var out [][]edit
	doc := base.text.Doc
	for _, c := range sourced(base) {
		at := news.Span{Start: min(c.Source[0].Start, c.Cue[0].Start), End: max(c.Source[0].End, c.Cue[0].End)}
		if c.Form != news.Indirect || at.Start < 2 || doc.Text[at.Start-2:at.Start] != ", " || at.End >= len(doc.Text) || doc.Text[at.End] != '.' {
			continue
		}
		out = append(out, []edit{{news.Span{Start: at.Start - 2, End: at.End}, ""}})
	}
	return out
}

// droppedLeads takes "X said", "X said that" and "According to X," off the
// front of a statement that is not quoted.
func droppedLeads(base source) [][]edit {
	var out [][]edit
	doc := base.text.Doc
	for _, c := range sourced(base) {
		lead := news.Span{Start: min(c.Source[0].Start, c.Cue[0].Start), End: max(c.Source[0].End, c.Cue[0].End)}
		s := base.text.SentenceAt(lead.Start)
		if c.Form != news.Indirect || len(c.Content) != 1 || s < 0 || base.text.Sentences[s].Span.Start != lead.Start || c.Content[0].Start < lead.End || c.Content[0].Start > lead.End+6 || c.Content[0].Len() < 30 {
			continue
		}
		if !slices.Contains([]string{"said", "told parliament that", "admitted", "told parliament"}, strings.ToLower(doc.At(c.Cue[0]))) {
			continue // "urged" or "warned" is an act, and without its actor another sentence
		}
		first := c.Content[0].Start
		out = append(out, []edit{{news.Span{Start: lead.Start, End: first + 1}, strings.ToUpper(doc.Text[first : first+1])}})
	}
	return out
}

// droppedCredits takes ", according to X" off a statement.
func droppedCredits(base source) [][]edit {
	var out [][]edit
	for _, span := range words(base, `according to [^.,]*`) {
		if doc := base.text.Doc; span.Start > 2 && doc.Text[span.Start-2:span.Start] == ", " {
			out = append(out, []edit{{news.Span{Start: span.Start - 2, End: span.End}, ""}})
		}
	}
	return out
}

// all makes the changes of several functions, one at a time.
func all(list ...func(source) [][]edit) func(source) [][]edit {
	return func(base source) [][]edit {
		var out [][]edit
		for _, f := range list {
			out = append(out, f(base)...)
		}
		return out
	}
}

var perturbations = []perturbation{
	{"number", []string{"number", "unit", "quote"}, otherNumbers},
	{"magnitude", []string{"number", "quote"}, replace("million", "billion", "billion", "million")},
	{"unit", []string{"unit", "number"}, replace("kilometres", "miles", "miles", "kilometres", "percent", "percentage points", "euros", "dollars")},
	{"bound", []string{"number", "quantifier", "scope"}, replace("at least", "at most", "more than", "fewer than", "about", "exactly")},
	{"name", []string{"name"}, misspelt},
	{"title", []string{"title", "name"}, replace("Transport Minister", "Finance Minister", "Mayor", "Governor", "Chief Executive(?: officer)?", "finance director", "head of the rescue service", "treasurer of the rescue service", "Chief Executive(?: officer)?", "operations director", "Mayor", "Sheriff", "Transport Minister", "Defence Minister", "Councilman", "Senator", "Councilwoman", "Sheriff", "Council member", "Judge", "Coast guard spokeswoman", "Coast guard commander", "the chairwoman", "the treasurer")},
	{"quote word", []string{"quote"}, quoteWords},
	{"cut quote", []string{"quote"}, cutQuotes},
	{"speaker", []string{"source"}, otherSources("Marta Lindqvist", news.Person)},
	{"attribution dropped", []string{"source"}, all(droppedSources, droppedLeads, droppedCredits)},
	{"attribution generalised", []string{"source"}, otherSources("officials", news.Person)},
	{"negation", []string{"polarity"}, replace("were killed", "were not killed", "has agreed", "has not agreed", "was called off", "was not called off", "were being treated", "were not being treated", "is subject to", "is not subject to", "was arrested", "was not arrested", "was suspended", "was not suspended", "would consider", "would not consider", "must be approved", "must not be approved", "would end", "would not end", "will take", "will not take", "will rise", "will not rise", "has passed", "has not passed")},
	{"antonym", []string{"polarity"}, replace("rejected", "accepted", "accepted", "rejected", "admitted", "denied", "denied", "admitted", "rose", "fell", "approved", "rejected", "opposed", "supported", "adopted", "rejected", "began", "ended")},
	{"hedge", []string{"hedge", "modal", "certainty"}, replace("apparently ", "", "had been aboard", "had reportedly been aboard", "would consider suspending", "will suspend", "was arrested", "was reportedly arrested", "was cut", "may have been cut", "broke out", "allegedly broke out", "will rise", "may rise", "will pay", "may pay", "has passed", "has reportedly passed", "approved its", "allegedly approved its",
		"were killed", "were reportedly killed", "were brought ashore", "were reportedly brought ashore", "have recovered", "have reportedly recovered", "had been missed", "had allegedly been missed", "was rejected", "was reportedly rejected",
		"controlled about", "allegedly controlled about", "took part", "apparently took part", "was built", "was probably built", "demonstrated in", "reportedly demonstrated in", "people died", "people reportedly died",
		"were carried out", "may have been carried out", "is due to begin", "may begin", "earned", "reportedly earned", "employs", "is believed to employ", "will pay", "is considering paying", "will suspend", "might suspend", "would suspend", "could suspend")},
	{"weekday", []string{"date", "time"}, replace("Tuesday", "Thursday", "Wednesday", "Friday", "Monday", "Saturday")},
	{"scope", []string{"scope", "number", "quote", "date"}, replace("most of them", "all of them", "all of them", "some of them", "every one", "most", "All inspections", "Some inspections", "passengers and crew", "passengers", "before the summer", "", "in the first quarter", "", "burns or smoke poisoning", "burns", "cost and distraction", "cost", "helicopters and 12 fishing boats", "12 fishing boats",
		"more than 300 bakeries", "300 bakeries", "if the inspection had been missed", "", "on time", "", "for the coming year", "", "some 300", "all 300")},
}

func appended(text string) func(source) [][]edit {
	return func(base source) [][]edit {
		end := len(base.text.Doc.Text)
		return [][]edit{{{news.Span{Start: end, End: end}, text}}}
	}
}

// everywhere makes all of the changes together.
func everywhere(f func(source) [][]edit) func(source) [][]edit {
	return func(base source) [][]edit {
		var all []edit
		for _, edits := range f(base) {
			all = append(all, edits...)
		}
		if len(all) == 0 {
			return nil
		}
		return [][]edit{all}
	}
}

// merged joins the second and third paragraph.
func merged(base source) [][]edit {
	at := strings.Index(base.text.Doc.Text, "\n\n")
	if at < 0 {
		return nil
	}
	next := strings.Index(base.text.Doc.Text[at+2:], "\n\n")
	if next < 0 {
		return nil
	}
	next += at + 2
	return [][]edit{{{news.Span{Start: next, End: next + 2}, " "}}}
}

// split makes a paragraph of the second sentence of a paragraph.
func split(base source) [][]edit {
	sents := base.text.Sentences
	for i := 1; i < len(sents); i++ {
		between := news.Span{Start: sents[i-1].Span.End, End: sents[i].Span.Start}
		if sents[i].Region == news.Body && base.text.Doc.At(between) == " " {
			return [][]edit{{{between, "\n\n"}}}
		}
	}
	return nil
}

// moved puts ", X said" in front of an unquoted statement.
func moved(base source) [][]edit {
	var out [][]edit
	doc := base.text.Doc
	for _, edits := range droppedSources(base) {
		end := edits[0].span
		s := base.text.Sentences[base.text.SentenceAt(end.Start)].Span
		who := strings.TrimPrefix(doc.At(end), ", ")
		head := doc.Text[s.Start : s.Start+1]
		if doc.RegionAt(s.Start) == news.Body && strings.HasPrefix(who, "the ") && !strings.Contains(doc.Text[s.Start:s.End], "—") {
			out = append(out, []edit{{news.Span{Start: s.Start, End: s.Start + 1}, "T" + who[1:] + " that " + strings.ToLower(head)}, {end, ""}})
		}
	}
	return out
}

var harmless = []perturbation{
	{"said / stated", nil, everywhere(replace("said", "stated"))},
	{"number format", nil, everywhere(replace(`2,300`, "2300", `9,000`, "9000", "percent", "per cent", "nine people", "9 people", "eleven states", "11 states", "Fourteen", "14", "Seventeen people", "17 people"))},
	{"money format", nil, everywhere(replace("84 million euros", "€84 million", "3.1 million dollars", "$3.1 million"))},
	{"name form", nil, everywhere(replace("Brandvold said", "Ms. Brandvold said", "Olin told", "Ms. Olin told", "Solis said", "Ms. Solis said", "Chief Executive Marianne", "chief executive Marianne"))},
	{"quote marks", nil, everywhere(replaceMarks)},
	{"merged paragraphs", nil, merged},
	{"contraction", nil, everywhere(replace("does not", "doesn't", "did not", "didn't", "would not", "wouldn't"))},
	{"boilerplate", nil, appended("\n\nSign up for our newsletter and get 5 stories a day\n\n© 2025 All rights reserved\n")},
	{"teasers", nil, appended("\n\nShare and Follow\nYou May Also Like\n12 things to know about houses that sold for $3M\n\nThe 25 best films of 1999, ranked\n")},
	{"order of clauses", nil, moved},
	{"spelling of English", nil, everywhere(replace("licence", "license", "harbour", "harbor", "kilometres", "kilometers", "organisers", "organizers"))},
	{"abbreviation", nil, everywhere(replace("Councilwoman Renata", "Coun. Renata", `a\.m\.`, "am", `p\.m\.`, "pm"))},
	{"commas", nil, everywhere(replace("early on Tuesday,", "early on Tuesday", "last year,", "last year", ", a passenger,", ", a passenger"))},
	{"paragraphs split", nil, split},
	{"dashes and spaces", nil, everywhere(replace("  ", " ", "burnt-out", "burnt out", "price-fixing", "price fixing", "full-year", "full year"))},
	{"byline and credit", nil, appended("\n\nReporting by Jane Doe; editing by John Smith\n")},
	{"said that", nil, everywhere(replace("said he", "said that he", "said she", "said that she", "said it", "said that it", "said the", "said that the", "said they", "said that they"))},
	{"synonym of no weight", nil, everywhere(replace("shortly", "soon", "also", "as well", "reporters", "journalists"))},
}

func replaceMarks(base source) [][]edit {
	var out [][]edit
	for i, r := range base.text.Doc.Text {
		if r == '“' || r == '”' {
			out = append(out, []edit{{news.Span{Start: i, End: i + len(string(r))}, `"`}})
		}
	}
	return out
}
