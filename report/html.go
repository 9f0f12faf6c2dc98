package report

import (
	_ "embed"
	"html/template"
	"io"

	"crosscheck/news"
)

//go:embed page.html
var pageSource string

//go:embed page.css
var pageStyle string

var page = template.Must(template.New("page").Parse(pageSource))

// writeHTML writes one page that needs nothing else: no script, no network. It
// shows every finding unless a severity was asked for.
func writeHTML(w io.Writer, rep *news.Report, opt Options) error {
	if opt.Min == "" {
		opt.Min = news.Low
	}
	v := newView(rep, opt)
	p := &pageView{view: v, Style: template.CSS(pageStyle), Unread: rep.Unread, HiddenText: v.HiddenLine(""), DismissedText: v.DismissedLine("")}
	for i, f := range v.Shown {
		p.Findings = append(p.Findings, v.pageFinding(i+1, f))
	}
	for _, f := range v.Worth {
		p.Compatible = append(p.Compatible, v.pageFinding(0, f))
	}
	for _, tick := range rep.Ticks {
		doc := rep.Document(tick.Item.Document)
		line, _ := v.at.position(doc, tick.Item.Span.Start)
		p.Ticks = append(p.Ticks, pageTick{line, clean(doc.At(tick.Item.Span)), tick.Kind, string(tick.Status), tickWords[tick.Status], v.Supporters(tick)})
	}
	return page.Execute(w, p)
}

// pageView is what the template sees.
type pageView struct {
	*view
	Style                template.CSS
	Findings, Compatible []pageFinding
	Ticks                []pageTick
	Unread               []news.Unread
	HiddenText           string
	DismissedText        string
}

type pageFinding struct {
	N int
	news.Finding
	Label, Parties, Headline string
	Decided                  string
	Sides                    []pageSide
}

type pageSide struct {
	Letter   string
	Passages []pagePassage
}

type pagePassage struct {
	Place string
	Words []segment
}

type pageTick struct {
	Line                             int
	Item, Kind, Status, Words, Names string
}

func (v *view) pageFinding(n int, f news.Finding) pageFinding {
	out := pageFinding{N: n, Finding: f, Label: v.Label(f), Parties: v.Parties(f), Headline: v.Headline(f), Decided: v.Decided(f)}
	out.Message, out.Why, out.Settle = clean(f.Message), clean(f.Why), clean(f.Settle)
	for _, s := range sides(f) {
		ps := pageSide{Letter: s.Letter}
		for _, p := range s.Passages {
			ps.Passages = append(ps.Passages, pagePassage{v.Place(p), segments(v.context(p))})
		}
		out.Sides = append(out.Sides, ps)
	}
	return out
}
