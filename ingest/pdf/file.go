package pdf

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strconv"
)

// Bounds on one file.
const (
	maxObjects  = 1_000_000
	maxChain    = 32       // references that lead to references
	maxUnpacked = 32 << 20 // bytes of one stream
	maxTotal    = 256 << 20
	maxSearch   = 4 << 30
	maxPages    = 5_000
	maxTree     = 100 // levels of the page tree
)

// file is a PDF whose objects have been found.
type file struct {
	data   []byte
	places map[int]place
	cache  map[int]any
	// left is how many bytes streams may still unpack to, search how many may
	// still be looked through for the ends of streams.
	left, search int64
	// drawn counts the operators and characters of all pages.
	drawn int
	root  dict
}

// place is where an object stands: in the file, or in an object stream.
type place struct {
	at     int // in data, after "obj"; or in the stream's own bytes
	stream []byte
}

// stream is a dictionary with bytes.
type stream struct {
	head dict
	raw  []byte
}

var (
	errLocked = errors.New("the PDF is locked; print it into a new PDF, or copy its text into a file")
	errNoPDF  = errors.New("the PDF is damaged; open it and save it again, or copy its text into a file")
)

// open finds the objects of a file.
func open(data []byte) (*file, error) {
	f := &file{data: data, places: map[int]place{}, cache: map[int]any{}, left: maxTotal, search: maxSearch}
	if bytes.Contains(data, []byte("/Encrypt")) && f.encrypted() {
		return nil, errLocked
	}
	var streams []int
	for at := 0; len(f.places) < maxObjects; {
		i := bytes.Index(data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		if id, ok := numberBefore(data, at-3); ok {
			f.places[id] = place{at: at}
			head := data[at:min(len(data), at+400)]
			if bytes.Contains(head, []byte("/ObjStm")) {
				streams = append(streams, id)
			}
		}
	}
	for _, id := range streams {
		f.unpackObjects(id)
	}
	if f.root = f.findRoot(); f.root == nil {
		return nil, errNoPDF
	}
	return f, nil
}

// encrypted reports whether a trailer names an encryption.
func (f *file) encrypted() bool {
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("/Encrypt"))
		if i < 0 {
			return false
		}
		at += i + len("/Encrypt")
		l := &lexer{data: f.data, at: at}
		switch l.object().(type) {
		case ref, dict:
			return true
		}
	}
}

// numberBefore reads the number of an object backwards from its "obj".
func numberBefore(data []byte, at int) (int, bool) {
	i := at
	back := func(is func(byte) bool) int {
		n := 0
		for i > 0 && n < 10 && is(data[i-1]) {
			i--
			n++
		}
		return n
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(space)
	if back(digit) == 0 || back(space) == 0 {
		return 0, false
	}
	end := i
	if back(digit) == 0 {
		return 0, false
	}
	id, err := strconv.Atoi(string(data[i:end]))
	return id, err == nil && id >= 0
}

// unpackObjects puts the objects of an object stream in their places, unless
// the file holds them outside it as well.
func (f *file) unpackObjects(id int) {
	s, ok := f.get(ref(id)).(stream)
	if !ok || f.name(s.head["Type"]) != "ObjStm" {
		return
	}
	body := f.unpack(s)
	n, first := f.whole(s.head["N"]), f.whole(s.head["First"])
	l := &lexer{data: body}
	for range min(n, maxObjects) {
		number, ok1 := l.object().(float64)
		offset, ok2 := l.object().(float64)
		if !ok1 || !ok2 {
			return
		}
		at := first + int(offset)
		if _, known := f.places[int(number)]; !known && at >= 0 && at < len(body) && len(f.places) < maxObjects {
			f.places[int(number)] = place{at: at, stream: body}
		}
	}
}

// findRoot finds the catalogue, by the last trailer that names one, else by
// its type.
func (f *file) findRoot() dict {
	for end := len(f.data); end > 0; {
		i := bytes.LastIndex(f.data[:end], []byte("/Root"))
		if i < 0 {
			break
		}
		l := &lexer{data: f.data, at: i + len("/Root")}
		if d := f.dict(l.object()); d != nil && d["Pages"] != nil {
			return d
		}
		end = i
	}
	for _, id := range slices.Sorted(maps.Keys(f.places)) {
		if d := f.dict(ref(id)); d != nil && f.name(d["Type"]) == "Catalog" {
			return d
		}
	}
	return nil
}

// get follows references to a value that is none.
func (f *file) get(v any) any {
	for range maxChain {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.load(int(r))
	}
	return nil
}

// load reads one object.
func (f *file) load(id int) any {
	if v, ok := f.cache[id]; ok {
		return v
	}
	p, ok := f.places[id]
	if !ok {
		return nil
	}
	f.cache[id] = nil // an object that needs itself finds nothing
	data := f.data
	if p.stream != nil {
		data = p.stream
	}
	l := &lexer{data: data, at: p.at}
	v := l.object()
	if d, ok := v.(dict); ok && p.stream == nil {
		l.skip()
		if bytes.HasPrefix(data[l.at:], []byte("stream")) {
			v = stream{d, f.streamBytes(d, l.at+len("stream"))}
		}
	}
	f.cache[id] = v
	return v
}

// streamBytes returns the bytes of a stream that begins at at: as many as the
// head says where that is true, else up to "endstream".
func (f *file) streamBytes(head dict, at int) []byte {
	if bytes.HasPrefix(f.data[at:], []byte("\r\n")) {
		at += 2
	} else if at < len(f.data) && (f.data[at] == '\n' || f.data[at] == '\r') {
		at++
	}
	rest := f.data[at:]
	if n, ok := f.get(head["Length"]).(float64); ok && n >= 0 && int(n) <= len(rest) {
		if after := bytes.TrimLeft(rest[int(n):min(len(rest), int(n)+20)], "\r\n \t"); bytes.HasPrefix(after, []byte("endstream")) {
			return rest[:int(n)]
		}
	}
	if f.search -= int64(len(rest)); f.search < 0 {
		return nil
	}
	if i := bytes.Index(rest, []byte("endstream")); i >= 0 {
		return bytes.TrimRight(rest[:i], "\r\n")
	}
	return rest
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.head
	}
	return nil
}

func (f *file) array(v any) array { a, _ := f.get(v).(array); return a }

func (f *file) name(v any) name { n, _ := f.get(v).(name); return n }

func (f *file) number(v any) float64 { n, _ := f.get(v).(float64); return n }

// whole is a number as a count: never negative, never more than an int holds.
func (f *file) whole(v any) int { return int(max(0, min(f.number(v), 1<<31))) }

// sheet is one page with what it inherits from the page tree.
type sheet struct {
	page, resources dict
}

// pages lists the pages in order. A node that was seen is not entered again.
func (f *file) pages() []sheet {
	var out []sheet
	seen := map[ref]bool{}
	var walk func(v any, resources dict, depth int)
	walk = func(v any, resources dict, depth int) {
		if r, ok := v.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		node := f.dict(v)
		if node == nil || depth > maxTree || len(out) >= maxPages {
			return
		}
		if own := f.dict(node["Resources"]); own != nil {
			resources = own
		}
		kids := f.array(node["Kids"])
		if kids == nil {
			out = append(out, sheet{node, resources})
			return
		}
		for _, kid := range kids {
			walk(kid, resources, depth+1)
		}
	}
	walk(f.root["Pages"], nil, 0)
	return out
}
