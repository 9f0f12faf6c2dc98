// Package made turns the project's own packets into archives of any size:
// every event is one packet with other names and other figures, the same ones
// in all its articles, so that what its articles agree and disagree on stays
// what it was. The same number gives the same archive.
package made

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// Article is one article of an archive. Its fields are those that JSON
// articles have by their usual names.
type Article struct {
	ID        string    `json:"id"`
	Outlet    string    `json:"outlet"`
	Published time.Time `json:"published"`
	Text      string    `json:"text"`
	// Event counts from 0; Packet is the folder it was made from.
	Event  int    `json:"event"`
	Packet string `json:"packet"`
}

// Packets are the folders of fixtures that events are made from, in turn.
var Packets = []string{"ceasefire", "ferry", "settlement", "council"}

// apart is the time between two events: a packet comes round again after four
// days, when the window of its last event (three days) is over. Without that
// two events in one set of sentences would rightly be one.
const apart = 25 * time.Hour

var first = time.Date(2015, 1, 1, 6, 0, 0, 0, time.UTC)

// Archive makes the articles of n events from the packets in fixtures, in
// order of time.
func Archive(fixtures fs.FS, n int) ([]Article, error) {
	var packets []packet
	for _, name := range Packets {
		p, err := read(fixtures, name)
		if err != nil {
			return nil, err
		}
		packets = append(packets, p)
	}
	var out []Article
	for event := range n {
		p := packets[event%len(packets)]
		change := newChanger(uint64(event), p.names)
		day := first.Add(time.Duration(event) * apart)
		for i, a := range p.articles {
			out = append(out, Article{
				ID: fmt.Sprintf("e%05d-%d", event, i), Outlet: a.outlet, Published: day.Add(time.Duration(i) * time.Hour),
				Text: change.text(a.text), Event: event, Packet: p.name,
			})
		}
	}
	return out, nil
}

// packet is one folder of fixtures.
type packet struct {
	name     string
	articles []original
	names    map[string]bool // words that are names, in the packet
}

type original struct{ outlet, text string }

func read(fixtures fs.FS, name string) (packet, error) {
	p := packet{name: name, names: map[string]bool{}}
	data, err := fs.ReadFile(fixtures, path.Join(name, "packet.yaml"))
	if err != nil {
		return p, err
	}
	var file struct {
		Sources []struct{ Path, Outlet string }
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		return p, fmt.Errorf("%s: %w", name, err)
	}
	for i, s := range file.Sources {
		text, err := fs.ReadFile(fixtures, path.Join(name, s.Path))
		if err != nil {
			return p, err
		}
		if s.Outlet == "" {
			s.Outlet = fmt.Sprintf("Paper %d", i+1)
		}
		p.articles = append(p.articles, original{s.Outlet, string(text)})
		nameWords(string(text), p.names)
	}
	for _, a := range p.articles {
		for _, w := range strings.FieldsFunc(a.text, func(r rune) bool { return r > 127 || !letter(byte(r)) }) {
			if !upper(w[0]) { // a word of the language that was capitalised once
				delete(p.names, strings.ToUpper(w[:1])+w[1:])
			}
		}
	}
	return p, nil
}

// common are capitalised words that are no names.
var common = strings.Fields(`January February March April May June July August September October November December
	Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Minister Prime Secretary Senator Mayor Judge
	Chief Mr Mrs Ms Dr The And But For With This That They There He She It We You In On At By If Not No`)

// nameWords adds the words that stand capitalised behind a lower-case word.
func nameWords(text string, into map[string]bool) {
	fields := strings.Fields(text)
	for i := 1; i < len(fields); i++ {
		prev, w := fields[i-1], strings.Trim(fields[i], `.,;:!?"'()“”‘’`)
		if prev[len(prev)-1] < 'a' || prev[len(prev)-1] > 'z' || len(w) < 4 || !upper(w[0]) {
			continue
		}
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r > 127 || !letter(byte(r)) }) {
			if len(part) >= 4 && upper(part[0]) && !slices.Contains(common, part) {
				into[part] = true
			}
		}
	}
}

func upper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return upper(c) || c >= 'a' && c <= 'z' }

// changer gives the names and figures of one event others.
type changer struct {
	rnd     *rand.Rand
	names   map[string]bool
	stems   map[string]string // first letters of a name → other ones
	figures map[string]string
}

func newChanger(event uint64, names map[string]bool) *changer {
	return &changer{rand.New(rand.NewPCG(event, 8)), names, map[string]string{}, map[string]string{}}
}

// text changes every name and figure, and nothing else.
func (c *changer) text(text string) string {
	var b strings.Builder
	before := ""
	for i := 0; i < len(text); {
		j := i
		switch {
		case letter(text[i]):
			for j < len(text) && letter(text[j]) {
				j++
			}
			word := text[i:j]
			if c.names[word] {
				word = c.name(word)
			}
			b.WriteString(word)
			before = text[i:j]
		case digit(text[i]):
			for j < len(text) && digit(text[j]) {
				j++
			}
			b.WriteString(c.figure(text[i:j], before))
		default:
			j++
			b.WriteByte(text[i])
		}
		i = j
	}
	return b.String()
}

// stemLetters is how much of a name is changed: the rest tells a country from
// its people and one spelling of a name from another.
const stemLetters = 4

func (c *changer) name(word string) string {
	stem := word[:stemLetters]
	other, ok := c.stems[stem]
	for !ok || c.taken(other, stem) {
		other, ok = c.syllables(), true
	}
	c.stems[stem] = other
	return other + word[stemLetters:]
}

// taken reports whether another stem has the letters already.
func (c *changer) taken(other, stem string) bool {
	for s, o := range c.stems {
		if o == other && s != stem {
			return true
		}
	}
	return false
}

func (c *changer) syllables() string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for i := range 3 {
		k := consonants[c.rnd.IntN(len(consonants))]
		if i == 0 {
			k -= 'a' - 'A'
		}
		b.WriteByte(k)
		b.WriteByte(vowels[c.rnd.IntN(len(vowels))])
	}
	return b.String()
}

// figure is another number of the same length for each: years, days of a month
// and single digits stay.
func (c *changer) figure(number, before string) string {
	year := len(number) == 4 && (number[:2] == "19" || number[:2] == "20")
	if len(number) == 1 || year || slices.Contains(common[:12], before) {
		return number
	}
	other, ok := c.figures[number]
	if ok {
		return other
	}
	out := []byte(number)
	for i := range out {
		if i == 0 && out[i] != '0' {
			out[i] = '1' + byte(c.rnd.IntN(9))
		} else if out[i] != '0' {
			out[i] = '0' + byte(c.rnd.IntN(10))
		}
	}
	c.figures[number] = string(out)
	return string(out)
}
