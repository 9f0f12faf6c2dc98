package language

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestEntity bounds, in bytes, the HTML entities that are recognised:
// "&CounterClockwiseContourIntegral;" is not news.
const longestEntity = 10

// decode returns the character at text[i:] and its length in bytes. An HTML
// entity counts as the character it names.
func decode(text string, i int) (rune, int) {
	c := text[i]
	if c == '&' {
		return decodeEntity(text, i)
	}
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// decodeEntity reads "&amp;" or "&#8217;" at text[i:]; a bare ampersand is one.
func decodeEntity(text string, i int) (rune, int) {
	window := text[i:min(len(text), i+longestEntity)]
	end := strings.IndexByte(window, ';')
	if end < 2 || strings.ContainsAny(window[:end], " \n\t") {
		return '&', 1
	}
	raw := window[:end+1]
	plain := html.UnescapeString(raw)
	if r, size := utf8.DecodeRuneInString(plain); plain != raw && size == len(plain) && r != utf8.RuneError {
		return r, len(raw)
	}
	return '&', 1
}

// isSpace reports whether r parts words: white space, no-break spaces, and
// the separators of lines.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r' || r == 0x1c || r == 0x1d || r == 0x1e || r == 0x1f
	}
	return unicode.IsSpace(r)
}

// isWord reports whether r is part of a word: a letter, digit, mark,
// underscore, or an invisible format character such as a soft hyphen.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf)
}

func isDigit(r rune) bool  { return '0' <= r && r <= '9' }
func isLetter(r rune) bool { return isWord(r) && !isDigit(r) && r != '_' }

// foldRune returns the ASCII form of a quote mark, dash, ligature or other
// variant of plain characters, "" for a character that is not seen, and false
// where r stands for itself.
func foldRune(r rune) (string, bool) {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʹ', '´', '`', '‹', '›', '＇':
		return "'", true
	case '“', '”', '„', '‟', '″', '«', '»', '＂', 'ˮ':
		return `"`, true
	case '‐', '‑', '‒', '–', '−', '﹣', '－', '⁃':
		return "-", true
	case '—', '―', '⸺', '⸻':
		return "--", true
	case '…':
		return "...", true
	case 'ﬀ':
		return "ff", true
	case 'ﬁ':
		return "fi", true
	case 'ﬂ':
		return "fl", true
	case 'ﬃ':
		return "ffi", true
	case 'ﬄ':
		return "ffl", true
	case 'ﬅ', 'ﬆ':
		return "st", true
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
		return "", true
	}
	if '！' <= r && r <= '～' { // full-width forms of ASCII
		return string(r - '！' + '!'), true
	}
	return "", false
}

// plain reports whether the text is ASCII that folding would leave alone.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf || c == '`' || c == '&' || c == '\'' || c == '-' {
			return false
		}
	}
	return true
}

// fold returns the form of a token to compare: Token.Norm.
func fold(text string) string {
	if plain(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := decode(text, i)
		switch to, ok := foldRune(r); {
		case ok:
			b.WriteString(to)
		case text[i] == '&' && size > 1:
			b.WriteRune(r)
		default:
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return foldWhole(b.String(), text)
}

// foldWhole gives the marks that are more than one character their one form.
func foldWhole(norm, text string) string {
	switch {
	case norm == "":
		return text
	case norm == "''":
		return `"`
	case strings.Trim(norm, "-") == "" && len(norm) > 1:
		return "--"
	}
	return norm
}

// lower lower-cases a folded token, without copying where nothing changes.
func lower(norm string) string { return strings.ToLower(norm) }
