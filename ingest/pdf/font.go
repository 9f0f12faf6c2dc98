package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

//go:embed glyphs.txt
var glyphFile string

// glyphs maps the names of glyphs to characters, read once.
var glyphs = sync.OnceValue(func() map[string]rune {
	out := map[string]rune{}
	for line := range strings.Lines(glyphFile) {
		word, hex, _ := strings.Cut(strings.TrimSpace(line), " ")
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil {
			out[word] = rune(v)
		}
	}
	return out
})

// glyph is the character a glyph name means, or 0.
func glyph(word string) rune {
	word, _, _ = strings.Cut(word, ".")
	if r := glyphs()[word]; r != 0 {
		return r
	}
	for _, front := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(word, front); ok && len(hex) >= 4 && len(hex) <= 6 {
			if v, err := strconv.ParseUint(hex, 16, 32); err == nil {
				return rune(v)
			}
		}
	}
	return 0
}

// font turns codes into characters and widths.
type font struct {
	wide    bool // codes of two bytes
	unicode map[int]string
	table   [256]rune // of codes of one byte
	widths  map[int]float64
	usual   float64 // width of codes that have none, in thousandths of the size
	guess   bool    // no widths are given at all
	scale   float64 // from glyph units to thousandths, other than 1 for Type 3
}

// fontOf reads a font dictionary.
func (f *file) fontOf(d dict) *font {
	out := &font{unicode: map[int]string{}, widths: map[int]float64{}, usual: 500, scale: 1}
	if d == nil {
		out.base("")
		out.guess = true
		return out
	}
	out.wide = f.name(d["Subtype"]) == "Type0"
	if s, ok := f.get(d["ToUnicode"]).(stream); ok {
		out.readMap(f.unpack(s))
	}
	if out.wide {
		f.wideWidths(out, d)
		return out
	}
	f.encode(out, d)
	first := f.whole(d["FirstChar"])
	for i, w := range f.array(d["Widths"]) {
		out.widths[first+i] = f.number(w)
	}
	if descriptor := f.dict(d["FontDescriptor"]); descriptor != nil {
		if w := f.number(descriptor["MissingWidth"]); w > 0 {
			out.usual = w
		}
	}
	if m := f.array(d["FontMatrix"]); f.name(d["Subtype"]) == "Type3" && len(m) == 6 {
		out.scale = f.number(m[0]) * 1000
	}
	out.guess = len(out.widths) == 0
	return out
}

// encode fills the table of a font of single bytes.
func (f *file) encode(out *font, d dict) {
	switch enc := f.get(d["Encoding"]).(type) {
	case name:
		out.base(enc)
	case dict:
		out.base(f.name(enc["BaseEncoding"]))
		code := 0
		for _, v := range f.array(enc["Differences"]) {
			switch v := f.get(v).(type) {
			case float64:
				code = int(v)
			case name:
				if r := glyph(string(v)); r != 0 && code >= 0 && code < 256 {
					out.table[code] = r
				}
				code++
			}
		}
	default:
		out.base("")
	}
}

// base fills the table with one of the encodings that have a name.
func (out *font) base(encoding name) {
	table := charmap.Windows1252
	if encoding == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := range out.table {
		out.table[i] = table.DecodeByte(byte(i))
	}
	if encoding != "" {
		return
	}
	// The standard encoding of Type 1 fonts, where it differs in what stands in
	// running text.
	for code, r := range map[int]rune{0x27: '’', 0x60: '‘', 0xa4: '⁄', 0xaa: '“', 0xae: 'ﬁ', 0xaf: 'ﬂ', 0xb1: '–', 0xba: '”', 0xbc: '…', 0xd0: '—'} {
		out.table[code] = r
	}
}

// wideWidths reads the widths of a font of double bytes.
func (f *file) wideWidths(out *font, d dict) {
	out.usual = 1000
	descendants := f.array(d["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	inner := f.dict(descendants[0])
	if w, ok := f.get(inner["DW"]).(float64); ok {
		out.usual = w
	}
	list := f.array(inner["W"])
	for i := 0; i+1 < len(list); {
		first := f.whole(list[i])
		if widths, ok := f.get(list[i+1]).(array); ok {
			for k, w := range widths {
				out.widths[first+k] = f.number(w)
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last, w := f.whole(list[i+1]), f.number(list[i+2])
		for code := first; code <= last && code < 1<<16; code++ {
			out.widths[code] = w
		}
		i += 3
	}
}

// char is one shown code.
type char struct {
	text  string
	width float64 // in units of the font size
	space bool    // the code 32 of a single-byte font, to which word spacing applies
}

// chars turns a shown string into its characters.
func (out *font) chars(s []byte) []char {
	step := 1
	if out.wide {
		step = 2
	}
	list := make([]char, 0, len(s)/step)
	for i := 0; i+step <= len(s); i += step {
		code := int(s[i])
		if out.wide {
			code = code<<8 | int(s[i+1])
		}
		text, ok := out.unicode[code]
		if !ok && !out.wide {
			text = string(out.table[code])
		}
		list = append(list, char{text, out.width(code, text), !out.wide && code == ' '})
	}
	return list
}

// width is the width of a code in units of the font size. Where the font gives
// none, as the fourteen standard fonts do not, it is guessed by the letter.
func (out *font) width(code int, text string) float64 {
	if w, ok := out.widths[code]; ok {
		return w * out.scale / 1000
	}
	if !out.guess {
		return out.usual * out.scale / 1000
	}
	switch {
	case strings.ContainsAny(text, "iljI.,:;'’‘|! ftr()[]-"):
		return 0.29
	case strings.ContainsAny(text, "mwMW—…%@"):
		return 0.86
	case strings.ToUpper(text) == text && strings.ToLower(text) != text:
		return 0.69
	}
	return 0.54
}

// maxMapped is the most characters one font may map.
const maxMapped = 100_000

// readMap reads a ToUnicode map.
func (out *font) readMap(data []byte) {
	l := &lexer{data: data}
	var operands array
	for !l.done {
		v := l.object()
		kw, ok := v.(keyword)
		if !ok {
			if len(operands) < 4*maxMapped {
				operands = append(operands, v)
			}
			continue
		}
		switch kw {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				out.mapCode(operands[i], operands[i+1], 0)
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				out.mapRange(operands[i], operands[i+1], operands[i+2])
			}
		}
		operands = operands[:0]
	}
}

func (out *font) mapRange(from, to, target any) {
	first, ok1 := codeOf(from)
	last, ok2 := codeOf(to)
	if !ok1 || !ok2 {
		return
	}
	list, isList := target.(array)
	for code := first; code <= last && code-first < 1<<16 && len(out.unicode) < maxMapped; code++ {
		switch n := code - first; {
		case !isList:
			out.mapCode(from, target, n)
		case n < len(list):
			if t, ok := list[n].([]byte); ok {
				out.unicode[code] = fromUTF16(t, 0)
			}
		}
	}
}

func codeOf(v any) (int, bool) {
	s, ok := v.([]byte)
	if !ok || len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	code := 0
	for _, b := range s {
		code = code<<8 | int(b)
	}
	return code, true
}

// mapCode maps the code plus n to the text plus n in its last unit.
func (out *font) mapCode(code, text any, n int) {
	c, ok := codeOf(code)
	t, isText := text.([]byte)
	if ok && isText && len(out.unicode) < maxMapped {
		out.unicode[c+n] = fromUTF16(t, n)
	}
}

func fromUTF16(s []byte, add int) string {
	var units []uint16
	for i := 0; i+1 < len(s) && i < 64; i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if len(s) == 1 {
		units = []uint16{uint16(s[0])}
	}
	if len(units) > 0 {
		units[len(units)-1] += uint16(add)
	}
	return string(utf16.Decode(units))
}
