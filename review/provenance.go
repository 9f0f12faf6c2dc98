package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"crosscheck/news"
)

// provenanceView is the picture of which documents are one story and what the
// stories share, with the same told in words below.
type provenanceView struct {
	Width, Height int
	Groups        []groupBox
	Lines         []line
	Arcs          []arc
	Stories       []storyView
	Counted       string
	Said          string // the picture in one sentence
}

// groupBox is a story: a box around its documents.
type groupBox struct {
	X, Y, W, H int
	Label      string
	Nodes      []node
	docs       []string
}

type node struct {
	X, Y, W, H      int
	TextX, TextY    int
	Name, Full, URL string
	Primary, Draft  bool
}

// line joins two stories that share figures, quotations or speakers.
type line struct {
	Path               string
	X, Y, Many, Weight int // where on it stands how much they share
	Title              string
}

// arc joins two documents of one story.
type arc struct{ Path, Title string }

type storyView struct {
	Label string
	Docs  []link
	Basis []basisView
}

type basisView struct {
	Text     string
	Passages []shownPassage
}

// The measures of the picture, in its own units.
const (
	columns    = 3
	boxWidth   = 290
	boxGap     = 70
	boxHead    = 34
	nodeHeight = 34
	nodeGap    = 10
	margin     = 16
	arcRoom    = 34 // left of the nodes
	nameRoom   = 26 // letters that fit a node
	linesDrawn = 60 // of the strongest links between stories
	arcHeight  = 48 // over the boxes of a row
)

func (s *session) provenance() *provenanceView {
	v := &provenanceView{Counted: s.words.Counted()}
	for _, g := range s.groups() {
		v.Groups = append(v.Groups, groupBox{docs: g})
	}
	s.layOut(v)
	s.joinStories(v)
	s.joinCopies(v)
	for _, g := range v.Groups {
		st := storyView{Label: g.Label}
		for _, id := range g.docs {
			st.Docs = append(st.Docs, link{articleURL(id, ""), s.words.Name(id)})
		}
		if lin := s.rep.Lineage(g.docs[0]); lin != nil && len(g.docs) > 1 {
			for _, b := range lin.Basis {
				bv := basisView{Text: visible(b.Text)}
				for _, p := range b.Evidence[:min(len(b.Evidence), passagesShown)] {
					bv.Passages = append(bv.Passages, s.passage(p))
				}
				st.Basis = append(st.Basis, bv)
			}
		}
		v.Stories = append(v.Stories, st)
	}
	v.Said = v.Counted
	if told := s.words.Stories(); len(told) > 0 {
		v.Said += ". " + strings.Join(told, ". ")
	}
	return v
}

// groups are the stories in order of their first document.
func (s *session) groups() [][]string {
	var out [][]string
	at := map[string]int{}
	for _, doc := range s.rep.Documents {
		story := s.docs[doc.ID].story
		i, known := at[story]
		if !known {
			i = len(out)
			at[story] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], doc.ID)
	}
	return out
}

// layOut puts the boxes in rows.
func (s *session) layOut(v *provenanceView) {
	x, y, tallest := margin, margin+arcHeight, 0
	for i := range v.Groups {
		g := &v.Groups[i]
		if i > 0 && i%columns == 0 {
			x, y, tallest = margin, y+tallest+boxGap, 0
		}
		g.X, g.Y, g.W = x, y, boxWidth
		g.H = boxHead + len(g.docs)*(nodeHeight+nodeGap) + nodeGap
		g.Label = "One article"
		if len(g.docs) > 1 {
			g.Label = fmt.Sprintf("One story in %d articles", len(g.docs))
		}
		for k, id := range g.docs {
			doc := s.docs[id]
			n := node{X: x + arcRoom, Y: y + boxHead + k*(nodeHeight+nodeGap), W: boxWidth - arcRoom - 12, H: nodeHeight,
				Full: s.words.Name(id), URL: articleURL(id, ""), Primary: doc.Primary, Draft: id == s.rep.Draft}
			if doc.Title != "" {
				n.Full += ": " + visible(doc.Title)
			}
			n.Name, n.TextX, n.TextY = excerpt(s.words.Name(id), nameRoom), n.X+12, n.Y+22
			g.Nodes = append(g.Nodes, n)
		}
		tallest = max(tallest, g.H)
		v.Width, v.Height = max(v.Width, x+boxWidth+margin), y+tallest+margin
		x += boxWidth + boxGap
	}
}

// pair is two stories by their places.
type pair struct{ a, b int }

// sharing counts, by kind, what each two independent stories have in common.
func (s *session) sharing(groups []groupBox) map[pair]map[string]int {
	shared := map[pair]map[string]int{}
	for _, r := range s.rep.Matrix {
		if len(r.Cells) > len(groups)*2 && len(groups) > 20 {
			continue // what nearly everybody has joins nobody
		}
		var in []int
		for _, c := range r.Cells {
			i := slices.IndexFunc(groups, func(g groupBox) bool { return slices.Contains(g.docs, c.Document) })
			if i >= 0 && !slices.Contains(in, i) {
				in = append(in, i)
			}
		}
		slices.Sort(in)
		for i, a := range in {
			for _, b := range in[i+1:] {
				if shared[pair{a, b}] == nil {
					shared[pair{a, b}] = map[string]int{}
				}
				shared[pair{a, b}][r.Kind]++
			}
		}
	}
	return shared
}

// joinStories draws what independent stories have in common, the most first.
func (s *session) joinStories(v *provenanceView) {
	shared := s.sharing(v.Groups)
	total := func(p pair) (n int) {
		for _, k := range shared[p] {
			n += k
		}
		return n
	}
	pairs := slices.SortedFunc(maps.Keys(shared), func(p, q pair) int {
		return cmp.Or(total(q)-total(p), p.a-q.a, p.b-q.b)
	})
	names := []choice{{"figure", "figure"}, {"quote", "quotation"}, {"speaker", "speaker"}}
	for _, p := range pairs[:min(len(pairs), linesDrawn)] {
		var said []string
		for _, kind := range names {
			if n := shared[p][kind.Value]; n > 0 {
				said = append(said, news.Plural(n, kind.Label))
			}
		}
		l := between(v.Groups[p.a], v.Groups[p.b])
		l.Many, l.Weight, l.Title = total(p), min(6, 1+total(p)/4), "in common: "+strings.Join(said, ", ")
		v.Lines = append(v.Lines, l)
	}
}

// between is the way from one box to another: straight to a neighbour, in an
// arc over the boxes between them in a row, down from row to row.
func between(a, b groupBox) line {
	if a.Y != b.Y {
		x1, y1, x2, y2 := a.X+a.W/2, a.Y+a.H, b.X+b.W/2, b.Y
		return line{Path: fmt.Sprintf("M%d %dL%d %d", x1, y1, x2, y2), X: (x1 + x2) / 2, Y: (y1 + y2) / 2}
	}
	if b.X-a.X == boxWidth+boxGap {
		y := a.Y + boxHead/2
		return line{Path: fmt.Sprintf("M%d %dH%d", a.X+a.W, y, b.X), X: (a.X + a.W + b.X) / 2, Y: y}
	}
	x1, x2, top := a.X+a.W/2, b.X+b.W/2, a.Y-arcHeight
	return line{Path: fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, a.Y, x1, top, x2, top, x2, b.Y), X: (x1 + x2) / 2, Y: a.Y - arcHeight*3/4}
}

// joinCopies draws, beside the documents of a story, which of them were found
// to be copies of each other.
func (s *session) joinCopies(v *provenanceView) {
	for _, g := range v.Groups {
		lin := s.rep.Lineage(g.docs[0])
		if lin == nil {
			continue
		}
		said := map[[2]int][]string{}
		var order [][2]int
		for _, b := range lin.Basis {
			for i, p := range b.Evidence {
				for _, q := range b.Evidence[i+1:] {
					k := [2]int{slices.Index(g.docs, p.Document), slices.Index(g.docs, q.Document)}
					slices.Sort(k[:])
					if k[0] < 0 || k[0] == k[1] || slices.Contains(said[k], b.Text) {
						continue
					}
					if said[k] == nil {
						order = append(order, k)
					}
					said[k] = append(said[k], visible(b.Text))
				}
			}
		}
		for _, k := range order {
			a, b := g.Nodes[k[0]], g.Nodes[k[1]]
			y1, y2 := a.Y+a.H/2, b.Y+b.H/2
			bend := a.X - min(arcRoom-6, 10+8*(k[1]-k[0]))
			v.Arcs = append(v.Arcs, arc{fmt.Sprintf("M%d %d C%d %d %d %d %d %d", a.X, y1, bend, y1, bend, y2, b.X, y2), a.Full + " and " + b.Full + ": " + strings.Join(said[k], "; ")})
		}
	}
}
