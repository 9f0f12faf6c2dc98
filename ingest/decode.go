package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Decode turns the bytes of a text file into UTF-8. A byte-order mark is taken
// off; nothing else changes. Besides UTF-8 it reads UTF-16 with a mark, and
// Windows-1252, which holds Latin-1, where the bytes are no UTF-8. The note
// says in plain words what was done beyond the ordinary, or "".
func Decode(data []byte) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 })
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 })
	}
	if err := binary(data); err != nil {
		return "", "", err
	}
	if utf8.Valid(data) {
		return string(data), "", nil
	}
	if good, bad := tally(data); good > bad {
		return strings.ToValidUTF8(string(data), "\uFFFD"),
			fmt.Sprintf("%d bytes are no UTF-8 and were replaced by \uFFFD", bad), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fmt.Errorf("the encoding is not known; save it as UTF-8: %w", err)
	}
	return string(out), "read as Windows-1252 (Latin-1), since it is no UTF-8", nil
}

func decodeUTF16(data []byte, unit func([]byte) uint16) (text, note string, err error) {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, unit(data[i:]))
	}
	text = string(utf16.Decode(units))
	if strings.ContainsRune(text, 0) {
		return "", "", errBinary
	}
	return text, "read as UTF-16", nil
}

var errBinary = errors.New("not a text file; save the article as text, HTML, DOCX or PDF with text")

// binary refuses bytes that no text holds: NUL, or many control characters.
func binary(data []byte) error {
	control := 0
	for i, b := range data {
		switch {
		case b == 0:
			if utf16ish(data) {
				return errors.New("looks like UTF-16 without a byte-order mark; save it as UTF-8")
			}
			return errBinary
		case b < 0x20 && !bytes.ContainsAny([]byte{b}, "\t\n\v\f\r\b\x1b\x1a"), b == 0x7f:
			control++
		}
		if i == 4095 && control > 40 {
			return errBinary
		}
	}
	if control*20 > len(data) {
		return errBinary
	}
	return nil
}

// utf16ish reports whether every second byte of the beginning is NUL.
func utf16ish(data []byte) bool {
	head := data[:min(len(data), 512)]
	var nul [2]int
	for i, b := range head {
		if b == 0 {
			nul[i%2]++
		}
	}
	return max(nul[0], nul[1])*10 > len(head)*4 && min(nul[0], nul[1])*20 < len(head)
}

// tally counts the well-formed sequences of several bytes and the bytes that
// belong to none. A damaged UTF-8 file has more of the former, a Latin-1 file
// hardly any.
func tally(data []byte) (good, bad int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good, bad
}
