package pdf

import (
	"bytes"
	"math"
	"strings"
)

// Bounds on what a file may draw, and one page of it.
const (
	maxDrawn     = 10_000_000 // operators and characters of a file
	maxForms     = 2_000
	maxFormDepth = 10
)

// matrix is a PDF transformation: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times is m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// run is characters shown one after the other on one line.
type run struct {
	text     string
	x, y     float64 // of its beginning, on the base line
	end      float64 // where the next character would stand
	size     float64
	turned   bool // not written from left to right
	artifact bool // marked as belonging to the page, not the text
	spaced   bool // a space was shown before it
}

// state is what q saves and Q brings back.
type state struct {
	ctm                        matrix
	font                       *font
	size, charSpace, wordSpace float64
	stretch, leading, rise     float64
}

// painter interprets the content of one page as far as text goes.
type painter struct {
	file     *file
	fonts    map[ref]*font
	runs     []run
	forms    int
	images   int
	state    state
	saved    []state
	line, at matrix // the text line's beginning, and the place in it
	marks    []bool // marked content: whether each open one is an artifact
	spaced   bool   // a space was shown last
}

// paint draws a page.
func (f *file) paint(s sheet) *painter {
	p := &painter{file: f, fonts: map[ref]*font{}, state: state{ctm: identity, stretch: 1}}
	var content bytes.Buffer
	for _, part := range f.listOf(s.page["Contents"]) {
		if st, ok := f.get(part).(stream); ok {
			content.Write(f.unpack(st))
			content.WriteByte('\n')
		}
	}
	p.run(content.Bytes(), s.resources, 0)
	return p
}

// run interprets one stream of operators.
func (p *painter) run(data []byte, resources dict, depth int) {
	l := &lexer{data: data}
	var operands array
	for !l.done && p.file.drawn <= maxDrawn {
		v := l.object()
		op, ok := v.(keyword)
		if !ok {
			if len(operands) < 64 {
				operands = append(operands, v)
			}
			continue
		}
		p.file.drawn++
		if op == "BI" {
			skipImage(l)
			p.images++
		} else {
			p.operator(op, operands, resources, depth)
		}
		operands = operands[:0]
	}
}

// skipImage moves past an image that stands in the content itself.
func skipImage(l *lexer) {
	for at := l.at; at < len(l.data); {
		i := bytes.Index(l.data[at:], []byte("EI"))
		if i < 0 {
			break
		}
		at += i + 2
		if space(l.data[at-3]) && (at == len(l.data) || space(l.data[at])) {
			l.at = at
			return
		}
	}
	l.at, l.done = len(l.data), true
}

// operator carries out one operator.
func (p *painter) operator(op keyword, operands array, resources dict, depth int) {
	num := func(i int) float64 {
		if i >= 0 && i < len(operands) {
			v, _ := operands[i].(float64)
			return v
		}
		return 0
	}
	s := &p.state
	switch op {
	case "q":
		if len(p.saved) < 512 {
			p.saved = append(p.saved, *s)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			*s, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		s.ctm = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}.times(s.ctm)
	case "BT":
		p.line, p.at = identity, identity
	case "Tf":
		if len(operands) > 0 {
			s.font = p.fontNamed(operands[0], resources)
		}
		s.size = num(1)
	case "Tc":
		s.charSpace = num(0)
	case "Tw":
		s.wordSpace = num(0)
	case "Tz":
		s.stretch = num(0) / 100
	case "TL":
		s.leading = num(0)
	case "Ts":
		s.rise = num(0)
	case "Td":
		p.move(num(0), num(1))
	case "TD":
		s.leading = -num(1)
		p.move(num(0), num(1))
	case "Tm":
		p.line = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}
		p.at = p.line
	case "T*":
		p.move(0, -s.leading)
	case "Tj", "'", "\"":
		if op == "\"" {
			s.wordSpace, s.charSpace = num(0), num(1)
		}
		if op != "Tj" {
			p.move(0, -s.leading)
		}
		if len(operands) > 0 {
			p.show(operands[len(operands)-1:])
		}
	case "TJ":
		if len(operands) > 0 {
			list, _ := operands[len(operands)-1].(array)
			p.show(list)
		}
	case "Do":
		if len(operands) > 0 {
			p.object(operands[0], resources, depth)
		}
	case "BMC", "BDC":
		p.mark(operands)
	case "EMC":
		if n := len(p.marks); n > 0 {
			p.marks = p.marks[:n-1]
		}
	}
}

func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.at = p.line
}

// mark opens marked content.
func (p *painter) mark(operands array) {
	if len(p.marks) < 512 {
		p.marks = append(p.marks, len(operands) > 0 && operands[0] == name("Artifact"))
	}
}

func (p *painter) fontNamed(v any, resources dict) *font {
	key, ok := v.(name)
	if !ok {
		return nil
	}
	entry := p.file.dict(resources["Font"])[key]
	id, isRef := entry.(ref)
	if isRef && p.fonts[id] != nil {
		return p.fonts[id]
	}
	out := p.file.fontOf(p.file.dict(entry))
	if isRef {
		p.fonts[id] = out
	}
	return out
}

// object draws a form; of an image only the fact is kept.
func (p *painter) object(v any, resources dict, depth int) {
	key, ok := v.(name)
	if !ok {
		return
	}
	s, ok := p.file.get(p.file.dict(resources["XObject"])[key]).(stream)
	if !ok {
		return
	}
	if p.file.name(s.head["Subtype"]) != "Form" {
		p.images++
		return
	}
	if p.forms++; p.forms > maxForms || depth >= maxFormDepth {
		return
	}
	saved, line, at := p.state, p.line, p.at
	if m := p.file.array(s.head["Matrix"]); len(m) == 6 {
		n := func(i int) float64 { return p.file.number(m[i]) }
		p.state.ctm = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}.times(p.state.ctm)
	}
	if own := p.file.dict(s.head["Resources"]); own != nil {
		resources = own
	}
	p.run(p.file.unpack(s), resources, depth+1)
	p.state, p.line, p.at = saved, line, at
}

// show puts strings, and the shifts between them, on the page.
func (p *painter) show(list array) {
	s := &p.state
	if s.font == nil {
		return
	}
	for _, v := range list {
		switch v := v.(type) {
		case float64:
			p.advance(-v / 1000 * s.size * s.stretch)
		case []byte:
			p.text(s.font.chars(v))
		}
	}
}

func (p *painter) advance(x float64) { p.at = matrix{1, 0, 0, 1, x, 0}.times(p.at) }

// text adds characters as runs: one run for as long as no gap comes between.
func (p *painter) text(chars []char) {
	s := &p.state
	artifact := false
	for _, m := range p.marks {
		artifact = artifact || m
	}
	for _, c := range chars {
		m := matrix{1, 0, 0, 1, 0, s.rise}.times(p.at).times(s.ctm)
		size := s.size * math.Hypot(m.c, m.d)
		turned := math.Abs(m.b) > 0.2*math.Abs(m.a) || m.a < 0
		shift := c.width*s.size + s.charSpace
		if c.space {
			shift += s.wordSpace
		}
		glyphWidth := c.width * s.size * s.stretch
		end := matrix{1, 0, 0, 1, glyphWidth, 0}.times(p.at).times(s.ctm)
		p.advance(shift * s.stretch)
		p.file.drawn++
		if c.text == "" || math.IsNaN(m.e+m.f+end.e) || math.Abs(m.e)+math.Abs(m.f) > 1e6 {
			continue
		}
		p.add(run{text: c.text, x: m.e, y: m.f, end: end.e, size: math.Abs(size), turned: turned, artifact: artifact})
	}
}

// add joins a character to the last run where it continues it. A space is not
// kept itself: the next run says that one was there.
func (p *painter) add(r run) {
	if strings.TrimSpace(r.text) == "" {
		p.spaced = true
		return
	}
	r.spaced, p.spaced = p.spaced, false
	if n := len(p.runs); n > 0 && !r.spaced {
		last := &p.runs[n-1]
		gap := r.x - last.end
		same := math.Abs(last.y-r.y) < 0.1*r.size && last.turned == r.turned && last.artifact == r.artifact && math.Abs(last.size-r.size) < 0.5
		if same && gap > -0.3*r.size && gap < wordGap*r.size && len(last.text) < 400 {
			last.text += r.text
			last.end = max(last.end, r.end)
			return
		}
	}
	p.runs = append(p.runs, r)
}
